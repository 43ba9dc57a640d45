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
