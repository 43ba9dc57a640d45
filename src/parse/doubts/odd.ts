import { type Finding, find } from '../../diagnostics/finding.js';
import type { SpeechBlock } from './block.js';

/**
 * 村民王大爷：“路修好了。” among 市长 罗青：念好山海经: whoever is quoted inside a speech looks like a speaker, and
 * would take the rest of it. Where all others have a space and a headline, one without both may be no speaker.
 */
export function doubtOdd(blocks: readonly SpeechBlock[], file: string): Finding[] {
  const odd = blocks.filter(({ segment }) => segment.head.reading.shape === 'glued' && segment.text !== null);
  const usual = blocks.filter(
    ({ segment }) => segment.head.reading.shape !== 'glued' && segment.headline?.line === segment.head.line,
  );
  if (usual.length < 2 || odd.length + usual.length < blocks.length || odd.length * 2 > usual.length) return [];
  const set = new Set(odd);
  return blocks.flatMap((block, index) => {
    const { segment, speaker } = block;
    const above = blocks[index - 1];
    if (!above || !set.has(block)) return [];
    return [find('odd-speaker-line', file, segment.head.line.place, { speaker, above: above.speaker })];
  });
}
