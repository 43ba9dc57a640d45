import { HOLDS } from '../../load/inventory.js';
import { unitAt } from '../../typography/unitAt.js';
import { readLabel } from '../people/label.js';
import { nameStrength } from '../people/name.js';
import type { People } from '../people/people.js';
import { NEVER_IN_LABEL, type Reading, readingOf } from '../people/reading.js';
import type { Line } from '../text/line.js';
import { type Span, textOf, trim } from '../text/span.js';
import { labelIn } from './colon.js';
import { DASH_FIRST } from './dash.js';
import { type Head, headOf, type Opening } from './head.js';

/** 发言人：汤可为: behind such a label even an unusual name is one. */
function anyName(text: string, span: Span): Reading | null {
  const strength = nameStrength(textOf(text, span));
  return strength === 'none' || span.end - span.start > 5 ? null : readingOf('person', 'name', 'fair', span);
}

/** 梁秋实 19:02: a chat that was copied says when. */
export const TIME_BEHIND =
  /\s+(?:\d{1,4}[-/.年月]\d{1,2}[-/.月]?(?:\d{1,2}日?)?\s+)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/u;

export function readBare(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  if (NEVER_IN_LABEL[unitAt(line.text, end - 1)] === 1 || DASH_FIRST[unitAt(line.text, start)] === 1) return null;
  const time = line.mayHold(HOLDS.colonOrDash) ? TIME_BEHIND.exec(line.text.slice(start, end)) : null;
  const label = trim(line.text, { start, end: time ? start + time.index : end });
  if (line.mayHold(HOLDS.colonOrDash) && /[:：]/u.test(textOf(line.text, label))) return null;
  const reading =
    readLabel(line.text, label, people) ?? (opening.ornament === 'label' ? anyName(line.text, label) : null);
  const said = time && reading === null ? labelIn(line.text, label) : reading;
  if (time && said) {
    said.rest.push({ start: label.end, end });
    return headOf(line, { ...opening, ornament: 'time' }, 'bare', said, { start, end }, { start: end, end });
  }
  // 何砚强调要抓落实 on a line of its own is text: only behind a colon, or as 何砚的发言, are such words a speaker's.
  const last = reading?.notes.at(-1);
  if (last && last.end === label.end && !/(?:[话言辞稿点要登]|[）)])$/u.test(textOf(line.text, last))) return null;
  if (reading === null) return null;
  // 坚定信心│市委书记 王建国: without a colon the words before the bar are the headline, or they would be lost.
  const isSure = reading.certainty === 'clear' || reading.certainty === 'confirmed';
  if (opening.ornament === 'column' && (isSure || reading.certainty === 'fair') && reading.titles.length > 0) {
    const words = line.text.slice(line.content.start, start).replace(/\s*[｜|丨│]\s*$/u, '');
    const above = { start: line.content.start, end: line.content.start + words.length };
    return headOf(line, { ...opening, start: line.content.start, ornament: 'none' }, 'byline', reading, label, above);
  }
  return headOf(line, opening, 'bare', reading, label, { start: end, end });
}
