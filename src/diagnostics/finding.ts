import { VFileMessage } from 'vfile-message';
import type { Place } from '../records/place.js';
import { type RuleId, rules } from './rules/index.js';

export type Severity = 'error' | 'warning' | 'info';
export type Language = 'zh' | 'en';
/** Values that a rule's text names; plain so that the build state can keep them. */
export type Params = Record<string, string | number>;

/** A diagnostic: a VFileMessage that remembers its rule and values, so that it can be said in another language. */
export interface Finding extends VFileMessage {
  ruleId: RuleId;
  file: string;
  line: number;
  column: number;
  params: Params;
}

/** A finding as the build state keeps it and `--json` is made of. */
export interface PlainFinding {
  rule: RuleId;
  file: string;
  place: Place;
  params: Params;
}

/**
 * Makes one diagnostic.
 * @param rule stable id; its severity, reason and hint stand in `rules/`
 * @param file the input's path as the user knows it (relative to the working folder, `/` between parts)
 * @param place where; the file's first character when nothing narrower is known
 */
export function find(rule: RuleId, file: string, place: Place = { line: 1, column: 1 }, params: Params = {}): Finding {
  const { severity, zh } = rules[rule];
  const message = withoutStack(
    () =>
      new VFileMessage(zh.reason(params), {
        ruleId: rule,
        source: 'zhaideng',
        place: { line: place.line, column: place.column },
      }),
  );
  message.file = file;
  message.note = zh.hint(params);
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  return Object.assign(message, { params }) as Finding;
}

/** A message is an error to JavaScript; nobody looks at its stack, and a hostile file has tens of thousands of them. */
function withoutStack<T>(make: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** @returns the severity, by VFileMessage's convention for `fatal` */
export function severityOf(finding: VFileMessage): Severity {
  return finding.fatal === true ? 'error' : finding.fatal === false ? 'warning' : 'info';
}

/** @returns reason and hint in the terminal's language */
export function say(finding: Finding, language: Language): { reason: string; hint: string } {
  const text = rules[finding.ruleId][language];
  return { reason: text.reason(finding.params), hint: text.hint(finding.params) };
}

export function toPlain(finding: Finding): PlainFinding {
  const { ruleId, file, line, column, params } = finding;
  return { rule: ruleId, file, place: { line, column }, params };
}

export function fromPlain(plain: PlainFinding): Finding {
  return find(plain.rule, plain.file, plain.place, plain.params);
}
