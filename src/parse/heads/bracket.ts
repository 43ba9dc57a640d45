import { readLabel } from '../people/label.js';
import type { People } from '../people/people.js';
import { readingOf } from '../people/reading.js';
import type { Line } from '../text/line.js';
import { trim } from '../text/span.js';
import { TIME_BEHIND } from './bare.js';
import { labelIn } from './colon.js';
import { type Head, headOf, LONGEST_LABEL, type Opening } from './head.js';

const BRACKETED = /^[【［[〔]([^】］\]〕]{1,70})[】］\]〕]\s*[:：]?/u;
/** （孟春）先说菜场。: a name and nothing else, and words behind it. */
const NAME_IN_ROUND = /^[（(](\p{Script=Han}{2,4})[）)](?=\S{3})/u;

export function readBracket(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  const window = line.text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const match = BRACKETED.exec(window) ?? NAME_IN_ROUND.exec(window);
  const inner = match?.[1];
  if (!match || inner === undefined) return null;
  // [主持人　10:00:12]: a live text says when.
  const time = TIME_BEHIND.exec(inner);
  const label = trim(line.text, { start: start + 1, end: start + 1 + (time?.index ?? inner.length) });
  const isTurn = /[:：]$/u.test(match[0]);
  const reading =
    readLabel(line.text, label, people) ??
    (isTurn ? readingOf('role', 'role', 'likely', label) : labelIn(line.text, label));
  if (!reading || (/^[（(]/u.test(match[0]) && (reading.kind !== 'person' || reading.shape !== 'name'))) return null;
  if (time) reading.rest.push({ start: label.end, end: start + 1 + inner.length });
  return headOf(line, opening, 'bracket', reading, label, trim(line.text, { start: start + match[0].length, end }));
}
