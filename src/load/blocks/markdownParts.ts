/** A stretch of Markdown that can be read by itself. */
export interface Part {
  text: string;
  /** Number of its first line, from 1 in the whole text. */
  line: number;
  /** Nothing in it is syntax: each line is a paragraph. */
  isPlain: boolean;
}

/** Marks that mean something to CommonMark inside a line or at its beginning. */
const syntax = /[\\`*_[<&]|^[ \t]*(?:[#>+-]|\d{1,9}[.)](?:[ \t]|$)|~~~)/m;
/** What reaches across empty lines: fences, blocks of HTML, definitions; behind marks of quotes and lists too. */
const reaching = /^[ \t>*+\-\d.)]*(?:```|~~~|<|\[[^\]\n]*\]:)/m;

/**
 * Divides Markdown at its empty lines, so that plain paragraphs need no parser and a parser's work grows with the
 * paragraph, not with the file. Where something may reach across empty lines the text stays whole.
 * @param text with `\n` line ends, to be read without indented code and without underlined headings
 */
export function divide(text: string): Part[] {
  if (!syntax.test(text)) return [{ text, line: 1, isPlain: true }];
  if (reaching.test(text)) return [{ text, line: 1, isPlain: false }];
  const parts: Part[] = [];
  let line = 1;
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/\n[ \t]*(?=\n)|$/g)) {
    const part = text.slice(start, index);
    if (part !== '') parts.push({ text: part, line, isPlain: !syntax.test(part) });
    line += part.split('\n').length - 1 + (gap === '' ? 0 : 1);
    start = index + gap.length;
    if (start >= text.length) break;
  }
  return parts;
}
