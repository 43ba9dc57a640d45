import { createHash } from 'node:crypto';
import { shortened } from '../load/digest.js';
import { codeOf, type FileSystem, readPieces, writeWhole } from './fileSystem.js';

/**
 * Our own files in the output: a line with name and version, then a record a line with fields between tabs,
 * then the hash of all that. Lines instead of JSON: a million of them are read and written without an object
 * that holds them all.
 */
export interface RecordsFormat {
  name: string;
  version: number;
}

/** Written in pieces of about this many characters. */
const PIECE = 1 << 16;
const LINE_END = 0x0a;

/**
 * Writes records.
 * @param records fields without tabs and line ends
 * @returns the hash that the file ends in, which names this content
 * @throws the file system's error
 */
export function writeRecords(
  files: FileSystem,
  path: string,
  format: RecordsFormat,
  records: Iterable<readonly string[]>,
  sync: boolean,
): string {
  const sum = createHash('sha256');
  let seal = '';
  function* pieces(): Generator<Uint8Array> {
    let text = headOf(format);
    for (const record of records) {
      text += `${record.join('\t')}\n`;
      if (text.length < PIECE) continue;
      const piece = Buffer.from(text);
      sum.update(piece);
      yield piece;
      text = '';
    }
    const last = Buffer.from(text);
    sum.update(last);
    yield last;
    seal = shortened(sum);
    yield Buffer.from(seal);
  }
  writeWhole(files, path, pieces(), sync);
  return seal;
}

/**
 * Reads records one by one: the whole would take hundreds of megabytes for a million of them.
 * @param take gets each record's bytes, valid during the call, without the line's end. What it got counts for
 *   nothing unless a seal is returned in the end.
 * @returns the seal; `missing`; or `damaged`: torn, changed by hand, another program's or version's
 * @throws the file system's error, for anything but a missing file
 */
export function readRecords(
  files: FileSystem,
  path: string,
  format: RecordsFormat,
  take: (bytes: Buffer, start: number, end: number) => void,
): { seal: string } | 'missing' | 'damaged' {
  const sum = createHash('sha256');
  let rest = '';
  let isOurs = false;
  try {
    readPieces(files, path, (bytes) => {
      const end = bytes.lastIndexOf(LINE_END) + 1;
      if (end > 0) sum.update(bytes.subarray(0, end));
      let start = 0;
      if (!isOurs && end > 0) {
        const head = headOf(format);
        isOurs = bytes.toString('latin1', 0, head.length) === head;
        start = head.length;
      }
      while (isOurs && start < end) {
        const next = bytes.indexOf(LINE_END, start);
        take(bytes, start, next);
        start = next + 1;
      }
      rest = bytes.toString('latin1', end);
      return end;
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return 'missing';
    // A folder or a link with our file's name.
    if (code === 'EISDIR' || code === 'ELOOP') return 'damaged';
    throw error;
  }
  return isOurs && shortened(sum) === rest ? { seal: rest } : 'damaged';
}

function headOf({ name, version }: RecordsFormat): string {
  return `zhaideng ${name}\t${version}\n`;
}
