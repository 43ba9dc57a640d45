import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import { readLabel } from '../people/label.js';
import type { People } from '../people/people.js';
import type { Line } from '../text/line.js';
import { type Head, headOf, type Opening } from './head.js';

/** 石永康議員詢問，…; 副局长李明指出，…: somebody tells what another said. */
const REPORTED =
  /^([^，。：:；;！!？?“”]{2,24}?)((?:总结时|最后|随后)?(?:说|表示|指出|认为|强调|建议|提出|谈到|坦言|直言|补充|回应|询问|表態|說|認為|強調|建議|詢問|查詢|回應|總結時表示|補充))[，,]\s*/u;

const ENDS_SAYING = unitsOf('说示出为调议到言充应询问态說為調議詢問應');

/** Whether a verb of saying may stand before a comma within the first words: hardly a line has one. */
export function mayReport({ text, content }: Line, start: number): boolean {
  const end = Math.min(content.end, start + 32);
  for (let at = start + 2; at < end; at++) {
    const unit = unitAt(text, at);
    if (unit === 0xff0c || unit === 0x2c) return ENDS_SAYING[unitAt(text, at - 1)] === 1;
  }
  return false;
}

export function readReported(line: Line, opening: Opening, people: People): Head | null {
  const found = REPORTED.exec(line.text.slice(opening.start, Math.min(line.content.end, opening.start + 32)));
  const words = found?.[1];
  const verb = found?.[2];
  if (!found || words === undefined || verb === undefined) return null;
  const label = { start: opening.start, end: opening.start + words.length };
  const reading = readLabel(line.text, label, people);
  if (reading === null || reading.shape === 'nameless' || reading.shape === 'several') return null;
  const end = label.end + verb.length;
  reading.notes.push({ start: label.end, end });
  const rest = { start: opening.start + found[0].length, end: line.content.end };
  return headOf(line, opening, 'reported', reading, { start: label.start, end }, rest);
}
