import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import { type Finding, find } from '../diagnostics/finding.js';
import type { Place } from '../records/place.js';

export type Plain = string | boolean | Plain[] | { [key: string]: Plain };

/** Where a key of the YAML stands, for findings about its value: the path joined by `.` → place. */
export type Places = Map<string, Place>;

export interface YamlText {
  /** The mapping at the top; empty when the text is broken. */
  value: { [key: string]: Plain };
  places: Places;
  findings: Finding[];
}

/** Keys by which a value could reach the prototypes of the program's own objects. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
/** The parser's faults in words; the rest is rare, and said as the parser says it. */
const faults: Record<string, [string, string]> = {
  BAD_INDENT: ['缩进没有对齐', 'the indents do not match'],
  TAB_AS_INDENT: ['缩进用了制表符 Tab', 'a tab is used as indent'],
  MISSING_CHAR: ['少了引号、括号、冒号或逗号', 'a quote, bracket, colon or comma is missing'],
  UNEXPECTED_TOKEN: ['这里有多余的符号', 'a mark too many stands here'],
  BLOCK_AS_IMPLICIT_KEY: ['一行里有两个“: ”', 'one line has two ": "'],
  BAD_SCALAR_START: ['文字不能以 @ 或 ` 开头', 'a text must not begin with @ or `'],
  MULTIPLE_DOCS: ['中间多了一行 ---', 'a line --- stands in the middle'],
  TAG_RESOLVE_FAILED: ['不能用 ! 开头的标记', 'tags that begin with ! are not allowed'],
};
/** No configuration of a site is larger; a parser's recursion and time stay small. */
const MOST = 1 << 20;
/** Open brackets at a time. */
const DEEPEST = 64;

/**
 * Reads YAML 1.2 as a mapping of texts, lists and mappings. Numbers and dates stay as written (`2020-03-01`,
 * `007`); a key without a value is left out. Aliases and anchors are refused (a few lines of them can stand for
 * gigabytes), and so are keys that name prototypes.
 * @param line the line of the file on which the text begins
 */
export function readYaml(text: string, file: string, line = 1): YamlText {
  const findings: Finding[] = [];
  const places: Places = new Map();
  const nothing = { value: {}, places, findings };
  if (text.length > MOST) {
    findings.push(find('yaml-broken', file, { line, column: 1 }, { zh: '内容太长', en: 'it is too long' }));
    return nothing;
  }
  const lineCounter = new LineCounter();
  const at = (offset: number): Place => {
    const { line: row, col } = lineCounter.linePos(offset);
    return { line: Math.max(row, 1) + line - 1, column: Math.max(col, 1) };
  };
  const document = isDeep(text)
    ? null
    : parse(() => parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' }));
  if (document === null) {
    findings.push(find('yaml-broken', file, { line, column: 1 }, { zh: '套得太深', en: 'it is nested too deep' }));
    return nothing;
  }
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    const place = at(problem.pos[0]);
    const [zh, en] = faults[problem.code] ?? ['写法不对', problem.message.split('\n', 1)[0] ?? ''];
    if (problem.code === 'DUPLICATE_KEY') findings.push(find('yaml-duplicate-key', file, place));
    else findings.push(find('yaml-broken', file, place, { zh, en }));
    return nothing;
  }
  if (document.contents === null) return nothing;
  const reader = new YamlReader(file, places, findings, at);
  const value = reader.read(document.contents, '');
  if (findings.length > 0) return nothing;
  if (typeof value === 'object' && !Array.isArray(value)) return { value, places, findings };
  if (value !== undefined) {
    findings.push(find('yaml-no-keys', file, at(document.contents.range?.[0] ?? 0)));
  }
  return nothing;
}

/**
 * Brackets by the hundred thousand take the parser seconds before it gives up. Counted without regard to quotes:
 * no text in a configuration has so many that nothing closes.
 */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/[[{\]}]/g)) {
    if (mark === ']' || mark === '}') depth = Math.max(0, depth - 1);
    else if (mark === '[' || mark === '{') depth += 1;
    if (depth > DEEPEST) return true;
  }
  return /(?:[-?] +){64}/.test(text);
}

/** Brackets nested past the stack are bad input, not a fault of the program. */
function parse<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class YamlReader {
  constructor(
    private readonly file: string,
    private readonly places: Places,
    private readonly findings: Finding[],
    private readonly at: (offset: number) => Place,
  ) {}

  /** @returns the node's value; undefined for one that is empty or refused */
  read(node: unknown, path: string): Plain | undefined {
    if (isAlias(node) || ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)) {
      this.findings.push(find('yaml-alias', this.file, this.at(node.range?.[0] ?? 0)));
      return undefined;
    }
    if (isMap(node)) {
      const map: { [key: string]: Plain } = {};
      for (const pair of node.items) this.readPair(pair, path, map);
      return map;
    }
    if (isSeq(node)) return this.readList(node.items, path);
    if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
    const { value, source } = node;
    return typeof value === 'boolean' ? value : straight(typeof value === 'string' ? value : (source ?? String(value)));
  }

  private readList(items: unknown[], path: string): Plain[] {
    const list: Plain[] = [];
    for (const item of items) {
      const inner = join(path, String(list.length));
      if (isNode(item)) this.places.set(inner, this.at(item.range?.[0] ?? 0));
      const value = this.read(item, inner);
      if (value !== undefined) list.push(value);
    }
    return list;
  }

  private readPair(pair: Pair<unknown, unknown>, path: string, map: { [key: string]: Plain }): void {
    const { key } = pair;
    if (!isScalar(key)) {
      const start = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      this.findings.push(find(isAlias(key) ? 'yaml-alias' : 'yaml-no-keys', this.file, this.at(start)));
      return;
    }
    const place = this.at(key.range?.[0] ?? 0);
    const name = key.source ?? String(key.value);
    if (key.anchor !== undefined) this.findings.push(find('yaml-alias', this.file, place));
    if (forbidden.has(name)) {
      this.findings.push(find('yaml-forbidden-key', this.file, place, { key: name }));
      return;
    }
    this.places.set(join(path, name), place);
    const value = this.read(pair.value, join(path, name));
    if (value !== undefined) map[name] = value;
  }
}

/**
 * Without what shows text in another order than it has (UAX 9: embeddings, overrides, isolates). Threat: a title
 * that reads otherwise than it is written, and turns around what follows it on the page.
 */
function straight(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
