import { countCharacters, isVisible } from '../characters.js';
import type { Block } from '../document.js';
import { HOLDS, takeInventory } from '../inventory.js';
import { type Reader, type Reading, unread } from './reader.js';
import { readText } from './text.js';

/**
 * Plain text: every line that shows anything is one block, as written. Never Markdown: an asterisk, a `#`, a
 * pasted HTML link are text.
 */
export const txt: Reader = {
  async read(source): Promise<Reading> {
    const read = await readText(source);
    if (read.text === null) return unread(...read.findings);
    const { children, placed, characters: ofBody } = readLines(read.body, read.linesBefore + 1);
    const characters = ofBody + countCharacters(read.text.slice(0, read.text.length - read.body.length));
    return {
      root: { type: 'root', children },
      frontMatter: read.frontMatter,
      characters,
      syntax: characters - placed,
      findings: read.findings,
    };
  },
};

/**
 * @param line number of the text's first line
 * @returns one block for each visible line, how many characters they hold, and how many the text has in all
 */
function readLines(text: string, line: number): { children: Block[]; placed: number; characters: number } {
  const children: Block[] = [];
  let placed = 0;
  let characters = 0;
  let number = line;
  let gap = false;
  for (let start = 0; start <= text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const value = text.slice(start, end);
    start = end + 1;
    const inventory = takeInventory(value);
    const { holds, visible } = inventory;
    characters += visible;
    // A line of zero-width spaces is an empty one to whoever sees it.
    if (visible === 0 || ((holds & HOLDS.unusual) !== 0 && !isVisible(value))) {
      gap = true;
      continue;
    }
    placed += visible;
    const position = { start: { line: number, column: 1 }, end: { line: number, column: value.length + 1 } };
    const block: Block = {
      type: 'paragraph',
      children: [{ type: 'text', value, data: { inventory }, position }],
      position,
    };
    if (gap) block.data = { facts: { gap } };
    children.push(block);
    gap = false;
  }
  return { children, placed, characters };
}
