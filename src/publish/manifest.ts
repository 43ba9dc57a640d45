import type { FileSystem } from './fileSystem.js';
import type { PublishedEntry } from './output.js';
import { byCodeUnits, isSafePath } from './outputPath.js';
import { type RecordsFormat, readRecords, writeRecords } from './records.js';

/** Every file that we published, by path: what is not in here is somebody else's. */
export type Manifest = ReadonlyMap<string, PublishedEntry>;

const format: RecordsFormat = { name: 'manifest', version: 1 };

/**
 * @returns the manifest and its seal (`''` for none); empty when it is missing or cannot be trusted
 * @throws the file system's error
 */
export function readManifest(
  files: FileSystem,
  path: string,
): { manifest: Map<string, PublishedEntry>; seal: string; damaged: boolean } {
  const manifest = new Map<string, PublishedEntry>();
  const read = readRecords(files, path, format);
  if (typeof read === 'string') return { manifest, seal: '', damaged: read === 'damaged' };
  for (const [file = '', key = '', digest = ''] of read.records) {
    // Its seal keeps out accidents, not malice: whoever can write here must not make us delete elsewhere.
    if (isSafePath(file)) manifest.set(file, { key, digest });
  }
  return { manifest, seal: read.seal, damaged: false };
}

/** @returns the seal of what was written; the same entries give the same bytes, whatever order they came in */
export function writeManifest(files: FileSystem, path: string, manifest: Manifest): string {
  function* records(): Generator<string[]> {
    for (const file of [...manifest.keys()].sort(byCodeUnits)) {
      const entry = manifest.get(file);
      if (entry !== undefined) yield [file, entry.key, entry.digest];
    }
  }
  return writeRecords(files, path, format, records(), true);
}

/** @returns true when both name the same files with the same keys and bytes */
export function isSameManifest(a: Manifest, b: Manifest): boolean {
  if (a.size !== b.size) return false;
  for (const [path, { key, digest }] of a) {
    const other = b.get(path);
    if (other === undefined || other.key !== key || other.digest !== digest) return false;
  }
  return true;
}
