import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * Sets V8 up for a program that does much in a few seconds; measured on 10,000 speeches.
 *
 * To be called before any code is loaded: V8 takes kept code only where its flags are those with which the code was
 * made. A flag that is set while the build runs has every worker compile the whole program once more.
 */
export function tuneV8(): void {
  // New objects are not to be put among the old ones at once where earlier ones of the same line of code lived
  // long. What lives long while editions are read is gone after a moment while pages are rendered, and each dead
  // object among the old ones keeps a whole page's model until the next great collection: peak 380 → 211 MB.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // Three times as much is run before a function is optimized. What is optimized at once is half of the program, on
  // threads that take the cores from the build: a third of the CPU for 1,000 speeches, a tenth for 10,000.
  // Later versions of V8 count calls instead, and would complain of the flag; there nothing is won.
  if (Number.parseInt(versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=396000');
  // Less is put into a function that is optimized: a tenth of what optimizing costs is won back by running it.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=400');
  // Baseline code comes between the interpreter's and the optimized: a small site waited 30 ms for it. A
  // long build sets it again (build/longRun.ts).
  setFlagsFromString('--no-sparkplug');
  // A regular expression runs as bytecode once and is compiled when it is asked again: to polish the bytecode took 13 of
  // a small site's 250 ms.
  setFlagsFromString('--no-regexp-peephole-optimization');
  // A heap may double before it is looked through: too much where each of several threads has one.
  setFlagsFromString('--heap-growing-percent=25');
}
