/**
 * Stands for a character of syntax that is gone, so that what follows keeps its column: a noncharacter of Unicode,
 * which no text holds. {@link BlockBuilder} leaves it out.
 */
export const HOLE = '\ufdd0';

/** `{#_GoBack .anchor}` `{.underline}` `{width="2in"}` `{=html}`. */
const ATTRIBUTE = '(?:[#.][^\\s{}"=]{1,80}|[\\w:-]{1,40}=(?:"[^"\\n]{0,200}"|[^\\s{}"]{1,80})|=\\w{1,20}|-)';
const ATTRIBUTES = new RegExp(`\\{:?[ ]{0,2}${ATTRIBUTE}(?:[ ]{1,2}${ATTRIBUTE}){0,20}[ ]{0,2}\\}`, 'y');
/** `::: {.note}` and `:::`, the fences of a part; `{: .lead}`, an attribute of kramdown's on its own line. */
const FENCE =
  /^(?::{3,40}(?:[ \t]{0,4}(?:\{[^{}\n]{1,200}\}|[\w-]{1,40}))?[ \t]{0,4}:{0,40}|\{:[^{}\n]{0,200}\})[ \t]{0,8}$/gm;
const MAY_HOLD = /[\])`} \t]\{|\]\(#_|^:::|^\{:/m;

/**
 * Takes out what pandoc writes for Word's anchors, underlines and styles, which CommonMark shows as text.
 * @returns the text with {@link HOLE}s and spaces in its place, letter for letter
 */
export function withoutAttributes(text: string): string {
  if (!MAY_HOLD.test(text) || text.includes(HOLE)) return text;
  const fenced = text.replace(FENCE, (fence) => ' '.repeat(fence.length));
  const holes = holesIn(fenced);
  if (holes.length === 0) return fenced;
  let written = '';
  let from = 0;
  for (const [start, end] of holes.sort(([a], [b]) => a - b)) {
    written += fenced.slice(from, start) + HOLE.repeat(end - start);
    from = end;
  }
  written += fenced.slice(from);
  // Behind its own attributes a backslash before a space is pandoc's space that does not break.
  return written.replace(/(?<![\\])\\(?= )/g, HOLE);
}

/** @returns the stretches that are syntax: attributes, and the brackets of what they belong to */
function holesIn(text: string): [start: number, end: number][] {
  const holes: [number, number][] = [];
  let open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '\\') at += 1;
    else if (mark === '[') open.push(at);
    else if (mark === '\n' && text[at + 1] === '\n') open = [];
    else if (mark === ']') {
      const start = open.pop();
      const end = attributesEnd(text, at + 1) || bookmarkEnd(text, at + 1);
      if (end === 0) continue;
      if (start !== undefined) holes.push([start, start + 1], [at, end]);
      at = end - 1;
    } else if (mark === ')' || mark === '`') {
      const end = attributesEnd(text, at + 1);
      if (end > 0) holes.push([at + 1, end]);
    } else if (mark === '{' && /[ \t]/.test(text[at - 1] ?? '')) {
      // Behind a heading, at the end of its line.
      const end = attributesEnd(text, at);
      if (end === 0 || (text[end] ?? '\n') !== '\n') continue;
      const line = text.lastIndexOf('\n', at) + 1;
      if (/^#{1,6}[ \t]/.test(text.slice(line, line + 8))) holes.push([at, end]);
    }
  }
  return holes;
}

/** `(#_Toc123)` leads to a place in the Word file that was; contents are full of them. */
const BOOKMARK = /\(#_[^\s()]{1,80}\)/y;

function bookmarkEnd(text: string, at: number): number {
  BOOKMARK.lastIndex = at;
  return text[at] === '(' && BOOKMARK.test(text) ? BOOKMARK.lastIndex : 0;
}

function attributesEnd(text: string, at: number): number {
  ATTRIBUTES.lastIndex = at;
  return text[at] === '{' && ATTRIBUTES.test(text) ? ATTRIBUTES.lastIndex : 0;
}
