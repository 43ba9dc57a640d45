import { type Finding, find } from '../../diagnostics/finding.js';
import { isHeadlineText } from '../digest.js';
import { textOf } from '../text/span.js';
import type { SpeechBlock } from './block.js';

const LONGEST = 30;

/**
 * 签约只是“上半场” behind the colon ends in a closing quote and so is the first paragraph (contract, "Headline"),
 * though its editor may have meant a headline.
 */
export function noteQuoted(blocks: readonly SpeechBlock[], file: string): Finding[] {
  return blocks.flatMap(({ segment: { head, text }, body, speaker }) => {
    if (text === null || text.line !== head.line || body.length === 0) return [];
    const words = textOf(text.line.text, text.span);
    const bare = words.replace(/[”’」』"']+$/u, '');
    if (bare === words || words.length > LONGEST || /^[“‘「『"']/u.test(words) || !isHeadlineText(bare)) return [];
    return [find('quoted-headline', file, head.line.place, { speaker, words })];
  });
}
