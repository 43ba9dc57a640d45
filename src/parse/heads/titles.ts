import { isOffice, isOrganisation, splitTitles } from '../people/offices.js';

/** True for words that hold titles or a body and nothing else. */
export function isTitle(text: string): boolean {
  return splitTitles(text).every((piece) => isOffice(text.slice(piece.start, piece.end))) || isOrganisation(text);
}
