import { digestOf } from '../load/digest.js';
import { digestOnDisk, encode, type FileSystem, writeWhole } from './fileSystem.js';

/** Where new files wait until all are there; plain data, for a worker. */
export interface StagingPlace {
  /** The output folder; absolute. */
  root: string;
  /** The staging folder; there already. */
  staging: string;
}

/** A file that was put into the staging folder. */
export interface StagedBytes {
  digest: string;
  /** Its number, which {@link stagedName} tells the name of; null where the output holds these bytes already. */
  staged: number | null;
}

/** Threads that may stage: each has numbers of its own. */
const THREADS = 1024;

/** @returns the name of a staged file: a million of them are held as numbers */
export function stagedName(number: number): string {
  return `t${number}`;
}

/** Puts files into the staging folder, under names that no other thread uses. */
export class Stager {
  readonly #files: FileSystem;
  readonly #place: StagingPlace;
  #next: number;

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
    if (mayHold && digestOnDisk(this.#files, `${this.#place.root}/${path}`) === digest) return { digest, staged: null };
    const staged = this.#next;
    this.#next += THREADS;
    writeWhole(this.#files, `${this.#place.staging}/${stagedName(staged)}`, [data], false);
    return { digest, staged };
  }
}
