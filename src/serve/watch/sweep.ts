import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { isIgnored } from './ignored.js';

/** Files looked at without a pause: a few milliseconds, in which no request is answered. */
const AT_ONCE = 500;

export interface Sweep {
  /** Paths whose content, name or place changed since. */
  changed: { path: string; at: number }[];
  folders: string[];
}

/**
 * Looks through watched folders for what the system's events missed: a file in a folder that was made a
 * moment before it was watched, an overflowing queue, a network drive. A hint to rebuild and no more, so the
 * times of the file system will do; the rebuild reads and hashes.
 * @param since milliseconds since 1970
 */
export async function sweep(roots: readonly string[], since: number): Promise<Sweep> {
  const result: Sweep = { changed: [], folders: [] };
  const seen = new Set<string>();
  let looked = 0;
  for (const root of roots) {
    const left = [root];
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      looked += 1;
      if (looked % AT_ONCE === 0) await pause();
      const stats = look(path);
      if (stats === null || isIgnored(root, path)) continue;
      // A new name in a folder changes the folder's time; a file that was moved keeps its own, except this one.
      if (stats.ctimeMs >= since) result.changed.push({ path, at: stats.ctimeMs });
      if (!stats.isDirectory()) continue;
      const identity = `${stats.dev}:${stats.ino}`;
      // Links can make a circle.
      if (seen.has(identity)) continue;
      seen.add(identity);
      result.folders.push(path);
      for (const name of list(path)) left.push(join(path, name));
    }
  }
  return result;
}

function look(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
