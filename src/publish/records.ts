import { createHash } from 'node:crypto';
import { digestOf } from '../load/digest.js';
import { codeOf, type FileSystem, readWhole, writeWhole } from './fileSystem.js';

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
    seal = sum.digest('hex').slice(0, 32);
    yield Buffer.from(seal);
  }
  writeWhole(files, path, pieces(), sync);
  return seal;
}

/**
 * Reads records.
 * @returns them with their seal; `missing`; or `damaged`: torn, changed by hand, another program's or version's
 * @throws the file system's error, for anything but a missing file
 */
export function readRecords(
  files: FileSystem,
  path: string,
  format: RecordsFormat,
): { records: string[][]; seal: string } | 'missing' | 'damaged' {
  let bytes: Buffer;
  try {
    bytes = readWhole(files, path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return 'missing';
    // A folder or a link with our file's name.
    if (code === 'EISDIR' || code === 'ELOOP') return 'damaged';
    throw error;
  }
  const end = bytes.lastIndexOf('\n') + 1;
  const seal = bytes.toString('latin1', end);
  if (digestOf(bytes.subarray(0, end)) !== seal) return 'damaged';
  const [head, ...lines] = bytes.toString('utf8', 0, Math.max(0, end - 1)).split('\n');
  if (`${head}\n` !== headOf(format)) return 'damaged';
  return { records: lines.map((line) => line.split('\t')), seal };
}

function headOf({ name, version }: RecordsFormat): string {
  return `zhaideng ${name}\t${version}\n`;
}
