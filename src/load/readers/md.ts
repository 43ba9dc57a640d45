import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { BlockBuilder } from '../blocks/builder.js';
import type { HtmlParser } from '../blocks/elements.js';
import { MarkdownFlattener } from '../blocks/markdown.js';
import { markdownBounds } from '../bounds.js';
import { countBlocks, countCharacters } from '../characters.js';
import { type Reader, type Reading, unread } from './reader.js';
import { readText } from './text.js';

const processor = unified().use(remarkParse).use(remarkCjkFriendly).use(onlyWhatEditorsMean).freeze();

/**
 * Indents are no code (editors indent paragraphs by two characters, some with spaces), and a line over `---` is
 * no heading (it was pasted over a rule).
 */
function onlyWhatEditorsMean(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: ['codeIndented', 'setextUnderline'] } },
  ];
}

/** Markdown: CommonMark, with emphasis read beside Chinese marks as its author means it. */
export const md: Reader = {
  async read(source): Promise<Reading> {
    const { file } = source.input;
    const read = await readText(source);
    if (read.text === null) return unread(...read.findings);
    const { body, findings, frontMatter, linesBefore, text } = read;
    const beyond = markdownBounds(body, file, linesBefore + 1);
    if (beyond !== null) return unread(...findings, beyond);
    const builder = new BlockBuilder(linesBefore + 1);
    const parseHtml = body.includes('<') ? await htmlParser() : null;
    const markdown = { file, root: processor.parse(body), source: body, firstLine: linesBefore + 1 };
    const flattener = new MarkdownFlattener(markdown, builder, parseHtml);
    flattener.flatten();
    builder.end();
    findings.push(...flattener.findings);
    const { blocks: children } = builder;
    const root = { type: 'root' as const, children };
    const characters = countCharacters(text);
    return { root, frontMatter, characters, syntax: characters - countBlocks(root), findings };
  },
};

async function htmlParser(): Promise<HtmlParser> {
  const { fromHtml } = await import('hast-util-from-html');
  return (html) => fromHtml(html, { fragment: true }).children.filter((node) => node.type !== 'doctype');
}
