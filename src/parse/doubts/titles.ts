import { type Finding, find } from '../../diagnostics/finding.js';
import { officeAtEnd, splitTitles } from '../people/offices.js';
import { textOf } from '../text/span.js';
import type { SpeechBlock } from './block.js';

/** Particles and verbs that headlines have and titles hardly do: 争当人民满意的公务员. */
const OF_A_HEADLINE = /[的了把让做当为争要“”！？]/u;

/** 李青：市税务局派驻石桥村第一书记: a name without titles, and behind its colon what reads like them. */
export function doubtTitles(blocks: readonly SpeechBlock[], file: string): Finding[] {
  return blocks.flatMap(({ segment: { head, headline, text }, speaker }) => {
    const stretch = headline ?? text;
    if (head.reading.kind !== 'person' || head.reading.titles.length > 0 || stretch?.line !== head.line) return [];
    const words = textOf(stretch.line.text, stretch.span);
    if (words.length < 3 || words.length > 40 || OF_A_HEADLINE.test(words)) return [];
    const pieces = splitTitles(words).map(({ start, end }) => words.slice(start, end));
    if (!pieces.every((piece) => officeAtEnd(piece) !== null)) return [];
    return [find('titles-behind-colon', file, head.line.place, { speaker, words })];
  });
}
