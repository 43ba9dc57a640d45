import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from two works that pay only for code that runs a few times more. Regular expressions run as bytecode once,
 * and are compiled when they are asked again: polishing the bytecode took 13 of a small site's 250 ms. Functions are
 * compiled by its optimising compiler where they run for long; baseline code before that took 13 ms as well, and
 * a thousand speeches are built as fast without.
 */
export function startQuickly(): void {
  setFlagsFromString('--no-regexp-peephole-optimization');
  setFlagsFromString('--no-sparkplug');
}
