import { readLabel } from '../people/label.js';
import { officeAtEnd } from '../people/offices.js';
import type { People } from '../people/people.js';
import type { Line } from '../text/line.js';
import { textOf, trim } from '../text/span.js';
import { type Head, headOf, LONGEST_LABEL, type Opening } from './head.js';

const GAPS = /\p{White_Space}+/gu;
/** Words behind the gap are more than another name or title. */
const SHORTEST = 4;
const MOST_GAPS = 4;

/** 县委书记冉光明 报告提到…, 何砚（县长）　念好山海经: a gap, where others have the colon. */
export function readGap(line: Line, opening: Opening, people: People): Head | null {
  const { text, content } = line;
  const window = text.slice(opening.start, Math.min(content.end, opening.start + LONGEST_LABEL));
  let tried = 0;
  for (const { index, 0: gap } of window.matchAll(GAPS)) {
    if (tried++ === MOST_GAPS) return null;
    const label = { start: opening.start, end: opening.start + index };
    const rest = trim(text, { start: label.end + gap.length, end: content.end });
    if (rest.end - rest.start < SHORTEST) return null;
    // 县长 何砚 念好山海经: a single space parts titles and names too.
    if (!line.endsInStop && gap === ' ' && !/[）)]$/u.test(textOf(text, label))) continue;
    const reading = readLabel(text, label, people);
    const last = reading?.titles.at(-1);
    if (reading?.kind !== 'person' || last === undefined || reading.shape === 'several') continue;
    if (reading.certainty !== 'clear' && reading.certainty !== 'confirmed') continue;
    if (officeAtEnd(textOf(text, last)) === null || readLabel(text, { start: label.start, end: rest.end }, people))
      continue;
    return headOf(line, opening, 'colon', reading, label, rest);
  }
  return null;
}
