import { digestOf } from '../load/digest.js';
import { codeOf, digestOnDisk, encode, type FileSystem, writeWhole } from './fileSystem.js';
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

/** Puts files into the staging folder, under names that no other thread uses. */
export class Stager {
  readonly #files: FileSystem;
  readonly #place: StagingPlace;
  #next: number;
  /** Folders in {@link SITE} that are there. */
  readonly #folders = new Set<string>();

  /** Of the file that was put last. */
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
   * @param mayHold whether the output may hold the file already
   * @throws the file system's error
   */
  put(path: string, bytes: Uint8Array | string, mayHold: boolean): StagedBytes {
    const data = typeof bytes === 'string' ? encode(bytes) : bytes;
    const digest = digestOf(data);
    if (mayHold && digestOnDisk(this.#files, `${this.#place.root}/${path}`) === digest)
      return { digest, staged: null, look: null };
    if (this.#place.isByPath && this.#putByPath(path, data)) return { digest, staged: BY_PATH, look: this.#look };
    const staged = this.#next;
    this.#next += THREADS;
    writeWhole(this.#files, `${this.#place.staging}/${stagedName(staged, path)}`, [data], false);
    return { digest, staged, look: null };
  }

  /** @returns false where it cannot lie so: a page has the name of its folder, or the way there is too long */
  #putByPath(path: string, data: Uint8Array): boolean {
    if (!isSafePath(path)) throw new Error(`Not a path in the output: ${JSON.stringify(path)}`);
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
