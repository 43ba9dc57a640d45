import { resolve } from 'node:path';
import stringWidth from 'string-width';
import { type Finding, say, severityOf, type Severity } from '../diagnostics/finding.js';
import { frameOf } from '../diagnostics/frame.js';
import type { Terminal } from './terminal.js';
import { words } from './words.js';

/** Prints findings for people: place, what is wrong, the source line with a caret, what to do. */
export function printFindings(findings: readonly Finding[], terminal: Terminal, cwd: string): void {
  for (const finding of findings) terminal.say(format(finding, terminal, cwd));
  const count = (severity: Severity) => findings.filter((finding) => severityOf(finding) === severity).length;
  if (findings.length > 0) terminal.say(words[terminal.language].counts(count('error'), count('warning'), count('info')));
}

function format(finding: Finding, { language, colors }: Terminal, cwd: string): string {
  const severity = severityOf(finding);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const { reason, hint } = say(finding, language);
  const place = `${finding.file}:${finding.line}:${finding.column}`;
  const lines = [`${colors.underline(place)}  ${paint(words[language].severity[severity])}  ${reason}  ${colors.dim(finding.ruleId)}`];
  const frame = frameOf(finding, resolve(cwd, finding.file)).find(({ line }) => line === finding.line);
  if (frame && severity !== 'info') {
    const number = `${frame.line} | `;
    // Chinese characters are two columns wide on a terminal: the caret stands below the character by width.
    const indent = ' '.repeat(stringWidth(number) + stringWidth(frame.before));
    lines.push(`  ${colors.dim(number)}${frame.before}${frame.marked}${frame.after}`, `  ${indent}${paint('^')}`);
  }
  lines.push(`  ${colors.dim('→')} ${hint}`);
  return lines.join('\n');
}

/** The finding as `--json` prints it (contract, "Records"). */
export function messageOf(finding: Finding, { language }: Terminal): object {
  const { reason, hint } = say(finding, language);
  const { file, line, column, ruleId } = finding;
  return { file, line, column, severity: severityOf(finding), ruleId, reason, hint };
}
