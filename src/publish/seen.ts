import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { shortened } from '../load/digest.js';
import type { Entries } from './entries.js';
import { codeOf, digestOnDisk, type FileSystem, readInto, writeWhole } from './fileSystem.js';
import { changeOf, FIELDS, isBefore, putLook } from './look.js';
import { byCodeUnits } from './outputPath.js';

const BYTES = FIELDS * Float64Array.BYTES_PER_ELEMENT;
/** Characters of the hash at the end. */
const SUM = 32;
/** Records that are written at a time. */
const PIECE = 2048;
const LOOK = { throwIfNoEntry: false } as const;

/** What a list is good for: with anything else its content counts for nothing. */
export interface SeenFor {
  /** Of the manifest whose files are listed. */
  seal: string;
  /**
   * The system's start. Pages are not flushed: after a power cut one may be torn though it looks as it did, so that
   * after each start every file is read once. `''` where the system does not tell: no list is kept there.
   */
  boot: string;
  /** Of the output folder. */
  device: number;
}

/**
 * What published files looked like to the file system when their bytes were known, as in git's index: `keep` then
 * asks 5 µs for a file instead of the 30 of reading it. Whatever writes into a file or puts another there sets a new
 * ctime, which no program can set back; only a program that keeps a file mapped into its memory can change it later
 * without one.
 *
 * A change within the clock's step after our look leaves the ctime as it was (git's racy-git document), so only
 * files are remembered whose ctime lies further back, by the clock of the file system itself. Younger ones are read
 * by the next build. So are those that a build has just published one by one: to look at one does not tell whether it
 * is still the one that was moved there. Of a file that came to its place with its whole folder, we know what it looked
 * like when we had written it, and that is what it looks like still (see {@link write}).
 *
 * The list lies beside the manifest in the order of its entries: {@link BYTES} a file in the machine's own order,
 * then a hash of {@link SeenFor} and all that. One that is torn, damaged or another's is none.
 */
export class Seen {
  /** How many files were found to hold what the manifest says. */
  kept = 0;
  /** This build knows more than the list that it found. */
  isRicher = false;
  readonly #files: FileSystem;
  readonly #root: string;
  readonly #old: Entries;
  readonly #isTold: boolean;
  /** By index in the manifest; NaN for a file that is to be read. */
  readonly #records: Float64Array;
  readonly #isKept: Uint8Array;
  /** Files that did not change since lie as they lay before this build looked at any. */
  readonly #before: number;

  /**
   * Reads the list of the manifest's files.
   * @param root the output folder
   * @param old the manifest
   * @param opened a file that this build has written before it looks at any other
   * @throws nothing that the disk does: every file is read then
   */
  constructor(
    files: FileSystem,
    { root, list, old, opened, id }: { root: string; list: string; old: Entries; opened: string; id: SeenFor },
  ) {
    this.#files = files;
    this.#root = root;
    this.#old = old;
    this.#isTold = id.boot !== '';
    this.#isKept = new Uint8Array(old.size);
    this.#before = this.#isTold ? changeOf(files, opened) : Number.NaN;
    const count = this.#isTold ? old.size : 0;
    this.#records = (count > 0 ? readList(files, list, count, id) : null) ?? new Float64Array(count * FIELDS).fill(NaN);
  }

