import type { Phase } from '../plan/page.js';
import { readHex } from './hex.js';
import { type Look, Looks } from './look.js';
import type { PublishedEntry } from './output.js';
import { byCodeUnits } from './outputPath.js';
import { BY_PATH, stagedName } from './stager.js';

/** Bytes of a key and of a digest. */
const FIELD = 16;
/** A file that is in its place. */
const NOWHERE = -1;
/** In the order in which they are published. */
export const phases: readonly Phase[] = ['asset', 'page', 'list'];
/** Entries in a piece of memory. */
const PIECE = 4096;

/** A file of the next site that is not in its place yet. */
export interface StagedFile {
  path: string;
  /** Its name in the staging folder. */
  staged: string;
  digest: string;
}

/** Where a file waits, when it is due, and what it looked like when it had been written. */
interface Waiting {
  number: number;
  phase: Phase;
  look: Look | null;
}

/** Files by path, with what they were made of. */
export interface Manifest {
  readonly size: number;
  has(path: string): boolean;
  get(path: string): PublishedEntry | undefined;
  /** @returns all paths, in order by code units */
  paths(): Iterable<string>;
}

/**
 * A list of files in little memory: a site may have a million, and objects and maps of them took a kilobyte for each.
 * Keys and digests lie side by side in pieces of memory; a path is found by halving, once all are there.
 */
export class Entries implements Manifest {
  /** Of staged files. */
  readonly looks = new Looks();
  readonly #paths: string[] = [];
  readonly #pieces: Buffer[] = [];
  /** Beside the paths; empty where nothing is staged. */
  #staged = new Float64Array(0);
  #phases = new Uint8Array(0);
  #waiting = 0;
  #byPath = 0;
  /** Positions in order by path; null while they are so by themselves. */
  #order: Uint32Array | null = null;
  #isOrdered = true;
  /** Index that was asked for last. */
  #asked = -1;

  get size(): number {
    return this.#paths.length;
  }

  /** How many of them are staged. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Whether every file is staged as it will lie in the output: then none has the name of another one's folder. */
  get isAllByPath(): boolean {
    return this.#byPath === this.size;
  }

  /** @param staged where the file waits, and when it is due; or null for one that is in its place */
  add(path: string, { key, digest }: PublishedEntry, staged: Waiting | null = null): void {
    const { piece, at } = this.#room(path);
    if (!isPut(piece, at, key)) throw new Error(`Not a key: ${JSON.stringify(key)}`);
    if (!isPut(piece, at + FIELD, digest)) throw new Error(`Not a digest: ${JSON.stringify(digest)}`);
    if (staged === null) return;
    const position = this.#paths.length - 1;
    this.#staged[position] = staged.number;
    this.#phases[position] = phases.indexOf(staged.phase);
    this.#waiting += 1;
    if (staged.number === BY_PATH) this.#byPath += 1;
    if (staged.look !== null) this.looks.put(position, staged.look);
  }

  /**
   * Adds a file that is in its place.
   * @param bytes hold its key and its digest as hexadecimal digits, at these places
   * @returns false, with nothing added, when they do not
   */
  addDigits(path: string, bytes: Buffer, key: number, digest: number): boolean {
    if (!readHex(bytes, key, read, 0, FIELD) || !readHex(bytes, digest, read, FIELD, FIELD)) return false;
    const { piece, at } = this.#room(path);
    piece.set(read, at);
    return true;
  }

  /** Adds a file of another list that is in its place, as it is there. */
  addFrom(other: Entries, index: number): void {
    const from = other.#fieldsAt(other.#positionAt(index));
    const { piece, at } = this.#room(other.pathAt(index));
    // `Buffer.copy` takes several times as long for so few.
    for (let n = 0; n < 2 * FIELD; n += 1) piece[at + n] = from.piece[from.at + n] ?? 0;
  }

  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  get(path: string): PublishedEntry | undefined {
    const position = this.#find(path);
    return position === undefined ? undefined : this.#entryAt(position);
  }

