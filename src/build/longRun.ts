import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 make baseline code, which pays where the program runs for seconds and not where it runs for a fifth of one:
 * ten thousand speeches are built in 4 % less time. To be called when the workers have loaded the program, since V8 takes
 * kept code only where its flags are those with which it was made.
 */
export function compileEarlier(): void {
  setFlagsFromString('--sparkplug');
}

/** Has the heap grow by a twenty-fifth at most before V8 looks for what is no longer used, for one that holds a gigabyte. */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=4');
}
