import { HOLDS } from '../load/inventory.js';
import { unitAt } from '../typography/unitAt.js';
import { unitsOf } from '../typography/units.js';
import { nameStrength } from './people/name.js';
import { isOffice, isOrganisation, splitTitles } from './people/offices.js';
import { People } from './people/people.js';
import { NEVER_IN_LABEL, type Reading, readLabel } from './people/reading.js';
import type { Line } from './text/line.js';
import { BULLET, BULLETS, depths } from './text/marks.js';
import { isEmpty, type Span, textOf, trim } from './text/span.js';

/**
 * What marks a line's words as a speaker's: a colon behind them, brackets around them, a dash before them,
 * nothing (a line of their own), or the bars of an explicit speaker line.
 */
export type Form = 'colon' | 'bracket' | 'dash' | 'bare' | 'explicit';

/** A line read as a speaker line. Whether it begins a speech is the layout's decision. */
export interface Head {
  line: Line;
  form: Form;
  reading: Reading;
  /** The words that name the speaker. */
  label: Span;
  /** What follows them on the line: a headline, or the text. May be empty. */
  rest: Span;
  /** What stands before them: ■■, a number, 两会声音｜. */
  prefix: Span;
  /** Number or column before the words, as written. */
  ornament: 'none' | 'bullet' | 'number' | 'column' | 'heading';
}

const nobody = new People();
const LONGEST_LABEL = 80;
const LONGEST_BARE = 60;
const COLUMN = /^([^｜|丨│:：。，,]{2,12})[｜|丨│]\s*/u;
const NUMBER =
  /^(?:\d{1,3}\s*[.．、)）]|\d{1,2}\s+(?=\p{Script=Han}{2,4}\s)|[（(]\d{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])\s*/u;
const HASHES = /^#{1,6}\s+/u;
const BRACKETED = /^[【［[〔]([^】］\]〕]{2,70})[】］\]〕]\s*[:：]?/u;
const DASH = /^(?:[—―─–-]{2,}|—|―)\s*/u;

/** Where a line's words begin, behind a bullet, a number, a column. */
export interface Opening {
  start: number;
  ornament: Head['ornament'];
}

/** Every way in which a line can be read as a speaker line, the most explicit first. */
export function readHeads(line: Line, opening: Opening, people: People): readonly Head[] {
  const explicit = readExplicit(line);
  if (explicit) return [explicit];
  const { start } = opening;
  const first = unitAt(line.text, start);
  const bracket = BRACKET_FIRST[first] === 1 ? readBracket(line, opening, people) : null;
  const colon = line.mayHold(HOLDS.colonOrDash) ? readColon(line, opening, people) : null;
  const dash = DASH_FIRST[first] === 1 ? readDash(line, opening, people) : null;
  const bare = line.content.end - start <= LONGEST_BARE ? readBare(line, opening, people) : null;
  if (bracket === null && colon === null && dash === null && bare === null) return NO_HEADS;
  return [bracket, colon, dash, bare].filter((head) => head !== null);
}

export const NO_HEADS: readonly Head[] = [];
const BRACKET_FIRST = unitsOf('【［[〔');
const DASH_FIRST = unitsOf('—―─–-');

export function readOpening(line: Line): Opening {
  let { start } = line.content;
  let ornament: Head['ornament'] = line.depth > 0 ? 'heading' : 'none';
  const mayBeColumn = line.mayHold(HOLDS.bar);
  // Most lines begin with none of these, and each pattern is tried only where it could match.
  if (PREFIX_FIRST[unitAt(line.text, start)] !== 1 && !mayBeColumn) return { start, ornament };
  for (const { pattern, first, name } of PREFIXES) {
    if (first === null ? !mayBeColumn : first[unitAt(line.text, start)] !== 1) continue;
    const match = pattern.exec(line.text.slice(start, Math.min(line.content.end, start + 40)));
    if (!match) continue;
    start = trim(line.text, { start: start + match[0].length, end: line.content.end }).start;
    ornament = name;
  }
  return { start, ornament };
}

const NUMBER_FIRST = '0123456789（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十';
const PREFIX_FIRST = unitsOf(`#${BULLETS}${NUMBER_FIRST}`);

/** What each begins with; a column begins with any word. */
const PREFIXES: readonly { pattern: RegExp; first: Uint8Array | null; name: Head['ornament'] }[] = [
  { pattern: HASHES, first: unitsOf('#'), name: 'heading' },
  { pattern: BULLET, first: unitsOf(BULLETS), name: 'bullet' },
  { pattern: NUMBER, first: unitsOf(NUMBER_FIRST), name: 'number' },
  { pattern: COLUMN, first: null, name: 'column' },
];

