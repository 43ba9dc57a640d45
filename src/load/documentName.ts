import type { DocumentName } from './document.js';
import { isRealDate } from './frontMatterText.js';

/** YYYY, YYYY-MM, YYYY-MM-DD or YYYYMMDD, then `-`, `_` or the end. A number below 1000 is no year. */
const leading = /^([1-9]\d{3}-\d{2}-\d{2}|[1-9]\d{3}-\d{2}|[1-9]\d{7}|[1-9]\d{3})(?:[-_]|$)/;

/**
 * Takes the date off a file's name.
 * @param whole the name without its extension
 * @returns the name's parts, and the leading date when no calendar has it (its digits then stay in the stem)
 */
export function readName(whole: string): { name: DocumentName; impossible: string | null } {
  const match = leading.exec(whole);
  const written = match?.[1];
  if (match === null || written === undefined) return { name: { date: null, stem: whole, whole }, impossible: null };
  const date = /^\d{8}$/.test(written) ? written.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3') : written;
  if (!isRealDate(date)) return { name: { date: null, stem: whole, whole }, impossible: written };
  return { name: { date, stem: whole.slice(match[0].length), whole }, impossible: null };
}
