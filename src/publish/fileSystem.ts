import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { digestOf, shortened } from '../load/digest.js';

/**
 * What publishing asks of the disk. Everything goes through these functions, so that tests can make any one
 * call fail or be the last before a power cut.
 */
export type FileSystem = Pick<
  typeof fs,
  | 'closeSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'writeSync'
>;

export const nodeFileSystem: FileSystem = fs;

/**
 * Links are not followed (what they lead to is not ours), and a named pipe does not block the open. Windows
 * has neither flag.
 */
const READ = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

/** Most pages fit, so reading one is one call; a fresh buffer for each file would cost as much as the read. */
let buffer = Buffer.allocUnsafe(1 << 18);

/**
 * Reads a file whole.
 * @returns its bytes, valid until the next call
 * @throws the file system's error
 */
export function readWhole(files: FileSystem, path: string): Buffer {
  const fd = files.openSync(path, READ);
  try {
    let length = 0;
    for (;;) {
      if (length === buffer.length) {
        const larger = Buffer.allocUnsafe(buffer.length * 4);
        buffer.copy(larger);
        buffer = larger;
      }
      const read = files.readSync(fd, buffer, length, buffer.length - length, null);
      length += read;
      if (read === 0) return buffer.subarray(0, length);
    }
  } finally {
    files.closeSync(fd);
  }
}

/**
 * Reads a file in pieces of some 256 KB.
 * @param take gets the bytes that it has not used yet, and what follows them, valid during the call, which may not
 *   read another file; returns how many it used. A file of which it uses nothing in a whole piece ends there.
 * @throws the file system's error
 */
export function readPieces(files: FileSystem, path: string, take: (bytes: Buffer) => number): void {
  const fd = files.openSync(path, READ);
  try {
    for (let held = 0; held < buffer.length; ) {
      const read = files.readSync(fd, buffer, held, buffer.length - held, null);
      if (read === 0) return;
      const length = held + read;
      const used = take(buffer.subarray(0, length));
      buffer.copyWithin(0, used, length);
      held = length - used;
    }
  } finally {
    files.closeSync(fd);
  }
}

/**
 * Reads a file whose length is known.
 * @returns false when it is shorter or longer than the bytes that it is to fill
 * @throws the file system's error
 */
export function readInto(files: FileSystem, path: string, bytes: Buffer): boolean {
  const fd = files.openSync(path, READ);
  try {
    for (let at = 0; at < bytes.length; ) {
      const read = files.readSync(fd, bytes, at, bytes.length - at, null);
      if (read === 0) return false;
      at += read;
    }
    return files.readSync(fd, buffer, 0, 1, null) === 0;
  } finally {
    files.closeSync(fd);
  }
}

/**
 * Hashes a file in pieces: a video of 100 MB would else stay in memory for the rest of the build.
 * @throws the file system's error
 */
export function digestOfWhole(files: FileSystem, path: string): string {
  const fd = files.openSync(path, READ);
  try {
    // One read that does not fill the buffer is the last one, as on every local file system: a call less for each
    // of thousands of files, where a wrong answer only costs a rendering.
    let length = files.readSync(fd, buffer, 0, buffer.length, null);
    if (length < buffer.length) return digestOf(buffer.subarray(0, length));
    const sum = createHash('sha256');
    for (; length > 0; length = files.readSync(fd, buffer, 0, buffer.length, null))
      sum.update(buffer.subarray(0, length));
    return shortened(sum);
  } finally {
    files.closeSync(fd);
  }
}

/** @returns the hash of a file's bytes, or null when there is no such file or it cannot be read */
export function digestOnDisk(files: FileSystem, path: string): string | null {
  try {
    return digestOfWhole(files, path);
  } catch {
    return null;
  }
}

/**
 * Writes a file whole, in place: only for names that nobody reads yet.
 * @param sync true to have it on the disk, not only in the system's memory, when this returns
 * @param written is called when all is written, before the file is closed
 * @throws the file system's error; what was written then stays, torn
 */
export function writeWhole(
  files: FileSystem,
  path: string,
  pieces: Iterable<Uint8Array>,
  sync: boolean,
  written?: (fd: number) => void,
): void {
  const fd = files.openSync(path, 'w');
  let open = true;
  try {
    for (const piece of pieces) {
      // A full disk may take a part of the bytes first and fail at the next call.
      for (let at = 0; at < piece.length; ) at += files.writeSync(fd, piece, at, piece.length - at);
    }
    if (sync) files.fsyncSync(fd);
    written?.(fd);
    open = false;
    // Network file systems report a failed write only here.
    files.closeSync(fd);
  } finally {
    if (open) files.closeSync(fd);
  }
}

/** @returns the error's code (`ENOENT`), or null when it is not the file system's */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/** @returns true when the error says that there was nothing at the path */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
