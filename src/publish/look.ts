import type { Stats } from 'node:fs';
import { codeOf, type FileSystem } from './fileSystem.js';

/** What a file looks like to the file system: size, inode, time of change of its bytes, time of any change. */
export type Look = Pick<Stats, 'size' | 'ino' | 'mtimeMs' | 'ctimeMs'>;

/** Numbers in it. */
export const FIELDS = 4;

/** Milliseconds; system clocks of file systems step by 1, 4, 10 or 16. */
const STEP = 50;
/** Milliseconds; FAT steps by two seconds, HFS+ and old ext by one. */
const LONG_STEP = 2100;

/**
 * Looks at a file that was just written, by the descriptor: under its name another one may lie by now.
 * @returns null where the system does not tell
 */
export function lookAt(files: FileSystem, fd: number): Look | null {
  try {
    const { size, ino, mtimeMs, ctimeMs } = files.fstatSync(fd);
    return { size, ino, mtimeMs, ctimeMs };
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

/** @returns when a file changed, by the file system's clock; NaN where it does not tell */
export function changeOf(files: FileSystem, path: string): number {
  try {
    return files.lstatSync(path).ctimeMs;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return Number.NaN;
  }
}

/** @returns whether a file changed so long before the moment that one changed at the moment has another ctime */
export function isBefore(ctimeMs: number, moment: number): boolean {
  return ctimeMs < moment - (Number.isInteger(moment / 1000) ? LONG_STEP : STEP);
}

export function putLook(records: Float64Array, at: number, { size, ino, mtimeMs, ctimeMs }: Look): void {
  records[at] = size;
  records[at + 1] = ino;
  records[at + 2] = mtimeMs;
  records[at + 3] = ctimeMs;
}

/** Looks in a piece of memory. */
const PIECE = 4096;
/** Those of more files would be a large part of a very large site's memory; the next build reads those files. */
const MOST = 1 << 18;

/** What files looked like, by their position in a list of them. */
export class Looks {
  /** When the first of them changed; infinity for none. */
  earliest = Number.POSITIVE_INFINITY;
  readonly #pieces: Float64Array[] = [];

  put(position: number, look: Look): void {
    if (position >= MOST) return;
    const piece = Math.floor(position / PIECE);
    const records = this.#pieces[piece] ?? new Float64Array(PIECE * FIELDS).fill(Number.NaN);
    this.#pieces[piece] = records;
    putLook(records, (position % PIECE) * FIELDS, look);
    this.earliest = Math.min(this.earliest, look.ctimeMs);
  }

  /** @returns numbers as {@link putLook} puts them, NaN where nobody looked at this file; null where nobody did at many */
  at(position: number): Float64Array | null {
    const at = (position % PIECE) * FIELDS;
    return this.#pieces[Math.floor(position / PIECE)]?.subarray(at, at + FIELDS) ?? null;
  }
}
