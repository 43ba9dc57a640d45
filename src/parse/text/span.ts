import { unitAt } from '../../typography/unitAt.js';

/** A stretch of one line's text, in UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** @returns the span without white space at its ends */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(unitAt(text, start))) start++;
  while (end > start && isSpace(unitAt(text, end - 1))) end--;
  return { start, end };
}

export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

export function isEmpty(span: Span): boolean {
  return span.end <= span.start;
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}
