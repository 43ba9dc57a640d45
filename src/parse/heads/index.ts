import { HOLDS } from '../../load/inventory.js';
import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import type { People } from '../people/people.js';
import { readingOf } from '../people/reading.js';
import type { Line } from '../text/line.js';
import { readBare } from './bare.js';
import { readBracket } from './bracket.js';
import { readColon } from './colon.js';
import { mayBeRow, readColumns } from './columns.js';
import { DASH_FIRST, readBehindDash, readDash } from './dash.js';
import { readExplicit } from './explicit.js';
import { readGap } from './gap.js';
import { type Head, LONGEST_BARE, type Opening } from './head.js';
import { mayReport, readReported } from './reported.js';
import { readRound } from './round.js';
import { readTitled } from './titled.js';

/** Every way in which a line can be read as a speaker line, the most explicit first. */
export function readHeads(line: Line, opening: Opening, people: People): readonly Head[] {
  const explicit = readExplicit(line, opening);
  if (explicit) return [explicit];
  const { start } = opening;
  const first = unitAt(line.text, start);
  const isShort = line.content.end - start <= LONGEST_BARE;
  const closes = CLOSES_ROUND[unitAt(line.text, line.content.end - 1)] === 1;
  const colon = line.mayHold(HOLDS.colonOrDash) ? readColon(line, opening, people) : null;
  const bracket = BRACKET_FIRST[first] === 1 ? readBracket(line, opening, people) : null;
  const dash = DASH_FIRST[first] === 1 ? readDash(line, opening, people) : null;
  const reported = mayReport(line, start) ? readReported(line, opening, people) : null;
  const row = mayBeRow(line) ? readColumns(line, opening, people) : null;
  const gap = colon === null && row === null && line.mayHold(HOLDS.space) ? readGap(line, opening, people) : null;
  const titled = CLOSES_TITLE[unitAt(line.text, line.content.end - 1)] === 1 ? readTitled(line, opening, people) : null;
  const round = closes ? readRound(line, opening, people) : null;
  const byline =
    (isShort || closes) && (line.mayHold(HOLDS.colonOrDash) || line.text.includes(' / '))
      ? readBehindDash(line, opening, people)
      : null;
  const bare = isShort ? readBare(line, opening, people) : null;
  // Most lines are nobody's.
  if (!(bracket || colon || dash || reported || row || gap || titled || round || byline || bare)) return NO_HEADS;
  // 運輸及物流局局長：: an office without a name, which a record of talks has for a speaker.
  const isNameless = colon?.reading.shape === 'nameless';
  const office = isNameless ? { ...colon, reading: readingOf('role', 'label', 'doubtful', colon.label) } : null;
  return [bracket, colon, office, dash, reported, row, gap, titled, round, byline, bare].filter(
    (head) => head !== null,
  );
}

export const NO_HEADS: readonly Head[] = [];
const BRACKET_FIRST = unitsOf('【［[〔（(');
const CLOSES_TITLE = unitsOf('】》');
const CLOSES_ROUND = unitsOf('）)');
