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
  /** Its name in the staging folder; null where the output holds these bytes already. */
  staged: string | null;
}

/** Puts files into the staging folder, under names that no other thread uses. */
export class Stager {
  readonly #files: FileSystem;
  readonly #place: StagingPlace;
  readonly #prefix: string;
  #count = 0;

  /** @param thread 0 for the main one */
  constructor(files: FileSystem, place: StagingPlace, thread: number) {
    this.#files = files;
    this.#place = place;
    this.#prefix = `t${thread}n`;
  }

  /**
   * @param mayHold whether the output may hold the file already
   * @throws the file system's error
   */
  put(path: string, bytes: Uint8Array | string, mayHold: boolean): StagedBytes {
    const data = typeof bytes === 'string' ? encode(bytes) : bytes;
    const digest = digestOf(data);
    if (mayHold && digestOnDisk(this.#files, `${this.#place.root}/${path}`) === digest) return { digest, staged: null };
    const staged = `${this.#prefix}${this.#count}`;
    this.#count += 1;
    writeWhole(this.#files, `${this.#place.staging}/${staged}`, [data], false);
    return { digest, staged };
  }
}
