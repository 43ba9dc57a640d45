import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets a heap double before it looks for what is no longer used: too much where there are two of them, and where
 * one holds a gigabyte.
 * @param hundredths how much it may grow
 */
export function growSlowly(hundredths: number): void {
  setFlagsFromString(`--heap-growing-percent=${hundredths}`);
}
