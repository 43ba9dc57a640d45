import type { Heading } from 'mdast';
import type { BlockBuilder } from './builder.js';
import { plain } from './builder.js';

/**
 * A line of Markdown that needs no parser: text, with or without bold parts, as a heading, an item of a list, or
 * neither.
 */
export interface SimpleLine {
  depth: 0 | Heading['depth'];
  /** A bullet stands before it. */
  isItem: boolean;
  /** Stretches of text with their columns, counted from 1. */
  stretches: { value: string; column: number; strong: boolean }[];
}

/** Marks that mean something to CommonMark inside a line, but for `**` around Chinese text. */
const inlineSyntax = /[\\`*_[<&]/;
/** Beginnings of lines by which CommonMark knows blocks. */
const blockSyntax = /^(?:[#>+-]|\d{1,9}[.)](?:[ \t]|$)|~~~)/;
const item = /^(?:([-+*][ \t]+)|\d{1,9}[.)](?:[ \t]+|$))/;
const heading = /^(#{1,6})[ \t]+([^#]+?)(?:[ \t]+#+)?$/;
/**
 * Where `**` opens and closes whatever CommonMark's rules of flanking say: beside a Chinese character, or a
 * Chinese mark of the right side.
 */
const boldInner = /^[\p{Script=Han}“「『（《【][\s\S]*[\p{Script=Han}”」』）》】。，：；！？、…]$|^\p{Script=Han}$/u;
const outside = /^[\p{Script=Han}“「『（《【”」』）》】。，：；！？、…\u3000 ]$/u;

/** @returns the line's text and its bold parts; null where only a parser can tell. An empty line has no stretches */
export function readSimpleLine(written: string): SimpleLine | null {
  let start = 0;
  let end = written.length;
  while (start < end && isBlank(written[start])) start += 1;
  while (end > start && isBlank(written[end - 1])) end -= 1;
  const text = written.slice(start, end);
  const [marker = '', bullet = ''] = item.exec(text) ?? [];
  if (!blockSyntax.test(text.slice(marker.length))) {
    // A bullet is syntax; a number is text, as it stands.
    const stretches = readStretches(text.slice(bullet.length), start + bullet.length + 1);
    return stretches && { depth: 0, isItem: bullet !== '', stretches };
  }
  if (marker !== '') return null;
  const [, marks = '', title = ''] = heading.exec(text) ?? [];
  if (title === '') return null;
  const stretches = readStretches(title, start + 1 + text.indexOf(title, marks.length));
  return stretches && { depth: marks.length as Heading['depth'], isItem: false, stretches };
}

/** Adds a simple line's text to the builder as one block. */
export function buildSimpleLine({ depth, isItem, stretches }: SimpleLine, line: number, builder: BlockBuilder): void {
  if (isItem) builder.bullet();
  for (const { value, column, strong } of stretches) {
    builder.verbatim({ value, place: { line, column } }, strong ? bold : plain);
  }
  builder.endLine({ depth, centred: false });
  builder.endItem();
}

const bold = { ...plain, strong: true };

function readStretches(text: string, column: number): SimpleLine['stretches'] | null {
  const parts = text.split('**');
  if (parts.length % 2 === 0 || parts.some((part) => inlineSyntax.test(part))) return null;
  const stretches: SimpleLine['stretches'] = [];
  let at = column;
  for (const [index, value] of parts.entries()) {
    const strong = index % 2 === 1;
    // `****` is one run of four.
    if (value === '' && index > 0 && index < parts.length - 1) return null;
    if (strong && !isBold(value, parts[index - 1], parts[index + 1])) return null;
    if (value !== '') stretches.push({ value, column: at, strong });
    at += value.length + 2;
  }
  return stretches;
}

function isBold(inner: string, before = '', after = ''): boolean {
  const last = [...before.slice(-2)].at(-1) ?? '';
  const [next = ''] = after.slice(0, 2);
  return boldInner.test(inner) && (before === '' || outside.test(last)) && (after === '' || outside.test(next));
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
