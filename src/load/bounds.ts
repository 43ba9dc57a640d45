import { type Finding, find } from '../diagnostics/finding.js';
import type { Format } from './input.js';

/**
 * Bytes that an input may have. A text of this size is a book of a thousand pages; more of it would take longer to
 * read than anybody waits. A saved page brings its pictures along, and its text is bounded by its tags.
 */
const TEXT = 8 << 20;
const PAGE = 16 << 20;
const FILE = 64 << 20;
/** Bytes that a photograph or picture may have: what a camera makes, several times over. */
export const PICTURE = 32 << 20;
/** Bytes of front matter: a dozen keys, and a few hundred old addresses. */
export const FRONT_MATTER = 64 << 10;
/** Lines that a text may have: each becomes a block, and millions of them would fill the memory. */
export const LINES = 300_000;

/** @returns the most bytes that an input of the format may have; more is not even read */
export function limitOf(format: Format): number {
  if (format === 'docx') return FILE;
  return format === 'html' ? PAGE : TEXT;
}

/** @returns the number of the first line that a text has too many, or null */
export function lineBeyond(text: string): number | null {
  let line = 1;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    line += 1;
    if (line > LINES) return line;
  }
  return null;
}

/** @returns the finding for a file of so many bytes, where the limit is fewer */
export function tooLarge(file: string, size: number, limit: number): Finding {
  return find('too-large', file, undefined, { size: mebibytes(size), limit: mebibytes(limit) });
}

/** @returns the finding for front matter of so many bytes */
export function frontMatterTooLong(file: string, size: number): Finding {
  const kilobytes = (bytes: number) => Math.ceil(bytes / 1024);
  return find('front-matter-too-long', file, undefined, { size: kilobytes(size), limit: kilobytes(FRONT_MATTER) });
}

function mebibytes(bytes: number): number {
  return Math.round((bytes / (1 << 20)) * 10) / 10;
}