/** `## titles | name | headline`: an editor's word, which settles any doubt. */
function readExplicit(line: Line): Head | null {
  const { text, content } = line;
  const found = barsIn(line);
  if (found === null) return null;
  const { start, bars } = found;
  const [first, second = content.end] = bars;
  if (first === undefined || bars.length > 2) return null;
  const name = trim(text, { start: first + 1, end: second });
  const titles = trim(text, { start, end: first });
  // One bar may stand in any heading (党建｜联建共建); behind an office it parts the name.
  if (bars.length === 1 && !(isTitle(textOf(text, titles)) && nameStrength(textOf(text, name)) !== 'none')) return null;
  const reading = readLabel(text, titles, nobody);
  const shape = isEmpty(name) ? 'nameless' : 'spaced';
  return headOf(
    line,
    { start, ornament: 'heading' },
    'explicit',
    explicitReading(text, titles, name, shape, reading?.kind === 'role'),
    { start, end: second },
    trim(text, { start: Math.min(second + 1, content.end), end: content.end }),
  );
}

/** @returns the bars in a line that begins with #, and where its words start; null for another line */
export function barsIn({ text, content, depth }: Line): { start: number; bars: number[] } | null {
  if (depth === 0 && text[content.start] !== '#') return null;
  const hashes = depth > 0 ? '' : (HASHES.exec(textOf(text, content))?.[0] ?? null);
  if (hashes === null) return null;
  const start = content.start + hashes.length;
  return { start, bars: [...text.slice(start, content.end).matchAll(/[|｜]/gu)].map(({ index }) => start + index) };
}

function isTitle(text: string): boolean {
  return splitTitles(text).every((piece) => isOffice(text.slice(piece.start, piece.end))) || isOrganisation(text);
}

function explicitReading(text: string, titles: Span, name: Span, shape: 'nameless' | 'spaced', role: boolean): Reading {
  const pieces = isEmpty(titles) ? [] : splitExplicit(text, titles);
  return {
    kind: role && isEmpty(name) ? 'role' : 'person',
    shape,
    certainty: 'confirmed',
    name,
    titles: pieces,
    notes: [],
    rest: [],
    alternatives: [],
  };
}

function splitExplicit(text: string, titles: Span): Span[] {
  return splitTitles(textOf(text, titles)).map(({ start, end }) => ({
    start: titles.start + start,
    end: titles.start + end,
  }));
}

/** One literal for all of them: objects of several make are several times slower to read. */
function headOf(line: Line, opening: Opening, form: Form, reading: Reading, label: Span, rest: Span): Head {
  const { start, ornament } = opening;
  return { line, form, reading, label, rest, prefix: { start: line.content.start, end: start }, ornament };
}

function readBracket(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  const match = BRACKETED.exec(line.text.slice(start, Math.min(end, start + LONGEST_LABEL)));
  const inner = match?.[1];
  if (!match || inner === undefined) return null;
  const label = trim(line.text, { start: start + 1, end: start + 1 + inner.length });
  const reading = readLabel(line.text, label, people);
  if (!reading || reading.kind === 'role') return null;
  return headOf(line, opening, 'bracket', reading, label, trim(line.text, { start: start + match[0].length, end }));
}

/** The colon stands outside brackets and quotes, and is no part of a time, a ratio or an address. */
function readColon(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  if (!hasColonOrDash(line.text, start, Math.min(end, start + LONGEST_LABEL))) return null;
  const window = line.text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const depth = depths(window);
  // 云川市市长何砚—— with nothing behind it introduces the words below as a colon does.
  const dashes = start + window.length === end ? (/[—―]{1,2}$/u.exec(window)?.[0].length ?? 0) : 0;
  const at = dashes > 0 ? window.length - dashes : findColon(window, depth);
  if (at <= 0) return null;
  const label = trim(line.text, { start, end: start + at });
  const reading = readLabel(line.text, label, people);
  if (!reading) return null;
  const rest = trim(line.text, { start: start + at + Math.max(1, dashes), end });
  return headOf(line, opening, 'colon', reading, label, rest);
}

const COLONS = unitsOf(':：﹕∶');
const COLON_OR_DASH = unitsOf(':：﹕∶—―');

/** Whether one stands there with no sentence's end before it: what has such a mark inside is no label. */
function hasColonOrDash(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = unitAt(text, at);
    if (COLON_OR_DASH[unit] === 1) return true;
    if (NEVER_IN_LABEL[unit] === 1) return false;
  }
  return false;
}

function findColon(text: string, depth: Uint8Array): number {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    if (COLONS[unitAt(text, at)] !== 1 || depth[at] !== 0) continue;
    if (/\d/u.test(text[at - 1] ?? '') || text.startsWith('//', at + 1)) return -1;
    return at;
  }
  return -1;
}

function readDash(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  const match = DASH.exec(line.text.slice(start, Math.min(end, start + 12)));
  if (!match) return null;
  const label = trim(line.text, { start: start + match[0].length, end });
  if (label.end - label.start > LONGEST_LABEL) return null;
  const reading = readLabel(line.text, label, people);
  return reading ? headOf(line, opening, 'dash', reading, label, { start: end, end }) : null;
}

function readBare(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  if (NEVER_IN_LABEL[unitAt(line.text, end - 1)] === 1) return null;
  const label = trim(line.text, { start, end });
  if (line.mayHold(HOLDS.colonOrDash) && /[:：]/u.test(textOf(line.text, label))) return null;
  const reading = readLabel(line.text, label, people);
  return reading ? headOf(line, opening, 'bare', reading, label, { start: end, end }) : null;
}
