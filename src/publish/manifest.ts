import type { Pin } from '../plan/site/pin.js';
import { slugForm } from '../records/slugForm.js';
import { Entries } from './entries.js';
import type { FileSystem } from './fileSystem.js';
import { byCodeUnits, isSafePath } from './outputPath.js';
import { type RecordsFormat, readRecords, writeRecords } from './records.js';

const format: RecordsFormat = { name: 'manifest', version: 1 };
const TAB = 0x09;
/** Characters of a key and of a digest. */
const FIELD = 32;
/** Both, each with the tab before it. */
const FIELDS = 2 * (FIELD + 1);

/** What we published: files, and whose each speaker's address is. */
export interface PublishedList {
  manifest: Entries;
  /** In order by slug. */
  pins: readonly Pin[];
}

/**
 * Reads the list of every file that we published: what is not in it is somebody else's.
 * @returns the list and its seal (`''` for none); empty when it is missing or cannot be trusted
 * @throws the file system's error
 */
export function readManifest(files: FileSystem, path: string): PublishedList & { seal: string; damaged: boolean } {
  const manifest = new Entries();
  const pins = new Map<string, Pin>();
  const read = readRecords(files, path, format, (bytes, start, end) => {
    if (bytes[start] === TAB) {
      const pin = pinOf(bytes.toString('utf8', start + 1, end));
      if (pin !== null) pins.set(pin.slug, pin);
      return;
    }
    const at = end - FIELDS;
    if (at <= start || bytes[at] !== TAB || bytes[at + 1 + FIELD] !== TAB) return;
    const file = bytes.toString('utf8', start, at);
    // Its seal keeps out accidents, not malice: whoever can write here must not make us delete elsewhere.
    if (isSafePath(file)) manifest.addDigits(file, bytes, at + 1, end - FIELD);
  });
  if (typeof read === 'string') return { manifest: new Entries(), pins: [], seal: '', damaged: read === 'damaged' };
  return { manifest, pins: [...pins.values()].sort((a, b) => byCodeUnits(a.slug, b.slug)), ...read, damaged: false };
}

/** @returns the seal of what was written; the same list gives the same bytes, whatever order its files came in */
export function writeManifest(files: FileSystem, path: string, { manifest, pins }: PublishedList): string {
  function* records(): Generator<string[]> {
    // No path is empty: a program that knows no pins passes these lines over.
    for (const { slug, name, words } of pins) yield ['', slug, JSON.stringify([name, ...words])];
    for (const [file, { key, digest }] of manifest.all()) yield [file, key, digest];
  }
  return writeRecords(files, path, format, records(), true);
}

/** @returns null for what is none, which somebody else may have written */
function pinOf(record: string): Pin | null {
  const [slug = '', json = ''] = record.split('\t');
  if (!slugForm.test(slug)) return null;
  try {
    const value: unknown = JSON.parse(json);
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) return null;
    const [name = '', ...words] = value;
    return name === '' ? null : { slug, name, words };
  } catch {
    return null;
  }
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
