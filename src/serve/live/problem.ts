import { type Finding, type Language, say, severityOf } from '../../diagnostics/finding.js';
import { type FrameLine, frameOf, Sources } from '../../diagnostics/frame.js';
import { words } from '../words.js';

/** What is wrong, in the language of the terminal, ready to be shown as text. */
export interface Problem {
  title: string;
  close: string;
  /** Findings that are not listed, in words; empty when there are none. */
  more: string;
  findings: { place: string; reason: string; hint: string; frame: FrameLine[] }[];
}

/** An overlay that must be scrolled for long hides the first finding, which is mostly the cause of the others. */
const LISTED = 10;
/**
 * @param findings of a build that failed
 * @param hasSite false when there is no last good site to be seen behind the overlay
 */
export function problemOf(findings: readonly Finding[], hasSite: boolean, language: Language): Problem {
  const text = words[language];
  const errors = findings.filter((finding) => severityOf(finding) === 'error');
  const shown = (errors.length > 0 ? errors : findings).slice(0, LISTED);
  const rest = errors.length - shown.length;
  const sources = new Sources();
  return {
    title: hasSite ? text.oldSite : text.noSite,
    close: text.close,
    more: rest > 0 ? text.more(rest) : '',
    findings: shown.map((finding) => ({
      place: `${finding.file}:${finding.line}:${finding.column}`,
      ...say(finding, language),
      frame: frameOf(finding, sources),
    })),
  };
}

/** @returns the problem as plain text, for a page that works without scripts */
export function textOf({ findings, more }: Problem): string {
  const parts = findings.map(({ place, reason, hint, frame }) =>
    [
      place,
      reason,
      hint,
      ...frame.map(({ line, before, marked, after }) => `  ${line} | ${before}${marked}${after}`),
    ].join('\n'),
  );
  return [...parts, more].join('\n\n').trim();
}
