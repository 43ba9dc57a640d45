/**
 * Characters that XML 1.0 (section 2.2) forbids or that are a parse error in an HTML document: controls but
 * tab and line ends, noncharacters of the basic plane, and halves of surrogate pairs.
 */
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF\p{Surrogate}]/gu;

/** The same and whole surrogate pairs, read by code units: four times as fast, and most pages have none. */
const suspicious = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/**
 * Takes out what no page or feed may hold. It runs over the whole output, so that no template can forget it.
 * @returns the same string where there is nothing to take out
 */
export function cleanText(output: string): string {
  return suspicious.test(output) ? output.replace(forbidden, '') : output;
}
