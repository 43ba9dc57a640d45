import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { draftName } from './draft.js';

/** Bytes of a piece of memory. */
const PIECE = 4 << 20;
/**
 * Pieces that are filled before anything goes to the disk: the texts of ten thousand speeches, each of which would else
 * be a call to the system. More of them go to the disk, all of them, and one piece is left.
 */
const PIECES = 10;

/** What another thread of this process needs to read it; plain data. */
export interface ScratchShare {
  /** Descriptor, which all threads of a process share; null where nothing was written. */
  file: number | null;
  /** Bytes in it. */
  length: number;
  /** Pieces of memory with what comes behind these. */
  held: readonly SharedArrayBuffer[];
  /** Bytes in them. */
  filled: number;
}

/**
 * Bytes that are put down for the rest of this process; those that are too many for memory beside the state's file.
 * They never outlive the process, and nothing depends on them: where the disk takes no more, nothing more is put down.
 */
export class Scratch {
  /** Null where another thread's bytes are read. */
  readonly #folder: string | null;
  #held: Buffer[] = [];
  #most = PIECES;
  /** Bytes in memory, and in the file before them. */
  #filled = 0;
  #written = 0;
  #file: number | null = null;
  #isFull = false;

  /** @param from a folder, made when there is something to write; or what another thread {@link share}s */
  constructor(from: string | ScratchShare) {
    this.#folder = typeof from === 'string' ? from : null;
    if (typeof from === 'string') return;
    this.#file = from.file;
    this.#written = from.length;
    this.#held = from.held.map((piece) => Buffer.from(piece));
    this.#filled = from.filled;
    this.#isFull = true;
  }

  /** @returns what has been put down, for another thread as long as this is open */
  share(): ScratchShare {
    // What is in memory stays as it is: a piece is let go when it was written, and never filled again.
    const held = this.#held.map(({ buffer }) => buffer as SharedArrayBuffer);
    return { file: this.#file, length: this.#written, held, filled: this.#filled };
  }

  /** @returns the offset to read them from, or null where they could not be put down */
  add(bytes: Uint8Array): number | null {
    if (this.#isFull) return null;
    if (this.#filled + bytes.length > this.#most * PIECE && !this.#flush()) return null;
    const offset = this.#written + this.#filled;
    if (bytes.length > this.#most * PIECE) return this.#write(bytes) ? offset : null;
    for (let at = 0; at < bytes.length; ) {
      const start = this.#filled % PIECE;
      if (start === 0) this.#held.push(Buffer.from(new SharedArrayBuffer(PIECE)));
      const part = bytes.subarray(at, at + PIECE - start);
      this.#held.at(-1)?.set(part, start);
      this.#filled += part.length;
      at += part.length;
    }
    return offset;
  }

  /** @returns the bytes, or null where the disk does not give them back */
  read(offset: number, length: number): Buffer | null {
    const inFile = this.#written - offset;
    if (inFile <= 0) return this.#inMemory(-inFile, length);
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
    this.#held = [];
    this.#filled = 0;
    this.#isFull = true;
  }

  #inMemory(at: number, length: number): Buffer | null {
    if (at + length > this.#filled) return null;
    const start = at % PIECE;
    const piece = this.#held[Math.floor(at / PIECE)];
    if (piece === undefined) return null;
    if (start + length <= PIECE) return piece.subarray(start, start + length);
    const rest = this.#inMemory(at + PIECE - start, length - PIECE + start);
    return rest && Buffer.concat([piece.subarray(start), rest]);
  }

  #flush(): boolean {
    if (!this.#write(...this.#held.map((piece, at) => piece.subarray(0, this.#filled - at * PIECE)))) return false;
    this.#held = [];
    this.#filled = 0;
    this.#most = 1;
    return true;
  }

  /** All of them, or none: what is in memory is found behind what is in the file. */
  #write(...pieces: readonly Uint8Array[]): boolean {
    let end = this.#written;
    try {
      this.#file ??= this.#open(this.#folder ?? '');
      for (const bytes of pieces) {
        for (let at = 0; at < bytes.length; ) {
          const written = writeSync(this.#file, bytes, at, bytes.length - at, end);
          at += written;
          end += written;
        }
      }
    } catch {
      this.#isFull = true;
      return false;
    }
    this.#written = end;
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
