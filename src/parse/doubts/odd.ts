import { type Finding, find } from '../../diagnostics/finding.js';
import type { SpeechBlock } from './block.js';

/**
 * 村民王大爷：“路修好了。” among 市长 罗青：念好山海经: whoever is quoted inside a speech looks like a speaker, and
 * would take the rest of it. Where all others have a space and a headline, one without both may be no speaker; nor
 * may one without which the file reads nearly as well.
 */
export function doubtOdd(blocks: readonly SpeechBlock[], file: string): Finding[] {
  const odd = blocks.filter(({ segment }) => segment.head.reading.shape === 'glued' && segment.text !== null);
  const usual = blocks.filter(
    ({ segment }) => segment.head.reading.shape !== 'glued' && segment.headline?.line === segment.head.line,
  );
  const isOdd = usual.length > 1 && odd.length + usual.length >= blocks.length;
  const set = new Set(blocks.filter((block) => block.segment.unsure === true || (isOdd && odd.includes(block))));
  return blocks.flatMap((block, index) => {
    const { segment, speaker } = block;
    if (!set.has(block)) return [];
    const above = blocks[index - 1]?.speaker ?? '';
    return [
      find(above === '' ? 'doubtful-speaker' : 'odd-speaker-line', file, segment.head.line.place, { speaker, above }),
    ];
  });
}
