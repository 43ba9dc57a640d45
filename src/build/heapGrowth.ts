import { setFlagsFromString } from 'node:v8';

/**
 * Has the heap grow by a twenty-fifth at most before V8 looks for what is no longer used, for one that holds a
 * gigabyte. Workers that start later compile the program anew (see tuneV8), which is nothing beside such a site.
 */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=4');
}
