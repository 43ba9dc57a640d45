import { resolve } from 'node:path';
import { type Finding, type Severity, say, severityOf } from '../diagnostics/finding.js';
import { type FrameLine, frameOf, Sources } from '../diagnostics/frame.js';
import { harmless, type Terminal } from './terminal.js';
import { words } from './words.js';

/** Findings of one rule in one file that are printed: who has read so many knows what to mend, or has the wrong file. */
const MOST = 20;

/** Before a line of a hint that is to be pasted into a list in YAML: it stays a line. */
const TO_PASTE = /\n(?= {2}[-#] )/u;

/** @returns how many columns of a terminal a text takes */
export type Measure = (text: string) => number;

/**
 * Prints findings for people: place, what is wrong, the source line with a caret, what to do. The library that knows
 * how wide characters are is loaded where another than an ASCII one stands before a caret: it takes 20 ms.
 */
export async function printFindings(findings: readonly Finding[], terminal: Terminal, cwd: string): Promise<void> {
  const sources = new Sources();
  const isNarrow = shownOf(findings).every((finding) => {
    const { before = '' } = lineOf(finding, sources, cwd) ?? {};
    return /^[\x20-\x7e\t]*$/.test(before);
  });
  const measure = isNarrow ? (text: string) => text.length : (await import('string-width')).default;
  printWith(measure, findings, terminal, cwd);
}

/** {@link printFindings} for the preview, which prints at once. */
export function printWith(measure: Measure, findings: readonly Finding[], terminal: Terminal, cwd: string): void {
  const count = (severity: Severity) => findings.filter((finding) => severityOf(finding) === severity).length;
  const sources = new Sources();
  for (const finding of shownOf(findings)) {
    const text = format(finding, terminal, (each) => lineOf(each, sources, cwd), measure);
    if (severityOf(finding) === 'info') terminal.say(text);
    else terminal.report(text);
  }
  const told = new Map<string, number>();
  for (const finding of findings) told.set(keyOf(finding), (told.get(keyOf(finding)) ?? 0) + 1);
  for (const [key, number] of told) {
    const [rule = '', ...file] = key.split(' ');
    if (number > MOST) terminal.report(words[terminal.language].more(harmless(file.join(' ')), rule, number - MOST));
  }
  if (findings.length > 0)
    terminal.say(words[terminal.language].counts(count('error'), count('warning'), count('info')));
}

function keyOf({ ruleId, file }: Finding): string {
  return `${ruleId} ${file}`;
}

function shownOf(findings: readonly Finding[]): Finding[] {
  const told = new Map<string, number>();
  return findings.filter((finding) => {
    const number = (told.get(keyOf(finding)) ?? 0) + 1;
    told.set(keyOf(finding), number);
    return number <= MOST;
  });
}

/** The line that a finding is about. */
function lineOf(finding: Finding, sources: Sources, cwd: string): FrameLine | undefined {
  const around = severityOf(finding) === 'info' ? [] : frameOf(finding, sources, resolve(cwd, finding.file));
  return around.find(({ line }) => line === finding.line);
}

function format(
  finding: Finding,
  { language, colors }: Terminal,
  frameFor: (finding: Finding) => FrameLine | undefined,
  measure: Measure,
): string {
  const severity = severityOf(finding);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const { reason, hint } = say(finding, language);
  const place = `${harmless(finding.file)}:${finding.line}:${finding.column}`;
  const label = paint(words[language].severity[severity]);
  const lines = [`${colors.underline(place)}  ${label}  ${harmless(reason)}  ${colors.dim(finding.ruleId)}`];
  const frame = frameFor(finding);
  if (frame) {
    const number = `${frame.line} | `;
    const [before, rest] = [harmless(frame.before), harmless(frame.marked + frame.after)];
    // Chinese characters are two columns wide on a terminal: the caret stands below the character by width.
    const indent = ' '.repeat(number.length + measure(before));
    lines.push(`  ${colors.dim(number)}${before}${rest}`, `  ${indent}${paint('^')}`);
  }
  lines.push(`  ${colors.dim('→')} ${hint.split(TO_PASTE).map(harmless).join('\n')}`);
  return lines.join('\n');
}

/** The finding as `--json` prints it (contract, "Records"). */
export function messageOf(finding: Finding, { language }: Terminal): object {
  const { reason, hint } = say(finding, language);
  const { file, line, column, ruleId } = finding;
  return { file, line, column, severity: severityOf(finding), ruleId, reason, hint };
}
