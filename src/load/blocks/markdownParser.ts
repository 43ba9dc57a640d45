import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

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

/** @returns Markdown's tree: CommonMark, with emphasis read beside Chinese marks as its author means it */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
