import { digestOf } from '../load/digest.js';
import { codeOf, digestOnDisk, type FileSystem, writeWhole } from './fileSystem.js';
import { type Look, lookAt } from './look.js';
import { isSafePath, parentOf } from './outputPath.js';

/** Where new files wait until all are there; plain data, for a worker. */
export interface StagingPlace {
  /** The output folder; absolute. */
  root: string;
  /** The staging folder; there already. */
  staging: string;
  /** Files wait in {@link SITE}, so that folders can be moved whole. */
  isByPath: boolean;
  /** The next build can trust a {@link Look} of this one. */
  isTold: boolean;
}

/** A file that was put into the staging folder. */
export interface StagedBytes {
  digest: string;
  /** What {@link stagedName} tells its name of; null where the output holds these bytes already. */
  staged: number | null;
  /** Where it lies in {@link SITE}: to move a folder changes nothing of it. */
  look: Look | null;
}

/** Folder in the staging folder where files lie as they will in the output. */
export const SITE = 'site';
/** In the place of a number: the file lies in {@link SITE}. */
export const BY_PATH = -2;
/** Threads that may stage: each has numbers of its own. */
const THREADS = 1024;
/** Folders that are remembered: files come in their order, so the next one lies near the last ones. */
const REMEMBERED = 4096;

/** @returns the name of a staged file: a million of them are held as numbers */
export function stagedName(staged: number, path: string): string {
  return staged === BY_PATH ? `${SITE}/${path}` : `t${staged}`;
}

/**
 * Bytes that wait to be written. Some twenty pages written in a row take 4 % less of a build than each by itself, among
 * the making of pages: what the system does for a file is then in the processor's cache. A room that is larger than the
 * cache costs more than it saves (4 MB: 12 % of a build).
 */
const ROOM = 1 << 19;

/** A file that waits to be written. */
interface Waiting {
  path: string;
  data: Uint8Array;
  mayHold: boolean;
  taken(file: StagedBytes): void;
}

/** Puts files into the staging folder, under names that no other thread uses. */
export class Stager {
  readonly #files: FileSystem;
  readonly #place: StagingPlace;
  #next: number;
  /** Folders in {@link SITE} that are there. */
  readonly #folders = new Set<string>();
  readonly #room = Buffer.allocUnsafe(ROOM);
  /** How much of the room is taken. */
  #filled = 0;
  #waiting: Waiting[] = [];

  /** Of the file that was written last. */
  #look: Look | null = null;
  readonly #lookAt = (fd: number): void => {
    this.#look = this.#place.isTold ? lookAt(this.#files, fd) : null;
  };

  /** @param thread 0 for the main one */
  constructor(files: FileSystem, place: StagingPlace, thread: number) {
    this.#files = files;
    this.#place = place;
    this.#next = thread;
  }

  /**
   * Puts a file; it may be written only when {@link flush} is called.
   * @param mayHold whether the output may hold the file already
   * @param taken hears of it when it is written; of several files in the order in which they were put
   * @throws the file system's error, which may be that of an earlier file: of the first one that was not `taken`. It
   *   and those after it are dropped.
   */
  put(path: string, bytes: Uint8Array | string, mayHold: boolean, taken: (file: StagedBytes) => void): void {
    if (!isSafePath(path)) throw new Error(`Not a path in the output: ${JSON.stringify(path)}`);
    // A UTF-16 unit takes three bytes at most.
    const most = typeof bytes === 'string' ? bytes.length * 3 : bytes.length;
    if (most > ROOM - this.#filled) this.flush();
    const isLarge = most > ROOM;
    const data = !isLarge ? this.#keep(bytes) : typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    this.#waiting.push({ path, data, mayHold, taken });
    if (isLarge) this.flush();
  }

  /**
   * Writes what waits.
   * @throws as {@link put}
   */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#filled = 0;
    const digests = waiting.map(({ data }) => digestOf(data));
    for (const [at, { path, data, mayHold, taken }] of waiting.entries()) {
      const digest = digests[at] ?? '';
      const isThere = mayHold && digestOnDisk(this.#files, `${this.#place.root}/${path}`) === digest;
      taken(isThere ? { digest, staged: null, look: null } : this.#write(path, digest, data));
    }
  }

  /** @returns the bytes in the room, in UTF-8 */
  #keep(bytes: Uint8Array | string): Uint8Array {
    const from = this.#filled;
    if (typeof bytes === 'string') this.#filled += this.#room.write(bytes, from);
    else {
      this.#room.set(bytes, from);
      this.#filled += bytes.length;
    }
    return this.#room.subarray(from, this.#filled);
  }

  #write(path: string, digest: string, data: Uint8Array): StagedBytes {
    try {
      if (this.#place.isByPath && this.#writeByPath(path, data)) return { digest, staged: BY_PATH, look: this.#look };
      const staged = this.#next;
      this.#next += THREADS;
      writeWhole(this.#files, `${this.#place.staging}/${stagedName(staged, path)}`, [data], false);
      return { digest, staged, look: null };
    } catch (error) {
      // An error of writing tells no path, and others one in the staging folder, of which people know nothing.
      throw codeOf(error) === null ? error : Object.assign(error as Error, { path: `${this.#place.root}/${path}` });
    }
  }

  /** @returns false where it cannot lie so: a page has the name of its folder, or the way there is too long */
  #writeByPath(path: string, data: Uint8Array): boolean {
    try {
      this.#ensure(parentOf(path));
      writeWhole(this.#files, `${this.#place.staging}/${SITE}/${path}`, [data], false, this.#lookAt);
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG') return false;
      throw error;
    }
  }

  #ensure(folder: string): void {
    if (folder === '' || this.#folders.has(folder)) return;
    this.#ensure(parentOf(folder));
    try {
      this.#files.mkdirSync(`${this.#place.staging}/${SITE}/${folder}`);
    } catch (error) {
      // Another thread made it.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    if (this.#folders.size === REMEMBERED) this.#folders.clear();
    this.#folders.add(folder);
  }
}
