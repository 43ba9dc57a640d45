import { readGlued } from './glued.js';
import { nameStrength } from './name.js';
import { isOffice, isOrganisation } from './offices.js';
import type { People } from './people.js';

const BETWEEN = /[、,，\p{White_Space}]/u;
const AND = /[和与及]/gu;

/**
 * 罗青、田野, 市财政局局长何砚、副局长罗青, 何砚和罗青 name two: no one of them is the speaker, and the other no title.
 * @param words those of a label
 */
export function namesSeveral(words: string, people: People): boolean {
  const text = /[（(]/.test(words) ? words.replace(/[（(][^（()）]*[）)]/gu, '') : words;
  if (BETWEEN.test(text)) {
    const pieces = text.split(/[、,，\p{White_Space}]+/u).filter((piece) => piece !== '');
    // Most labels hold titles and one name at their end.
    const before = pieces.slice(0, -1).filter((piece) => namesOne(piece, people)).length;
    if (before > 1 || (before > 0 && namesOne(pieces.at(-1) ?? '', people))) return true;
  }
  if (text.search(AND) < 0) return false;
  return [...text.matchAll(AND)].some(
    ({ index }) =>
      namesOne(lastPiece(text.slice(0, index)), people) && namesOne(lastPiece(text.slice(index + 1)), people),
  );
}

/** 县长 何砚 names one by its last piece: the others are titles. */
function lastPiece(text: string): string {
  return (
    text
      .trim()
      .split(/[、,，\p{White_Space}]+/u)
      .at(-1) ?? ''
  );
}

function namesOne(piece: string, people: People): boolean {
  const isKnown = people.has(piece);
  if (isKnown && piece.length < 5) return true;
  if (piece.length < 2 || isOffice(piece) || isOrganisation(piece)) return false;
  if (isKnown || piece.length < 4) return isKnown || nameStrength(piece) === 'strong';
  const { certainty } = readGlued(piece, people, false) ?? {};
  return certainty === 'clear' || certainty === 'confirmed';
}
