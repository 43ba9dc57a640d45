import { type Finding, find } from '../../diagnostics/finding.js';
import type { Digest } from '../digest.js';
import { isLede } from '../lede.js';
import { castNames } from '../namedLines.js';
import type { SpeechBlock } from './block.js';
import { labelsSomeone } from './labels.js';

/** A line above the first speech that names someone may be a speaker line: its speech would be the editor's words. */
export function doubtLede(
  digest: Digest,
  blocks: readonly SpeechBlock[],
  ledeLines: readonly number[],
  file: string,
): Finding[] {
  const shapes = new Set(blocks.map(({ segment }) => segment.head.reading.shape));
  return ledeLines.flatMap((at) => {
    const each = digest.lines[at];
    if (!each) return [];
    const { line, opening } = each;
    if (isLede(line.trimmed) || castNames(line).length > 0) return [];
    const text = line.text.slice(opening.start, line.content.end);
    return labelsSomeone(text, line, digest, at, shapes)
      ? [find('suspect-in-lede', file, line.place, { line: line.trimmed.slice(0, 30) })]
      : [];
  });
}
