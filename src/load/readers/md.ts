import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { find } from '../../diagnostics/finding.js';
import { BlockBuilder, paragraph, plain } from '../blocks/builder.js';
import type { HtmlParser } from '../blocks/elements.js';
import { MarkdownFlattener } from '../blocks/markdown.js';
import { divide } from '../blocks/markdownParts.js';
import { tooComplexAt } from '../blocks/markdownWork.js';
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
    const parts = divide(body);
    const beyond = tooComplexAt(parts);
    if (beyond !== null) {
      return unread(...findings, find('too-complex', file, { line: linesBefore + beyond, column: 1 }));
    }
    const builder = new BlockBuilder(linesBefore + 1);
    const parseHtml = body.includes('<') ? await htmlParser() : null;
    for (const part of parts) {
      const firstLine = linesBefore + part.line;
      if (part.isPlain) readPlain(part.text, firstLine, builder);
      else {
        const markdown = { file, root: processor.parse(part.text), source: part.text, firstLine };
        findings.push(...new MarkdownFlattener(markdown, builder, parseHtml).flatten());
      }
    }
    builder.end();
    const { blocks: children } = builder;
    const root = { type: 'root' as const, children };
    const characters = countCharacters(text);
    return { root, frontMatter, characters, syntax: characters - countBlocks(root), findings };
  },
};

/** Lines without any syntax are what CommonMark makes of them: text, less the blanks at both ends. */
function readPlain(text: string, firstLine: number, builder: BlockBuilder): void {
  for (const [index, written] of text.split('\n').entries()) {
    let start = 0;
    let end = written.length;
    while (start < end && isBlank(written[start])) start += 1;
    while (end > start && isBlank(written[end - 1])) end -= 1;
    const value = written.slice(start, end);
    const place = { line: firstLine + index, column: start + 1 };
    builder.verbatim({ value, place }, plain);
    builder.endLine(paragraph);
  }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

async function htmlParser(): Promise<HtmlParser> {
  const { fromHtml } = await import('hast-util-from-html');
  return (html) => fromHtml(html, { fragment: true }).children.filter((node) => node.type !== 'doctype');
}
