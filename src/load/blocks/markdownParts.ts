import { readSimpleLine } from './simpleLine.js';

/** A stretch of Markdown that can be read by itself. */
export interface Part {
  text: string;
  /** Number of its first line, from 1 in the whole text. */
  line: number;
  /** Each line can be read by itself, without a parser. */
  isPlain: boolean;
}

/** Marks that mean something to CommonMark inside a line or at its beginning. */
const syntax = /[\\`*_[<&]|^[ \t]*(?:[#>+-]|\d{1,9}[.)](?:[ \t]|$)|~~~)/m;
/** What reaches across empty lines: fences, blocks of HTML, definitions; behind marks of quotes and lists too. */
const reaching = /^[ \t>*+\-\d.)]*(?:```|~~~|<|\[[^\]\n]*\]:)/m;

/** Beginning to parse takes as long as parsing so many plain paragraphs, so fewer between others are parsed along. */
const FEW = 5;

/**
 * Divides Markdown at its empty lines, so that plain paragraphs need no parser and a parser's work grows with the
 * paragraph, not with the file. Where something may reach across empty lines the text stays whole.
 * @param text with `\n` line ends, to be read without indented code and without underlined headings
 */
export function divide(text: string): Part[] {
  if (!syntax.test(text)) return [{ text, line: 1, isPlain: true }];
  if (reaching.test(text)) return [{ text, line: 1, isPlain: false }];
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/\n[ \t]*(?=\n)|$/g)) {
    const end = index + gap.length;
    add(stretches, { start, end, paragraphs: 1, isPlain: isPlain(text.slice(start, end)) });
    start = end;
  }
  let line = 1;
  return stretches.map(({ start, end, isPlain }) => {
    const part = { text: text.slice(start, end), line, isPlain };
    line += part.text.split('\n').length - 1;
    return part;
  });
}

function isPlain(paragraph: string): boolean {
  return !syntax.test(paragraph) || paragraph.split('\n').every((line) => readSimpleLine(line) !== null);
}

interface Stretch {
  start: number;
  end: number;
  paragraphs: number;
  isPlain: boolean;
}

/** Adds a paragraph to the stretch before it where both are plain, or both need the parser. */
function add(stretches: Stretch[], paragraph: Stretch): void {
  const last = stretches.at(-1);
  if (last === undefined) stretches.push(paragraph);
  else if (last.isPlain === paragraph.isPlain) extend(last, paragraph);
  else if (paragraph.isPlain || last.paragraphs >= FEW || stretches.length === 1) stretches.push(paragraph);
  else {
    stretches.pop();
    const before = stretches.at(-1);
    if (before !== undefined) extend(before, { ...paragraph, paragraphs: last.paragraphs + 1 });
  }
}

function extend(stretch: Stretch, { end, paragraphs }: Stretch): void {
  stretch.end = end;
  stretch.paragraphs += paragraphs;
}
