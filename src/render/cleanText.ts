/**
 * Characters that XML 1.0 (section 2.2) forbids or that are a parse error in an HTML document: controls but
 * tab and line ends, noncharacters of the basic plane, and halves of surrogate pairs.
 */
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF\p{Surrogate}]/gu;

/** The same and whole surrogate pairs, read by code units: four times as fast, and most pages have none. */
export const suspicious = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** The same but for halves of surrogate pairs. */
const forbiddenPieces = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

export const half = /\p{Surrogate}/u;

/** Whether a piece had a half of a surrogate pair since {@link cleanWhole} was last asked. */
let hasHalf = false;

/**
 * Takes out of a piece of a page what no page may hold, but for halves of surrogate pairs: a template that goes through
 * a text unit by unit prints the other half next.
 */
export function cleanPiece(text: string): string {
  if (!suspicious.test(text)) return text;
  hasHalf ||= half.test(text);
  return text.replace(forbiddenPieces, '');
}

/** @returns a page of clean pieces without halves of surrogate pairs that stand alone */
export function cleanWhole(page: string): string {
  if (!hasHalf) return page;
  hasHalf = false;
  return cleanText(page);
}

/**
 * Takes out what no page or feed may hold. It runs over the whole output, so that no template can forget it.
 * @returns the same string where there is nothing to take out
 */
export function cleanText(output: string): string {
  return suspicious.test(output) ? output.replace(forbidden, '') : output;
}