  /** @returns where a file stands in order by path; -1 for none */
  indexOf(path: string): number {
    // Who asks for one file often asks for the next one then.
    this.#asked += 1;
    if (this.pathAt(this.#asked) !== path) this.#asked = this.#firstFrom(path);
    return this.pathAt(this.#asked) === path ? this.#asked : -1;
  }

  /** @returns the path that stands there in order; `''` for none */
  pathAt(index: number): string {
    return this.#paths[this.#positionAt(index)] ?? '';
  }

  /** @returns what the file that stands there looked like when it had been staged; null where nobody looked */
  lookAt(index: number): Float64Array | null {
    return this.looks.at(this.#positionAt(index));
  }

  keyAt(index: number): string {
    const { piece, at } = this.#fieldsAt(this.#positionAt(index));
    return piece.toString('hex', at, at + FIELD);
  }

  digestAt(index: number): string {
    const { piece, at } = this.#fieldsAt(this.#positionAt(index));
    return piece.toString('hex', at + FIELD, at + 2 * FIELD);
  }

  *paths(): Generator<string> {
    for (let index = 0; index < this.size; index += 1) yield this.pathAt(index);
  }

  /** @returns all entries, in order by path */
  *all(): Generator<[path: string, entry: PublishedEntry]> {
    for (let index = 0; index < this.size; index += 1) {
      const position = this.#positionAt(index);
      yield [this.#paths[position] ?? '', this.#entryAt(position)];
    }
  }

  /** @returns whether a file lies in the folder */
  hasWithin(folder: string): boolean {
    const path = this.pathAt(this.#firstFrom(`${folder}/`));
    return path.startsWith(`${folder}/`);
  }

  /** @returns positions of the staged files of a phase, in order by path */
  *waitingIn(phase: Phase): Generator<number> {
    const due = phases.indexOf(phase);
    for (let index = 0; index < this.size; index += 1) {
      const position = this.#positionAt(index);
      if (this.#staged[position] !== NOWHERE && this.#phases[position] === due) yield position;
    }
  }

  /** @param position of a staged file */
  stagedAt(position: number): StagedFile {
    const path = this.#paths[position] ?? '';
    const staged = stagedName(this.#staged[position] ?? NOWHERE, path);
    return { path, staged, digest: this.#entryAt(position).digest };
  }

  /** The path of a staged file alone. */
  waitingPath(position: number): string {
    return this.#paths[position] ?? '';
  }

  /** @returns whether a staged file lies as it will in the output */
  liesByPath(position: number): boolean {
    return this.#staged[position] === BY_PATH;
  }

  /** @returns a path that two of them have, or null */
  twice(): string | null {
    let last: string | null = null;
    for (const path of this.paths()) {
      if (path === last) return path;
      last = path;
    }
    return null;
  }

  #grow(): void {
    const length = Math.max(1024, this.#staged.length * 2);
    const [staged, due] = [new Float64Array(length), new Uint8Array(length)];
    staged.set(this.#staged);
    due.set(this.#phases);
    [this.#staged, this.#phases] = [staged, due];
  }

  /** Makes room for a file that is in its place. */
  #room(path: string): Fields {
    const position = this.#paths.length;
    const last = this.#paths[position - 1];
    if (last !== undefined && byCodeUnits(last, path) >= 0) this.#isOrdered = false;
    this.#order = null;
    this.#paths.push(path);
    if (position % PIECE === 0) this.#pieces.push(Buffer.allocUnsafeSlow(PIECE * 2 * FIELD));
    if (position === this.#staged.length) this.#grow();
    this.#staged[position] = NOWHERE;
    return this.#fieldsAt(position);
  }

  #fieldsAt(position: number): Fields {
    return { piece: this.#pieces[Math.floor(position / PIECE)] ?? nothing, at: (position % PIECE) * 2 * FIELD };
  }

  #entryAt(position: number): PublishedEntry {
    const { piece, at } = this.#fieldsAt(position);
    const digits = piece.toString('hex', at, at + 2 * FIELD);
    return { key: digits.slice(0, 2 * FIELD), digest: digits.slice(2 * FIELD) };
  }

  #find(path: string): number | undefined {
    const index = this.#firstFrom(path);
    return this.pathAt(index) === path ? this.#positionAt(index) : undefined;
  }

  /** @returns index in order of the first path that does not come before this one */
  #firstFrom(path: string): number {
    this.#sort();
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byCodeUnits(this.pathAt(middle), path) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #positionAt(index: number): number {
    this.#sort();
    return this.#order?.[index] ?? index;
  }

  #sort(): void {
    if (this.#isOrdered || this.#order !== null) return;
    const paths = this.#paths;
    this.#order = Uint32Array.from(paths, (_, position) => position).sort((a, b) =>
      byCodeUnits(paths[a] ?? '', paths[b] ?? ''),
    );
  }
}

/** Where a key and a digest lie, one after the other. */
interface Fields {
  piece: Buffer;
  at: number;
}

const nothing = Buffer.alloc(0);

const read = new Uint8Array(2 * FIELD);

/** @returns false for what `digestOf` does not give */
function isPut(piece: Buffer, at: number, digits: string): boolean {
  return digits.length === 2 * FIELD && piece.write(digits, at, FIELD, 'hex') === FIELD;
}
