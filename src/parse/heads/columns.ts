import { HOLDS } from '../../load/inventory.js';
import { titleSpans } from '../people/core.js';
import { nameStrength } from '../people/name.js';
import { officeAtEnd } from '../people/offices.js';
import type { People } from '../people/people.js';
import { readingOf } from '../people/reading.js';
import type { Line } from '../text/line.js';
import { textOf } from '../text/span.js';
import { type Head, headOf, LONGEST_LABEL, type Opening } from './head.js';
import { isTitle } from './titles.js';

const COLUMNS = /\s*[|｜丨│]\s*|\s*\t\s*|[ \u3000]{3,}/gu;

/** Bars, or three spaces or a tab in all. */
export function mayBeRow(line: Line): boolean {
  if (line.mayHold(HOLDS.bar)) return true;
  return line.mayHold(HOLDS.space) && (line.text.length - line.inventory.visible > 2 || line.text.includes('\t'));
}

/** 何砚｜市发改委主任｜抓项目, and the same by tabs, with a number before: a row of a table. */
export function readColumns(line: Line, opening: Opening, people: People): Head | null {
  const { text, content } = line;
  const window = text.slice(opening.start, Math.min(content.end, opening.start + LONGEST_LABEL));
  const borders = [...window.matchAll(COLUMNS)].map(({ index, 0: mark }) => ({
    start: opening.start + index,
    end: opening.start + index + mark.length,
  }));
  const fields = borders.map(({ start }, at) => ({ start: borders[at - 1]?.end ?? opening.start, end: start }));
  if (fields[0] && /^\d{1,3}$/u.test(textOf(text, fields[0]))) fields.shift();
  const [first, second] = fields;
  const border = borders.at(-1);
  if (first === undefined || border === undefined || fields.length > 2) return null;
  const rest = { start: border.end, end: content.end };
  if (second === undefined) {
    // 岑远 | 报告务实，我们抓紧落实。
    const name = textOf(text, first);
    if (isTitle(textOf(text, rest))) return null;
    if (!/[|｜丨│]/u.test(textOf(text, border)) || nameStrength(name) !== 'strong' || rest.end - rest.start < 5)
      return null;
    const certainty = people.has(name) ? 'confirmed' : 'likely';
    return headOf(line, opening, 'colon', readingOf('person', 'name', certainty, first), first, rest);
  }
  const [name, titles] =
    nameStrength(textOf(text, first)) !== 'none' && officeAtEnd(textOf(text, first)) === null
      ? [first, second]
      : [second, first];
  const strength = nameStrength(textOf(text, name));
  if (strength === 'none' || !isTitle(textOf(text, titles))) return null;
  const certainty = people.has(textOf(text, name)) ? 'confirmed' : strength === 'strong' ? 'clear' : 'fair';
  const reading = readingOf(
    'person',
    name === first ? 'name-titles' : 'spaced',
    certainty,
    name,
    titleSpans(text, titles),
  );
  return headOf(line, opening, 'colon', reading, { start: first.start, end: second.end }, rest);
}
