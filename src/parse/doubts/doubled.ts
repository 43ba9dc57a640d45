import { type Finding, find } from '../../diagnostics/finding.js';
import type { Digest } from '../digest.js';

/** Shorter lines (掌声, a name) may well stand twice. */
const LONG_ENOUGH = 4;

/** A line that stands twice in a row was pasted twice: what stands between the two copies has moved. */
export function doubtDoubled(digest: Digest, first: number, file: string): Finding[] {
  return digest.lines.flatMap(({ line, kind }, at) => {
    const above = digest.lines[at - 1];
    if (at <= first || kind !== 'text' || above?.kind !== 'text') return [];
    const text = line.trimmed;
    // A line that stands ten times is told once.
    const isSecond = digest.lines[at - 2]?.line.trimmed !== text;
    return text.length >= LONG_ENOUGH && isSecond && text === above.line.trimmed
      ? [find('line-doubled', file, line.place, { line: text.slice(0, 30) })]
      : [];
  });
}
