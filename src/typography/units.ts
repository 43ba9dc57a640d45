/** Unicode White_Space, as `\p{White_Space}` has it; all of it is single UTF-16 units. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/**
 * A set of UTF-16 units as a table by their code. Where each character of each line is asked about, a look into a
 * table takes a tenth of the time that a pattern takes.
 * @returns 1 for the codes of these characters, 0 for all others; beyond the table, as for NaN, undefined
 */
export function unitsOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = 1;
  return table;
}
