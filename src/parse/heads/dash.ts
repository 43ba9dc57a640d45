import { unitsOf } from '../../typography/units.js';
import { readLabel } from '../people/label.js';
import { isOffice } from '../people/offices.js';
import type { People } from '../people/people.js';
import { type Reading, readingOf } from '../people/reading.js';
import { callsSomeone } from '../people/roles.js';
import type { Line } from '../text/line.js';
import { type Span, textOf, trim } from '../text/span.js';
import { type Head, headOf, LONGEST_LABEL, type Opening } from './head.js';
import { ENDS_SENTENCE, isShortHeadline } from './round.js';

const DASH = /^(?:[—―─–-]{2,}|—|―)\s*/u;

/** What a line with a dash before its speaker begins with. */
export const DASH_FIRST = unitsOf('—―─–-');

/** What a subtitle begins with that says whom a page is about. */
export const INTERVIEW = /^(?:专访|对话|访谈?|采访|记|本报专访|独家专访)/u;

const OF_A_PAGE = /(?:摘登|摘编|摘要|选登|选编|侧记|实录|纪要|集锦|观点|汇编|综述|节选|撷英|金句)$/u;
/** ——一位夜班护士, ——七号线站务员: someone without a name. */
const SOMEONE = /^(?:[一某][位名个])?\p{Script=Han}{2,10}$/u;

function readSomeone(text: string, label: Span): Reading | null {
  const words = textOf(text, label);
  if (!SOMEONE.test(words) || !(isOffice(words) || callsSomeone(words))) return null;
  return readingOf('role', 'role', 'likely', label);
}

export function readDash(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  const match = DASH.exec(line.text.slice(start, Math.min(end, start + 12)));
  if (!match) return null;
  const label = trim(line.text, { start: start + match[0].length, end });
  // ——专访县教育局局长何砚 below the title says who is interviewed.
  if (label.end - label.start > LONGEST_LABEL || INTERVIEW.test(textOf(line.text, label))) return null;
  // ——各地主要负责人表态发言摘登 is a subtitle.
  if (OF_A_PAGE.test(textOf(line.text, label))) return null;
  const reading = readLabel(line.text, label, people) ?? readSomeone(line.text, label);
  return reading ? headOf(line, opening, 'dash', reading, label, { start: end, end }) : null;
}

/** “把订单变成底气”——云川轴承集团董事长 蔺如海: the headline and who says it, a dash between. */
export function readBehindDash(line: Line, opening: Opening, people: People): Head | null {
  const { text, content } = line;
  const window = text.slice(opening.start, content.end);
  const dash = /(?:[—―─]{1,2}|\s[-–]{1,2}\s|\s[/／]\s)(?=[^—―─]{4,40}$)/u.exec(window);
  if (!dash) return null;
  const above = trim(text, { start: opening.start, end: opening.start + dash.index });
  const label = trim(text, { start: opening.start + dash.index + dash[0].length, end: content.end });
  const isSentence = ENDS_SENTENCE.test(textOf(text, above)) || /[”」』]$/u.test(textOf(text, above));
  if (!isSentence && !isShortHeadline(above)) return null;
  const reading = readLabel(text, label, people);
  const isSure = reading?.certainty === 'clear' || reading?.certainty === 'confirmed';
  if (reading?.kind !== 'person' || !isSure || reading.titles.length === 0) return null;
  return headOf(line, opening, isSentence ? 'signature' : 'byline', reading, label, above);
}
