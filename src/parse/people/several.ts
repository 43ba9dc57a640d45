import { unitAt } from '../../typography/unitAt.js';
import { unitsOf, WHITE_SPACE } from '../../typography/units.js';
import { matchesOf } from '../text/matches.js';
import { readGlued } from './glued.js';
import { nameStrength } from './name.js';
import { isOffice, isOrganisation, officeAtEnd } from './offices.js';
import type { People } from './people.js';

/** What stands between titles, or between titles and a name. */
const BETWEEN = unitsOf(`、,，${WHITE_SPACE}`);
const AND = /[和与及]/gu;

/**
 * 罗青、田野, 市财政局局长何砚、副局长罗青, 何砚和罗青 name two: no one of them is the speaker, and the other no title.
 * @param words those of a label
 */
export function namesSeveral(words: string, people: People): boolean {
  const text = /[（(]/.test(words) ? words.replace(/[（(][^（()）]*[）)]/gu, '') : words;
  const pieces = piecesOf(text);
  // Most labels hold titles and one name at their end.
  const last = pieces.pop() ?? '';
  const before = pieces.filter((piece, index) => namesOne(piece, people) || isNamed(piece, pieces[index - 1])).length;
  if (before > 1 || (before > 0 && namesOne(last, people))) return true;
  return [...matchesOf(text, AND)].some(
    ({ index }) =>
      namesOne(lastPiece(text.slice(0, index)), people) && namesOne(lastPiece(text.slice(index + 1)), people),
  );
}

/** 局长 汲水生: what ends as 学生 does is a name behind an office. */
function isNamed(piece: string, before: string | undefined): boolean {
  if (before === undefined || officeAtEnd(before) === null || officeAtEnd(piece) !== null) return false;
  return piece.length < 4 && nameStrength(piece) === 'strong';
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0, start = 0; at <= text.length; at++) {
    if (at < text.length && BETWEEN[unitAt(text, at)] !== 1) continue;
    if (at > start) pieces.push(text.slice(start, at));
    start = at + 1;
  }
  return pieces;
}

/** 县长 何砚 names one by its last piece: the others are titles. */
function lastPiece(text: string): string {
  const words = text.trim();
  return words.slice(lastBorder(words));
}

/** @returns where the last piece of a text begins, behind a comma or a space */
export function lastBorder(text: string): number {
  let from = text.length;
  while (from > 0 && BETWEEN[unitAt(text, from - 1)] !== 1) from--;
  return from;
}

function namesOne(piece: string, people: People): boolean {
  const isKnown = people.has(piece);
  if (isKnown && piece.length < 5) return true;
  if (piece.length < 2 || isOffice(piece) || isOrganisation(piece)) return false;
  if (isKnown || piece.length < 4) return isKnown || nameStrength(piece) === 'strong';
  const { certainty } = readGlued(piece, people, false) ?? {};
  return certainty === 'clear' || certainty === 'confirmed';
}
