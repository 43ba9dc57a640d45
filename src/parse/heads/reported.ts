import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import { readLabel } from '../people/label.js';
import type { People } from '../people/people.js';
import type { Reading } from '../people/reading.js';
import type { Line } from '../text/line.js';
import { type Span, trim } from '../text/span.js';
import { type Head, headOf, type Opening } from './head.js';

/** 石永康議員詢問，…; 副局长李明指出，…: somebody tells what another said. */
const REPORTED =
  /^([^，。：:；;！!？?“”]{2,44}?)((?:总结时|最后|随后)?(?:说|表示|指出|认为|强调|建议|提出|谈到|坦言|直言|补充|回应|询问|表態|說|認為|強調|建議|詢問|查詢|回應|總結時表示|補充))[，,]\s*/u;

/** “我们将把全会精神带到生产一线。”钢铁集团轧钢厂厂长薛定山表示。 */
const SAID =
  /^[“「『"][^“”「」『』"]{4,}[”」』"]([^，。：:；;！!？?“”]{2,24}?)((?:最后|随后|感慨地|激动地|笑着)?(?:说|表示|指出|认为|强调|建议|提出|坦言|直言|感慨|补充))[。]?$/u;

const ENDS_SAYING = unitsOf('说示出为调议到言充应询问态說為調議詢問應');

/** Whether a verb of saying may stand before a comma within the first words: hardly a line has one. */
export function mayReport({ text, content }: Line, start: number): boolean {
  if (QUOTES[unitAt(text, start)] === 1)
    return ENDS_SAYING[unitAt(text, content.end - (unitAt(text, content.end - 1) === 0x3002 ? 2 : 1))] === 1;
  const end = Math.min(content.end, start + 52);
  for (let at = start + 2; at < end; at++) {
    const unit = unitAt(text, at);
    if (unit === 0xff0c || unit === 0x2c) return ENDS_SAYING[unitAt(text, at - 1)] === 1;
  }
  return false;
}

const QUOTES = unitsOf('“「『"');

export function readReported(line: Line, opening: Opening, people: People): Head | null {
  if (QUOTES[unitAt(line.text, opening.start)] === 1) return readSaid(line, opening, people);
  const found = REPORTED.exec(line.text.slice(opening.start, Math.min(line.content.end, opening.start + 52)));
  const words = found?.[1];
  const verb = found?.[2];
  if (!found || words === undefined || verb === undefined) return null;
  const someone = reporter(line, opening.start, words.length, people);
  if (someone === null) return null;
  const { label, reading } = someone;
  if (reading.shape === 'nameless' || reading.shape === 'several') return null;
  const end = opening.start + words.length + verb.length;
  reading.notes.push(trim(line.text, { start: label.end, end }));
  const rest = { start: opening.start + found[0].length, end: line.content.end };
  return headOf(line, opening, 'reported', reading, { start: label.start, end }, rest);
}

function readSaid(line: Line, opening: Opening, people: People): Head | null {
  const found = SAID.exec(line.text.slice(opening.start, line.content.end));
  const [all = '', words = '', verb = ''] = found ?? [];
  if (!found) return null;
  const behind = all.endsWith('。') ? 1 : 0;
  const end = line.content.end - behind;
  const label = { start: end - verb.length - words.length, end: end - verb.length };
  const reading = readLabel(line.text, label, people);
  if (reading === null || reading.shape === 'nameless' || reading.shape === 'several') return null;
  reading.notes.push({ start: label.end, end });
  if (behind > 0) reading.rest.push({ start: end, end: end + 1 });
  const rest = { start: opening.start, end: label.start };
  return headOf(line, opening, 'reported', reading, { start: label.start, end: line.content.end }, rest);
}

/** 文化站站长于二保结合三十年的田野工作: the name may end before the verb. */
function reporter(
  { text }: Line,
  start: number,
  length: number,
  people: People,
): { label: Span; reading: Reading } | null {
  const whole = { start, end: start + length };
  const reading = readLabel(text, whole, people);
  if (reading !== null) return { label: whole, reading };
  for (let end = whole.end - 2; end > start + 4; end--) {
    const label = { start, end };
    const shorter = readLabel(text, label, people);
    if (shorter?.kind === 'person' && shorter.titles.length > 0 && shorter.certainty === 'clear')
      return { label, reading: shorter };
  }
  return null;
}
