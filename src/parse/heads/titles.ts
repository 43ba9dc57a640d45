import { isOffice, isOrganisation, splitTitles } from '../people/offices.js';
import { isEmpty, type Span, textOf } from '../text/span.js';

/** True for words that hold titles or a body and nothing else. */
export function isTitle(text: string): boolean {
  return splitTitles(text).every((piece) => isOffice(text.slice(piece.start, piece.end))) || isOrganisation(text);
}

/** @returns the titles in the stretch, as offsets into the text */
export function titlesIn(text: string, titles: Span): Span[] {
  if (isEmpty(titles)) return [];
  return splitTitles(textOf(text, titles)).map(({ start, end }) => ({
    start: titles.start + start,
    end: titles.start + end,
  }));
}