  /**
   * @param index of the file in the manifest
   * @returns whether it still holds the bytes that the manifest says; it is read where it is not as remembered
   */
  holds(index: number, path: string): boolean {
    const place = `${this.#root}/${path}`;
    const stats = this.#isTold ? this.#look(place) : null;
    if (stats !== null && !isFile(stats)) return false;
    if (stats === null || !this.#isAsRemembered(index, stats)) {
      if (digestOnDisk(this.#files, place) !== this.#old.digestAt(index)) return false;
      // The look came before the reading: a change in between or later has a later ctime.
      if (stats !== null) this.#remember(index, stats);
    }
    if (this.#isKept[index] === 0) this.kept += 1;
    this.#isKept[index] = 1;
    return true;
  }

  /**
   * Writes the list of what is published now: of the files that {@link holds} was asked about, and of those that were
   * looked at when they had been staged. Nobody but us writes in the staging folder; whoever changed or replaced one
   * since it can be seen did so after the moment, and a file that changed long before it has another ctime then.
   * @param staging a folder on the same file system that is empty, so that no link has the draft's name, or missing
   * @param next the manifest
   * @param moment before anything staged was published, by the file system's clock; NaN where nothing was
   * @throws nothing that the disk does: without the list the next build reads every file, and only that
   */
  write(list: string, staging: string, next: Entries, id: SeenFor, moment: number): void {
    if (!this.#isTold || (this.kept === 0 && !isBefore(next.looks.earliest, moment))) return;
    const draft = `${staging}/seen`;
    try {
      this.#files.mkdirSync(staging, { recursive: true });
      writeWhole(this.#files, draft, this.#pieces(next, id, moment), false);
      this.#files.renameSync(draft, list);
    } catch (error) {
      if (codeOf(error) === null) throw error;
    }
  }

  *#pieces(next: Entries, id: SeenFor, moment: number): Generator<Uint8Array> {
    const sum = createHash('sha256').update(headOf(id));
    const records = new Float64Array(PIECE * FIELDS);
    let known = 0;
    for (let index = 0; index < next.size; ) {
      const first = index;
      records.fill(Number.NaN);
      for (; index < next.size && index - first < PIECE; index += 1) {
        const path = next.pathAt(index);
        // Both lists are in order: the old one is gone through beside the new one.
        while (known < this.#old.size && byCodeUnits(this.#old.pathAt(known), path) < 0) known += 1;
        const isKept = this.#isKept[known] === 1 && this.#old.pathAt(known) === path;
        const at = (index - first) * FIELDS;
        const look = isKept ? this.#records.subarray(known * FIELDS, (known + 1) * FIELDS) : next.lookAt(index);
        if (look !== null && (isKept || isBefore(look[3] ?? Number.NaN, moment))) records.set(look, at);
      }
      const piece = new Uint8Array(records.buffer, 0, (index - first) * BYTES);
      sum.update(piece);
      yield piece;
    }
    yield Buffer.from(shortened(sum), 'latin1');
  }

  #isAsRemembered(index: number, { size, ino, mtimeMs, ctimeMs }: Stats): boolean {
    const at = index * FIELDS;
    const records = this.#records;
    return (
      records[at] === size && records[at + 1] === ino && records[at + 2] === mtimeMs && records[at + 3] === ctimeMs
    );
  }

  #remember(index: number, stats: Stats): void {
    if (!isBefore(stats.ctimeMs, this.#before)) return;
    putLook(this.#records, index * FIELDS, stats);
    this.isRicher = true;
  }

  /** @returns null where it cannot be seen; `undefined` for no file */
  #look(place: string): Stats | undefined | null {
    try {
      return this.#files.lstatSync(place, LOOK);
    } catch (error) {
      if (codeOf(error) === null) throw error;
      return null;
    }
  }
}

function isFile(stats: Stats | undefined | null): stats is Stats {
  return stats?.isFile() === true;
}

/** @returns the records; null for a list that is missing, damaged or another's, or cannot be read */
function readList(files: FileSystem, path: string, count: number, id: SeenFor): Float64Array | null {
  const length = count * BYTES + SUM;
  const buffer = new ArrayBuffer(length);
  const bytes = Buffer.from(buffer);
  try {
    if (!readInto(files, path, bytes)) return null;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
  const sum = createHash('sha256').update(headOf(id)).update(bytes.subarray(0, -SUM));
  return shortened(sum) === bytes.toString('latin1', length - SUM) ? new Float64Array(buffer, 0, count * FIELDS) : null;
}

function headOf({ seal, boot, device }: SeenFor): string {
  return `zhaideng seen\t1\t${seal}\t${boot}\t${device}\n`;
}
