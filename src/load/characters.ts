import type { PhrasingContent } from 'mdast';
import { unitAt } from '../typography/unitAt.js';
import type { BlockRoot } from './document.js';

/** Unicode White_Space (PropList.txt). U+FEFF and U+200B are none, so they count as characters. */
function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  if (code < 0x3000) {
    return (
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f
    );
  }
  return code === 0x3000;
}

/** @returns the number of code points from `from` up to `to` that are no white space */
export function countCharacters(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const code = unitAt(text, i);
    if (code > 0x3000 && code < 0xd800) {
      count += 1;
      continue;
    }
    if (isWhiteSpace(code)) continue;
    count += 1;
    // A pair is one code point; a low surrogate without its high one stays a code point of its own.
    if (code >= 0xd800 && code <= 0xdbff && i + 1 < to) {
      const next = unitAt(text, i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) i += 1;
    }
  }
  return count;
}

/** @returns the code points, white space left out, of all text that the blocks hold */
export function countBlocks(root: BlockRoot): number {
  let count = 0;
  for (const block of root.children) count += countPhrasing(block.children);
  return count;
}

function countPhrasing(nodes: PhrasingContent[]): number {
  let count = 0;
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'inlineCode') count += countCharacters(node.value);
    else if ('children' in node) count += countPhrasing(node.children);
  }
  return count;
}

/** Characters that show nothing at all: controls of format, the byte order mark, variation selectors. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/** @returns whether a reader would see anything in the text */
export function isVisible(text: string): boolean {
  return visible.test(text);
}
