import type { Params, Severity } from '../finding.js';

/** What a rule says: what is wrong, and what to do about it. For people who do not program. */
export interface RuleText {
  reason(params: Params): string;
  hint(params: Params): string;
}

export interface Rule {
  severity: Severity;
  zh: RuleText;
  en: RuleText;
}

/**
 * Defines a rule from plain texts, in which `{name}` stands for a value.
 * @param zh reason and hint in Chinese
 * @param en the same in English
 */
export function rule(severity: Severity, zh: [string, string], en: [string, string]): Rule {
  return { severity, zh: text(zh), en: text(en) };
}

function text([reason, hint]: [string, string]): RuleText {
  return { reason: (params) => fill(reason, params), hint: (params) => fill(hint, params) };
}

function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
