import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { formatIndex, type Slot } from './slots.js';

const END_OF_LINE = Buffer.from('\n');
/** Bytes gathered before they are written. */
const GATHERED = 1 << 18;
/** A draft that nobody has written to for so long belongs to a build that was killed. Milliseconds. */
const ABANDONED = 60 * 60 * 1000;

/** Beginning of the names of files that end with a build, and are swept where it did not. */
export const draftName = 'state.draft-';

/**
 * The next state's file while it is written, beside the present one. Values go to the disk as they come, so
 * that a million of them are never in memory together.
 */
export class Draft {
  readonly #path: string;
  readonly #file: number;
  readonly #slots = new Map<string, Slot>();
  #gathered: Uint8Array[] = [];
  #gatheredSize = 0;
  #written = 0;

  /**
   * @param path the file that it will replace
   * @throws the file system's error, as the other methods
   */
  constructor(dir: string, head: string) {
    mkdirSync(dir, { recursive: true });
    clearAbandoned(dir);
    this.#path = join(dir, `${draftName}${process.pid}`);
    this.#file = openSync(this.#path, 'w+');
    this.#gather(Buffer.from(head));
  }

  has(digest: string): boolean {
    return this.#slots.has(digest);
  }

  /** @param text the value's JSON; stays as it is until the draft is finished */
  add(digest: string, text: Uint8Array): void {
    const offset = this.#written + this.#gatheredSize;
    this.#slots.set(digest, { offset, length: text.length, sum: crc32(text) });
    this.#gather(text);
    this.#gather(END_OF_LINE);
  }

  /** @returns a value that was added, or undefined */
  read(digest: string): Buffer | undefined {
    const slot = this.#slots.get(digest);
    if (slot === undefined) return undefined;
    this.#flush();
    const bytes = Buffer.alloc(slot.length);
    readSync(this.#file, bytes, 0, slot.length, slot.offset);
    return bytes;
  }

  /** Completes the file and puts it at `path`. */
  finish(path: string): void {
    this.#gather(formatIndex(this.#slots, this.#written + this.#gatheredSize));
    this.#flush();
    closeSync(this.#file);
    renameSync(this.#path, path);
  }

  /** Throws the draft away. */
  drop(): void {
    try {
      closeSync(this.#file);
    } catch {}
    rmSync(this.#path, { force: true });
  }

  #gather(bytes: Uint8Array): void {
    this.#gathered.push(bytes);
    this.#gatheredSize += bytes.length;
    if (this.#gatheredSize >= GATHERED) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#gathered);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#written += bytes.length;
    this.#gathered = [];
    this.#gatheredSize = 0;
  }
}

function clearAbandoned(dir: string): void {
  for (const name of readdirSync(dir)) {
    if (!name.startsWith(draftName)) continue;
    const path = join(dir, name);
    if (Date.now() - statSync(path).mtimeMs > ABANDONED) rmSync(path, { force: true });
  }
}
