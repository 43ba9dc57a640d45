import { type Finding, find } from '../../diagnostics/finding.js';
import { chineseNumber } from '../text/date.js';
import type { SpeechBlock } from './block.js';

/** Numbered speakers count on by one: where a number is left out, a speaker line is. */
export function doubtNumbers(blocks: readonly SpeechBlock[], file: string): Finding[] {
  const numbered = blocks.flatMap(({ segment: { head } }) => {
    const number = head.ornament === 'number' ? numberIn(head.line.text.slice(head.prefix.start, head.prefix.end)) : 0;
    return number > 0 ? [{ number, place: head.line.place }] : [];
  });
  return numbered.slice(1).flatMap(({ number, place }, index) => {
    const last = numbered[index]?.number ?? 0;
    return number > last + 1 ? [find('number-missing', file, place, { last, number })] : [];
  });
}

/** An outline that goes on from the speech above (（一） there, （二） here) was cut in two by the speaker line. */
export function doubtOutlines(blocks: readonly SpeechBlock[], file: string): Finding[] {
  return blocks.slice(1).flatMap(({ segment, outline, speaker }, index) => {
    const above = blocks[index];
    const first = outline[0];
    if (!above || !first) return [];
    const number = numberIn(first);
    if (number < 2) return [];
    const series = seriesOf(first);
    const last = above.outline.findLast((each) => seriesOf(each) === series);
    if (last === undefined || numberIn(last) !== number - 1) return [];
    return [find('outline-continues', file, segment.head.line.place, { speaker, marker: first, above: above.speaker })];
  });
}

function seriesOf(marker: string): string {
  return marker.replace(/[\d一二三四五六七八九十]+/gu, '#');
}

function numberIn(text: string): number {
  const digits = /\d+/u.exec(text);
  if (digits) return Number(digits[0]);
  const han = /[一二三四五六七八九十]+/u.exec(text);
  return han ? chineseNumber(han[0]) : 0;
}
