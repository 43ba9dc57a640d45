import type { Root } from 'mdast';
import { type Finding, find } from '../../diagnostics/finding.js';
import { BlockBuilder } from '../blocks/builder.js';
import type { HtmlParser } from '../blocks/elements.js';
import { MarkdownFlattener } from '../blocks/markdown.js';
import { divide, type Part } from '../blocks/markdownParts.js';
import { tooComplexAt } from '../blocks/markdownWork.js';
import { withoutAttributes } from '../blocks/pandoc.js';
import { buildSimpleLine, readSimpleLine } from '../blocks/simpleLine.js';
import { countBlocks, countCharacters } from '../characters.js';
import type { Block } from '../document.js';
import { type Reader, type Reading, unread } from './reader.js';
import { readText } from './text.js';

/** Markdown: CommonMark, with emphasis read beside Chinese marks as its author means it. */
export const md: Reader = {
  async read(source): Promise<Reading> {
    const { file } = source.input;
    const read = await readText(source);
    if (read.text === null) return unread(...read.findings);
    const { body, findings, frontMatter, linesBefore, text } = read;
    const parts = divide(withoutAttributes(body));
    const beyond = tooComplexAt(parts);
    if (beyond !== null) {
      return unread(...findings, find('too-complex', file, { line: linesBefore + beyond, column: 1 }));
    }
    const { children, dropped } = await readParts(parts, file, linesBefore);
    findings.push(...dropped);
    const root = { type: 'root' as const, children };
    const characters = countCharacters(text);
    return { root, frontMatter, characters, syntax: characters - countBlocks(root), findings };
  },
};

/**
 * Reads the parts of a Markdown text.
 * @param linesBefore lines of the file before the first part
 * @returns the blocks, and a finding for each thing that was left out
 */
export async function readParts(
  parts: Part[],
  file: string,
  linesBefore: number,
): Promise<{ children: Block[]; dropped: Finding[] }> {
  const builder = new BlockBuilder(linesBefore + 1);
  const dropped: Finding[] = [];
  const parseHtml = parts.some(({ text }) => text.includes('<')) ? await htmlParser() : null;
  const parse = parts.every(({ isPlain }) => isPlain) ? null : await markdownParser();
  for (const { isPlain, line, text } of parts) {
    const firstLine = linesBefore + line;
    if (isPlain || parse === null) readPlain(text, firstLine, builder);
    else {
      const markdown = { file, root: parse(text), source: text, firstLine };
      dropped.push(...new MarkdownFlattener(markdown, builder, parseHtml).flatten());
    }
  }
  builder.end();
  return { children: builder.blocks, dropped };
}

function readPlain(text: string, firstLine: number, builder: BlockBuilder): void {
  for (const [index, written] of text.split('\n').entries()) {
    const line = readSimpleLine(written);
    if (line !== null) buildSimpleLine(line, firstLine + index, builder);
  }
}

/** Most texts need none, and loading it takes a tenth of the time in which a small site is built. */
async function markdownParser(): Promise<(text: string) => Root> {
  return (await import('../blocks/markdownParser.js')).parseMarkdown;
}

async function htmlParser(): Promise<HtmlParser> {
  const { fromHtml } = await import('hast-util-from-html');
  return (html) => fromHtml(html, { fragment: true }).children.filter((node) => node.type !== 'doctype');
}
