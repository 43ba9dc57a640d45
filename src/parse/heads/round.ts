import { readLabel } from '../people/label.js';
import type { People } from '../people/people.js';
import type { Line } from '../text/line.js';
import { isEmpty, type Span, textOf, trim } from '../text/span.js';
import { type Head, headOf, LONGEST_BARE, type Opening } from './head.js';

/**
 * （教育局机关党委书记　罗青） below a text or at its end, and behind a headline: 守住初心（市法院副庭长何砚）.
 * Who edited the page signs in the same way and is no speaker.
 */
export function readRound(line: Line, opening: Opening, people: People): Head | null {
  const { text, content } = line;
  const { start } = opening;
  const open = Math.max(text.lastIndexOf('（', content.end), text.lastIndexOf('(', content.end));
  if (open < start || content.end - open > LONGEST_BARE) return null;
  const label = trim(text, { start: open + 1, end: content.end - 1 });
  // （主持：教体局办公室 祖小妹） says who did what for the meeting.
  const named = /^(?:发言人|讲述人|作者|交流人|发言者|分享人)\s*[:：]\s*/u.exec(textOf(text, label));
  if (named && open === start) {
    const who = { start: label.start + named[0].length, end: label.end };
    const own = readLabel(text, who, people);
    return own?.kind === 'person'
      ? headOf(line, { ...opening, ornament: 'label' }, 'bare', own, who, { start: content.end, end: content.end })
      : null;
  }
  if (/[:：]/u.test(textOf(text, label))) return null;
  const reading = readLabel(text, label, people);
  if (reading?.kind !== 'person' || reading.shape === 'nameless' || reading.shape === 'several') return null;
  if (reading.titles.some((title) => OF_THE_PAGE.test(textOf(text, title)))) return null;
  const above = trim(text, { start, end: open });
  if (isEmpty(above))
    return headOf(line, opening, 'signature', reading, label, { start: content.end, end: content.end });
  const isSure = reading.certainty === 'clear' || reading.certainty === 'confirmed';
  if (reading.titles.length === 0) return null;
  if (ENDS_SENTENCE.test(textOf(text, above))) return headOf(line, opening, 'signature', reading, label, above);
  return isSure && isShortHeadline(above) ? headOf(line, opening, 'byline', reading, label, above) : null;
}

const OF_THE_PAGE = /(?:编辑|记者|通讯员|摄影|校对|美编|審校|編輯|記者)$/u;
export const ENDS_SENTENCE = /[。！？!?…][”」』"]?$/u;

export function isShortHeadline({ start, end }: Span): boolean {
  return end - start > 1 && end - start <= 48;
}
