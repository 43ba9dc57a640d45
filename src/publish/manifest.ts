import { Entries } from './entries.js';
import type { FileSystem } from './fileSystem.js';
import { isSafePath } from './outputPath.js';
import { type RecordsFormat, readRecords, writeRecords } from './records.js';

const format: RecordsFormat = { name: 'manifest', version: 1 };
const TAB = 0x09;
/** Characters of a key and of a digest. */
const FIELD = 32;
/** Both, each with the tab before it. */
const FIELDS = 2 * (FIELD + 1);

/**
 * Reads the list of every file that we published: what is not in it is somebody else's.
 * @returns the manifest and its seal (`''` for none); empty when it is missing or cannot be trusted
 * @throws the file system's error
 */
export function readManifest(files: FileSystem, path: string): { manifest: Entries; seal: string; damaged: boolean } {
  const manifest = new Entries();
  const read = readRecords(files, path, format, (bytes, start, end) => {
    const at = end - FIELDS;
    if (at <= start || bytes[at] !== TAB || bytes[at + 1 + FIELD] !== TAB) return;
    const file = bytes.toString('utf8', start, at);
    // Its seal keeps out accidents, not malice: whoever can write here must not make us delete elsewhere.
    if (isSafePath(file)) manifest.addDigits(file, bytes, at + 1, end - FIELD);
  });
  if (typeof read === 'string') return { manifest: new Entries(), seal: '', damaged: read === 'damaged' };
  return { manifest, seal: read.seal, damaged: false };
}

/** @returns the seal of what was written; the same entries give the same bytes, whatever order they came in */
export function writeManifest(files: FileSystem, path: string, manifest: Entries): string {
  function* records(): Generator<string[]> {
    for (const [file, { key, digest }] of manifest.all()) yield [file, key, digest];
  }
  return writeRecords(files, path, format, records(), true);
}

/** @returns true when both name the same files with the same keys and bytes */
export function isSameManifest(a: Entries, b: Entries): boolean {
  if (a.size !== b.size) return false;
  const other = b.all();
  for (const [path, { key, digest }] of a.all()) {
    const [otherPath, entry] = other.next().value ?? ['', { key: '', digest: '' }];
    if (otherPath !== path || entry.key !== key || entry.digest !== digest) return false;
  }
  return true;
}
