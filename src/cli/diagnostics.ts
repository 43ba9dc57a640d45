import { resolve } from 'node:path';
import stringWidth from 'string-width';
import { type Finding, type Severity, say, severityOf } from '../diagnostics/finding.js';
import { frameOf, Sources } from '../diagnostics/frame.js';
import { harmless, type Terminal } from './terminal.js';
import { words } from './words.js';

/** Findings of one rule in one file that are printed: who has read so many knows what to mend, or has the wrong file. */
const MOST = 20;

/** Prints findings for people: place, what is wrong, the source line with a caret, what to do. */
export function printFindings(findings: readonly Finding[], terminal: Terminal, cwd: string): void {
  const count = (severity: Severity) => findings.filter((finding) => severityOf(finding) === severity).length;
  const sources = new Sources();
  const told = new Map<string, number>();
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.file}`;
    const already = told.get(key) ?? 0;
    told.set(key, already + 1);
    if (already >= MOST) continue;
    const text = format(finding, terminal, sources, cwd);
    if (severityOf(finding) === 'info') terminal.say(text);
    else terminal.report(text);
  }
  for (const [key, number] of told) {
    const [rule = '', ...file] = key.split(' ');
    if (number > MOST) terminal.report(words[terminal.language].more(harmless(file.join(' ')), rule, number - MOST));
  }
  if (findings.length > 0)
    terminal.say(words[terminal.language].counts(count('error'), count('warning'), count('info')));
}

function format(finding: Finding, { language, colors }: Terminal, sources: Sources, cwd: string): string {
  const severity = severityOf(finding);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const { reason, hint } = say(finding, language);
  const place = `${harmless(finding.file)}:${finding.line}:${finding.column}`;
  const label = paint(words[language].severity[severity]);
  const lines = [`${colors.underline(place)}  ${label}  ${harmless(reason)}  ${colors.dim(finding.ruleId)}`];
  const around = severity === 'info' ? [] : frameOf(finding, sources, resolve(cwd, finding.file));
  const frame = around.find(({ line }) => line === finding.line);
  if (frame) {
    const number = `${frame.line} | `;
    const [before, rest] = [harmless(frame.before), harmless(frame.marked + frame.after)];
    // Chinese characters are two columns wide on a terminal: the caret stands below the character by width.
    const indent = ' '.repeat(stringWidth(number) + stringWidth(before));
    lines.push(`  ${colors.dim(number)}${before}${rest}`, `  ${indent}${paint('^')}`);
  }
  lines.push(`  ${colors.dim('→')} ${harmless(hint)}`);
  return lines.join('\n');
}

/** The finding as `--json` prints it (contract, "Records"). */
export function messageOf(finding: Finding, { language }: Terminal): object {
  const { reason, hint } = say(finding, language);
  const { file, line, column, ruleId } = finding;
  return { file, line, column, severity: severityOf(finding), ruleId, reason, hint };
}
