import { type Finding, find } from '../../diagnostics/finding.js';
import type { Digest } from '../digest.js';
import { barsIn } from '../heads/explicit.js';

/** A heading with bars that is no explicit speaker line: its editor meant one, and the words would be another's. */
export function doubtBars(digest: Digest, file: string): Finding[] {
  return digest.lines.flatMap(({ line, kind, heads }) => {
    if (kind !== 'text') return [];
    const bars = barsIn(line)?.bars.length ?? 0;
    if (bars === 0 || heads.some(({ form }) => form === 'explicit')) return [];
    // 两会声音｜市长 罗青：念好山海经 is a column and a speaker line.
    if (bars === 1 && heads.some(({ ornament, form }) => ornament === 'column' && form === 'colon')) return [];
    return [find('bars-unread', file, line.place, { line: line.trimmed.slice(0, 30) })];
  });
}
