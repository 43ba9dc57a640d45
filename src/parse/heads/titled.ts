import { readLabel } from '../people/label.js';
import type { People } from '../people/people.js';
import type { Line } from '../text/line.js';
import { trim } from '../text/span.js';
import { type Head, headOf, LONGEST_BARE, type Opening } from './head.js';

/** 晏几何【把实验室搬到茶山上】, 县长 何砚《念好山海经》: the headline in marks behind the speaker. */
const TITLED = /^([^【】《》。！？!?；;：:]{2,40}?)\s*[【《]([^【】《》]{3,40})[】》]$/u;

export function readTitled(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  const [, words = '', headline = ''] =
    (end - start <= LONGEST_BARE + 30 && TITLED.exec(line.text.slice(start, end))) || [];
  if (words === '') return null;
  const label = trim(line.text, { start, end: start + words.length });
  const reading = readLabel(line.text, label, people);
  if (reading?.kind !== 'person' || reading.shape === 'nameless' || reading.shape === 'several') return null;
  return headOf(line, opening, 'colon', reading, label, { start: end - 1 - headline.length, end: end - 1 });
}
