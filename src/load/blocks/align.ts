import type { Place } from '../../records/place.js';

/** A part of a text that stands in the source letter by letter, on one line. */
export interface Piece {
  value: string;
  place: Place;
}

/** A reference to a character: `&nbsp;` `&#12288;` `&#x3000;`; old pages leave the semicolon out. */
const reference = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][\da-z]{1,31});?/iy;

/**
 * Finds where each part of a parsed text stands in its source, which may write it with references (`&emsp;`),
 * escapes (`\*`), line ends, and the `>` and indents that a quote's or list's further lines begin with.
 * @param value the text as the parser gives it
 * @param source the same stretch of the source
 * @param start where the source begins
 * @returns the pieces in order, their values making up `value`; a line end is a piece of its own
 */
export function align(value: string, source: string, start: Place): Piece[] {
  if (value === source && !value.includes('\n')) return [{ value, place: start }];
  const pieces: Piece[] = [];
  let { line } = start;
  let lineStart = 1 - start.column;
  let open: Piece | null = null;
  let from = 0;
  for (let to = 0; to < value.length; ) {
    const written = source[from];
    const wanted = value[to] ?? '';
    let length = 1;
    let isVerbatim = written === wanted;
    const referred = written === '&' ? referenceAt(source, from) : 0;
    if (referred > 0 && !(isVerbatim && value.startsWith(source.slice(from, from + referred), to))) {
      length = referred;
      isVerbatim = false;
    } else if (!isVerbatim && written !== undefined && isSyntax(written)) {
      if (written === '\n') {
        line += 1;
        lineStart = from + 1;
      }
      from += 1;
      open = null;
      continue;
    }
    const place = { line, column: from - lineStart + 1 };
    const pair = !isVerbatim && isHighSurrogate(wanted) ? 2 : 1;
    const unit = value.slice(to, to + pair);
    if (open === null || !isVerbatim || wanted === '\n') {
      open = { value: unit, place };
      pieces.push(open);
    } else open.value += unit;
    if (!isVerbatim || wanted === '\n') open = null;
    if (wanted === '\n' && isVerbatim) {
      line += 1;
      lineStart = from + 1;
    }
    to += pair;
    from += length;
  }
  return pieces;
}

function referenceAt(source: string, from: number): number {
  reference.lastIndex = from;
  return reference.exec(source)?.[0].length ?? 0;
}

/** What the source may hold and the text not: white space, the mark of a quote, an escape. */
function isSyntax(character: string): boolean {
  return character === '\n' || character === ' ' || character === '\t' || character === '>' || character === '\\';
}

function isHighSurrogate(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdbff;
}
