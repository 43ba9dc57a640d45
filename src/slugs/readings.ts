import type { Readings } from './makeReadings.js';

/**
 * How names are read, without the dictionary of 0.5 MB that takes a build's start a tenth of its time.
 * `scripts/compile.js` puts the table in the place of this file; the program's sources have only the dictionary.
 */
export const readings: Readings | null = null as Readings | null;
