import { unitsOf } from '../../typography/units.js';
import { readLabel } from '../people/label.js';
import type { People } from '../people/people.js';
import type { Line } from '../text/line.js';
import { textOf, trim } from '../text/span.js';
import { type Head, headOf, LONGEST_LABEL, type Opening } from './head.js';
import { ENDS_SENTENCE, isShortHeadline } from './round.js';

const DASH = /^(?:[—―─–-]{2,}|—|―)\s*/u;

/** What a line with a dash before its speaker begins with. */
export const DASH_FIRST = unitsOf('—―─–-');

/** What a subtitle begins with that says whom a page is about. */
export const INTERVIEW = /^(?:专访|对话|访谈?|采访|记|本报专访|独家专访)/u;

export function readDash(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  const match = DASH.exec(line.text.slice(start, Math.min(end, start + 12)));
  if (!match) return null;
  const label = trim(line.text, { start: start + match[0].length, end });
  // ——专访县教育局局长何砚 below the title says who is interviewed.
  if (label.end - label.start > LONGEST_LABEL || INTERVIEW.test(textOf(line.text, label))) return null;
  const reading = readLabel(line.text, label, people);
  return reading ? headOf(line, opening, 'dash', reading, label, { start: end, end }) : null;
}

/** “把订单变成底气”——云川轴承集团董事长 蔺如海: the headline and who says it, a dash between. */
export function readBehindDash(line: Line, opening: Opening, people: People): Head | null {
  const { text, content } = line;
  const window = text.slice(opening.start, content.end);
  const dash = /(?:[—―─]{1,2}|\s[-–]{1,2}\s)(?=[^—―─]{4,40}$)/u.exec(window);
  if (!dash) return null;
  const above = trim(text, { start: opening.start, end: opening.start + dash.index });
  const label = trim(text, { start: opening.start + dash.index + dash[0].length, end: content.end });
  if (!isShortHeadline(above) || ENDS_SENTENCE.test(textOf(text, above))) return null;
  const reading = readLabel(text, label, people);
  const isSure = reading?.certainty === 'clear' || reading?.certainty === 'confirmed';
  if (reading?.kind !== 'person' || !isSure || reading.titles.length === 0) return null;
  return headOf(line, opening, 'byline', reading, label, above);
}
