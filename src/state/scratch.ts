import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { draftName } from './draft.js';

/** Bytes held in memory before they go to the disk; what a small site needs at all. */
const HELD = 4 << 20;

/** What another thread of this process needs to read it; plain data. */
export interface ScratchFile {
  /** Descriptor, which all threads of a process share; null where nothing was written. */
  file: number | null;
  /** Bytes in it. */
  length: number;
}

/**
 * Bytes that are put down for the rest of this process, beside the state's file: they are too many for memory
 * and never outlive the process. Nothing depends on them: where the disk takes no more, nothing more is put down.
 */
export class Scratch {
  /** Null where another thread's file is read. */
  readonly #folder: string | null;
  #tail: Buffer | null = null;
  /** Bytes in the tail, and in the file before it. */
  #filled = 0;
  #written = 0;
  #file: number | null = null;
  #isFull = false;

  /** @param from a folder, made when there is something to write; or what another thread {@link share}s */
  constructor(from: string | ScratchFile) {
    this.#folder = typeof from === 'string' ? from : null;
    if (typeof from === 'string') return;
    this.#file = from.file;
    this.#written = from.length;
    this.#isFull = true;
  }

  /** @returns what has been put down, for another thread as long as this is open; null where the disk takes no more */
  share(): ScratchFile | null {
    if (this.#filled > 0 && !this.#flush()) return null;
    return { file: this.#file, length: this.#written };
  }

  /** @returns the offset to read them from, or null where they could not be put down */
  add(bytes: Uint8Array): number | null {
    if (this.#isFull) return null;
    if (this.#filled + bytes.length > HELD && !this.#flush()) return null;
    if (bytes.length > HELD) return this.#write(bytes) ? this.#written - bytes.length : null;
    this.#tail ??= Buffer.allocUnsafeSlow(HELD);
    this.#tail.set(bytes, this.#filled);
    this.#filled += bytes.length;
    return this.#written + this.#filled - bytes.length;
  }

  /** @returns the bytes, or null where the disk does not give them back */
  read(offset: number, length: number): Buffer | null {
    const inFile = this.#written - offset;
    if (inFile <= 0) return this.#tail?.subarray(-inFile, length - inFile) ?? null;
    if (inFile < length) {
      const [head, rest] = [this.read(offset, inFile), this.read(this.#written, length - inFile)];
      return head && rest && Buffer.concat([head, rest]);
    }
    if (this.#file === null) return null;
    const bytes = Buffer.allocUnsafe(length);
    try {
      return readSync(this.#file, bytes, 0, length, offset) === length ? bytes : null;
    } catch {
      return null;
    }
  }

  close(): void {
    if (this.#file !== null && this.#folder !== null) closeSync(this.#file);
    this.#file = null;
    this.#tail = null;
    this.#isFull = true;
  }

  #flush(): boolean {
    if (!this.#write((this.#tail ?? Buffer.alloc(0)).subarray(0, this.#filled))) return false;
    this.#filled = 0;
    return true;
  }

  #write(bytes: Uint8Array): boolean {
    try {
      this.#file ??= this.#open(this.#folder ?? '');
      for (let at = 0; at < bytes.length; )
        at += writeSync(this.#file, bytes, at, bytes.length - at, this.#written + at);
    } catch {
      this.#isFull = true;
      return false;
    }
    this.#written += bytes.length;
    return true;
  }

  /** The name is gone at once, so that a killed build leaves nothing; Windows lets it stay until it is swept. */
  #open(folder: string): number {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${draftName}texts-${process.pid}`);
    rmSync(path, { force: true });
    const file = openSync(path, 'wx+', 0o600);
    try {
      rmSync(path, { force: true });
    } catch {}
    return file;
  }
}
