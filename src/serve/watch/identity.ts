import { statSync } from 'node:fs';

/** Which file or folder stands at a path: another one after it was removed and made anew. */
export interface Identity {
  device: bigint;
  file: bigint;
  /** Nanoseconds; null where the file system does not keep it. File numbers are used again at once on ext4. */
  born: bigint | null;
  isFolder: boolean;
}

/** @returns null when nothing is there, or it cannot be seen */
export function identityOf(path: string): Identity | null {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return null;
    // Without a birth time Node gives the change time, which moves with every new name in a folder.
    const born = stats.birthtimeNs === 0n || stats.birthtimeNs === stats.ctimeNs ? null : stats.birthtimeNs;
    return { device: stats.dev, file: stats.ino, born, isFolder: stats.isDirectory() };
  } catch {
    return null;
  }
}

export function isSameIdentity(a: Identity | null, b: Identity | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.device !== b.device || a.file !== b.file || a.isFolder !== b.isFolder) return false;
  return a.born === null || b.born === null || a.born === b.born;
}
