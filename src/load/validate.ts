import {
  $ZodArray,
  $ZodDefault,
  type $ZodIssue,
  $ZodNullable,
  $ZodObject,
  $ZodOptional,
  $ZodPrefault,
  $ZodRecord,
  type $ZodType,
  config,
  safeParse,
} from 'zod/v4/core';
import { type Finding, find } from '../diagnostics/finding.js';
import type { RuleId } from '../diagnostics/rules/index.js';
import type { Place } from '../records/place.js';
import { nearest } from './nearest.js';
import type { Places, Plain } from './yaml.js';

// Schemas of files are zod's small ones: making its full ones took a tenth of a small build.
// Code that zod writes for a schema pays where thousands are checked, and a site has one file of each kind.
config({ jitless: true });

/** What is validated: a file's mapping with the places of its keys, and the rules for its faults. */
export interface Mapping {
  file: string;
  value: { [key: string]: Plain };
  places: Places;
  rules: { unknown: RuleId; invalid: RuleId };
}

/**
 * Holds a mapping read from YAML against a schema. Every fault is one finding at its key.
 * @returns the schema's output, or null when there is a fault
 */
export function validate<T>(schema: $ZodType<T>, mapping: Mapping): { value: T | null; findings: Finding[] } {
  const result = safeParse(schema, mapping.value);
  if (result.success) return { value: result.data, findings: [] };
  return { value: null, findings: result.error.issues.flatMap((issue) => findingsOf(issue, schema, mapping)) };
}

function findingsOf(issue: $ZodIssue, schema: $ZodType, { file, places, rules }: Mapping): Finding[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) =>
      find(rules.unknown, file, placeOf(places, [...path, key]), {
        key,
        nearest: nearest(key, known),
        known: known.join(' '),
      }),
    );
  }
  const [zh, en] = describe(issue, path.at(-1) ?? '');
  return [find(rules.invalid, file, placeOf(places, path), { key: path.join('.'), zh, en })];
}

/** The place of the key, or of the nearest one around it when the key itself is missing. */
function placeOf(places: Places, path: string[]): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const place = places.get(path.slice(0, length).join('.'));
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}

/** The keys that the schema knows at a path. */
function keysAt(schema: unknown, path: string[]): string[] {
  const inner = unwrap(schema);
  if (inner instanceof $ZodArray) return keysAt(inner._zod.def.element, path.slice(1));
  if (inner instanceof $ZodRecord) return keysAt(inner._zod.def.valueType, path.slice(1));
  if (!(inner instanceof $ZodObject)) return [];
  const { shape } = inner._zod.def;
  const [key] = path;
  return key === undefined ? Object.keys(shape) : keysAt(shape[key], path.slice(1));
}

function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (
    inner instanceof $ZodOptional ||
    inner instanceof $ZodNullable ||
    inner instanceof $ZodDefault ||
    inner instanceof $ZodPrefault
  ) {
    inner = inner._zod.def.innerType;
  }
  return inner;
}

/** How a value of a key is written, for the keys whose form is narrower than "a text". */
const forms: Record<string, [string, string]> = {
  date: ['日期写成 2031-03-02、2031-03 或 2031', 'write a date as 2031-03-02, 2031-03 or 2031'],
  slug: ['只能用小写英文字母、数字和连字符，如 lu-ming', 'use only a-z, 0-9 and hyphens, as in lu-ming'],
  timeZone: ['时区写成 +08:00', 'write a time zone as +08:00'],
  href: [
    '网址以 http://、https://、mailto:、tel: 或 / 开头，里面没有空格和反斜杠',
    'an address begins with http://, https://, mailto:, tel: or /, and has no space or backslash',
  ],
  aliases: ['旧地址以 / 开头，如 /old/1.html', 'an older address begins with /, as in /old/1.html'],
};

/** What is wrong with a value and how to write it, in Chinese and in English. */
function describe(issue: $ZodIssue, key: string): [string, string] {
  const form = forms[key] ?? forms[String(issue.path.at(-2))];
  switch (issue.code) {
    case 'invalid_type':
      return expected[issue.expected] ?? ['写法不对', 'it has the wrong form'];
    case 'invalid_value':
      return [`只能是 ${issue.values.join('、')}`, `it must be one of ${issue.values.join(', ')}`];
    case 'invalid_format':
      if (issue.format === 'url')
        return [
          '要写以 http:// 或 https:// 开头的完整网址',
          'write a whole address that begins with http:// or https://',
        ];
      return form ?? ['写法不对', 'it has the wrong form'];
    case 'too_small':
      return ['不能是空的', 'it must not be empty'];
    case 'too_big':
      return [`最多写 ${issue.maximum} 项`, `it may have ${issue.maximum} items at most`];
    default:
      return form ?? ['写法不对', 'it has the wrong form'];
  }
}

const expected: Record<string, [string, string]> = {
  string: ['这里要写一段文字', 'a text is needed here'],
  boolean: ['只能是 true 或 false', 'it must be true or false'],
  array: ['要写成列表：另起一行，每项以“- ”开头', 'write a list: one item a line, each after "- "'],
  object: ['要写成缩进的几行“键: 值”', 'write indented lines of "key: value"'],
  record: ['要写成缩进的几行“键: 值”', 'write indented lines of "key: value"'],
};
