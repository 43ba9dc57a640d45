import { statSync } from 'node:fs';

/**
 * Editors empty a file before they write it, or remove it before they put the new one in its place. Both look
 * like that for a millisecond, and a rebuild then would show an error that mends itself.
 * @param paths absolute paths that changed
 * @returns false when one of them is an empty file or is not there
 */
export function isSettled(paths: ReadonlySet<string>): boolean {
  for (const path of paths) {
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats === undefined || (stats.isFile() && stats.size === 0)) return false;
    } catch {
      return false;
    }
  }
  return true;
}
