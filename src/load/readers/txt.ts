import { type Finding, find } from '../../diagnostics/finding.js';
import { countBlocks, countCharacters, isVisible } from '../characters.js';
import type { Block } from '../document.js';
import { HOLDS, takeInventory } from '../inventory.js';
import { hasLeftovers, readLeftovers } from './leftovers.js';
import { type Reader, type Reading, unread } from './reader.js';
import { readText } from './text.js';

/**
 * Plain text: every line that shows anything is one block, as written. Never Markdown: an asterisk, a `#`, a
 * pasted HTML link are text. What is left of a page (`&emsp;`, `<p>`) is read as the page showed it, and told.
 */
export const txt: Reader = {
  async read(source): Promise<Reading> {
    const read = await readText(source);
    if (read.text === null) return unread(...read.findings);
    const { children, placed, characters: ofBody, leftovers } = readLines(read.body, read.linesBefore + 1);
    const characters = ofBody + countCharacters(read.text.slice(0, read.text.length - read.body.length));
    return {
      root: { type: 'root', children },
      frontMatter: read.frontMatter,
      characters,
      syntax: characters - placed,
      findings: [...read.findings, ...tellLeftovers(leftovers, source.input.file)],
    };
  },
};

/**
 * @param line number of the text's first line
 * @returns one block for each visible line, how many characters they hold, how many the text has in all, and the
 *   lines that held what is HTML's
 */
function readLines(
  text: string,
  line: number,
): { children: Block[]; placed: number; characters: number; leftovers: number[] } {
  const children: Block[] = [];
  const leftovers: number[] = [];
  const mayHold = /[<&]/.test(text);
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
    if (mayHold && hasLeftovers(value)) {
      const blocks = readLeftovers(value, number, gap);
      leftovers.push(number);
      children.push(...blocks);
      placed += countBlocks({ type: 'root', children: blocks });
      gap = blocks.length === 0;
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
  return { children, placed, characters, leftovers };
}

/** So many lines are named each; the rest is counted. */
const NAMED = 20;

function tellLeftovers(lines: readonly number[], file: string): Finding[] {
  const findings = lines.slice(0, NAMED).map((line) => find('html-in-text', file, { line, column: 1 }));
  const beyond = lines[NAMED];
  if (beyond !== undefined)
    findings.push(find('html-in-text-more', file, { line: beyond, column: 1 }, { more: lines.length - NAMED }));
  return findings;
}
