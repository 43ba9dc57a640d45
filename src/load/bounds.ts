import type { PhrasingContent } from 'mdast';
import { type Finding, find } from '../diagnostics/finding.js';
import type { Place } from '../records/place.js';
import type { BlockRoot } from './document.js';
import type { Format, Input } from './input.js';

/**
 * Bytes that an input may have. A text of this size is a book of a thousand pages; more of it would take longer to
 * read than anybody waits. A saved page brings its pictures along, and its text is bounded by its tags.
 */
const TEXT = 8 << 20;
const PAGE = 12 << 20;
const FILE = 40 << 20;
/** Bytes that a photograph or picture may have: what a camera makes, several times over. */
export const PICTURE = 32 << 20;
/** Bytes of a file in `_static/`. Code hosts take no larger one (GitHub: 100 MiB), and a page with it loads for minutes. */
export const STATIC = 100 << 20;
/** Bytes of front matter: a dozen keys, and a few hundred old addresses. */
export const FRONT_MATTER = 64 << 10;
/** Lines that a text may have, the empty ones included. */
const LINES = 300_000;
/** Lines with something in them: each becomes a block that the grammar looks at, and a page of a book has forty. */
const FULL_LINES = 20_000;
/** UTF-16 units of one line, or of one stretch of text between two tags: a paragraph of a hundred pages. */
export const LINE = 100_000;

/** @returns the most bytes that an input of the format may have; more is not even read */
export function limitOf(format: Format): number {
  if (format === 'docx') return FILE;
  return format === 'html' ? PAGE : TEXT;
}

/** @returns the finding for the first line that a text has too many or that is too long, or null */
export function beyondLines(text: string, { file, format }: Pick<Input, 'file' | 'format'>): Finding | null {
  let full = 0;
  let start = 0;
  for (let line = 1; ; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end > start) full += 1;
    if (end - start > LINE && lengthWithoutPictures(text.slice(start, end), format) > LINE)
      return lineTooLong(file, { line, column: LINE + 1 });
    if (full > FULL_LINES) return find('too-many-lines', file, { line, column: 1 }, { limit: FULL_LINES });
    if (line > LINES) return find('too-many-lines', file, { line, column: 1 }, { limit: LINES });
    if (found === -1) return null;
    start = found + 1;
  }
}

/** Markdown may hold pictures as data; what reading them takes is bounded by its parser's work. */
function lengthWithoutPictures(line: string, format: Format): number {
  if (format !== 'md') return line.length;
  return line.length - (line.match(/\]\(data:image\/[^)\s]*/g) ?? []).reduce((sum, data) => sum + data.length, 0);
}

/** @returns the finding for a line of which the character at the place is one too many */
export function lineTooLong(file: string, place: Place): Finding {
  return find('line-too-long', file, place, { limit: LINE });
}

/** @returns the finding for blocks of a format without lines, where they are too many or one is too long; or null */
export function beyondBlocks({ children }: BlockRoot, file: string): Finding | null {
  const beyond = children[FULL_LINES];
  if (beyond !== undefined) return find('too-many-lines', file, beyond.position?.start, { limit: FULL_LINES });
  for (const { children: nodes, position } of children) {
    if (lengthOf(nodes) > LINE) return lineTooLong(file, position?.start ?? { line: 1, column: 1 });
  }
  return null;
}

function lengthOf(nodes: PhrasingContent[]): number {
  let length = 0;
  for (const node of nodes)
    length += 'value' in node ? node.value.length : 'children' in node ? lengthOf(node.children) : 0;
  return length;
}

/** @returns the finding for a file of so many bytes, where the limit is fewer */
export function tooLarge(
  file: string,
  size: number,
  limit: number,
  rule: 'too-large' | 'static-too-large' = 'too-large',
): Finding {
  return find(rule, file, undefined, { size: mebibytes(size), limit: mebibytes(limit) });
}

/** @returns the finding for front matter of so many bytes */
export function frontMatterTooLong(file: string, size: number): Finding {
  const kilobytes = (bytes: number) => Math.ceil(bytes / 1024);
  return find('front-matter-too-long', file, undefined, { size: kilobytes(size), limit: kilobytes(FRONT_MATTER) });
}

function mebibytes(bytes: number): number {
  return Math.round((bytes / (1 << 20)) * 10) / 10;
}
