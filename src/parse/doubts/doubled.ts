import { type Finding, find } from '../../diagnostics/finding.js';
import type { Digest, DigestLine } from '../digest.js';
import type { Line } from '../text/line.js';

/** Shorter lines (掌声, a name) may well stand twice. */
const LONG_ENOUGH = 4;

/** A line that stands twice in a row was pasted twice: what stands between the two copies has moved. */
export function doubtDoubled(digest: Digest, first: number, file: string): Finding[] {
  const findings: Finding[] = [];
  for (let at = Math.max(1, first + 1); at < digest.lines.length; at++) {
    const { line, kind } = digest.lines[at] as DigestLine;
    const above = digest.lines[at - 1];
    if (kind !== 'text' || above?.kind !== 'text' || !isSame(line, above.line)) continue;
    const text = line.trimmed;
    if (text.length < LONG_ENOUGH) continue;
    // A line that stands ten times is told once.
    if (digest.lines[at - 2]?.line.trimmed === text) continue;
    findings.push(find('line-doubled', file, line.place, { line: text.slice(0, 30) }));
  }
  return findings;
}

function isSame(one: Line, other: Line): boolean {
  const length = one.content.end - one.content.start;
  return length === other.content.end - other.content.start && one.trimmed === other.trimmed;
}
