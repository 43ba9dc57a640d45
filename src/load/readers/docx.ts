import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Finding, find } from '../../diagnostics/finding.js';
import type { Place } from '../../records/place.js';
import { BlockBuilder, type PictureFact, paragraph } from '../blocks/builder.js';
import { ElementReader } from '../blocks/elements.js';
import { beyondBlocks } from '../bounds.js';
import { countBlocks } from '../characters.js';
import type { BlockRoot } from '../document.js';
import { BadArchive } from '../docx/archive.js';
import { CENTRED_CLASS, type ConvertedDocument, convertDocument, type EmbeddedPicture } from '../docx/convert.js';
import { signatureOf } from '../encoding.js';
import { strangeInBlocks } from '../strange.js';
import { tooComplexHtml } from './htmlWork.js';
import { type Reader, type Reading, unread } from './reader.js';

const start: Place = { line: 1, column: 1 };

/** Word documents. The line of a place is the number of the paragraph, the column counts in its text. */
export const docx: Reader = {
  async read({ input, bytes }): Promise<Reading> {
    const { file } = input;
    if (bytes.length === 0) return unread();
    const converted = await convert(bytes, file);
    if ('ruleId' in converted) return unread(converted);
    const { html, pictures } = converted;
    if (tooComplexHtml(html, file)?.ruleId === 'too-complex') return unread(find('too-complex', file));
    const page = fromHtml(html, { fragment: true });
    new ParagraphNumbers().number(page);
    const builder = new BlockBuilder(null);
    new ElementReader(builder, { source: null, start, numbers: true, verbatim: true }).read(page.children);
    builder.endLine(paragraph);
    builder.end();
    const root: BlockRoot = { type: 'root', children: builder.blocks };
    const beyond = beyondBlocks(root, file);
    if (beyond !== null) return unread(beyond);
    const findings = [...restorePictures(root, pictures, file), ...strangeInBlocks(root, file)];
    const syntax = builder.invisible;
    return { root, frontMatter: {}, characters: countBlocks(root) + syntax, syntax, findings };
  },
};

async function convert(bytes: Uint8Array, file: string): Promise<ConvertedDocument | Finding> {
  const foreign = signatureOf(bytes);
  if (foreign !== null && !foreign.startsWith('ZIP')) {
    return find('not-docx', file, start, { zh: `看起来是 ${foreign} 文件`, en: `it looks like ${foreign}` });
  }
  try {
    return await convertDocument(bytes);
  } catch (error) {
    if (error instanceof BadArchive) return find('not-docx', file, start, { zh: error.zh, en: error.en });
    throw error;
  }
}

/** Gives every text its paragraph's number and its column there, in place of its position in the HTML. */
class ParagraphNumbers {
  private line = 0;
  private column = 1;

  number(node: Nodes): void {
    if (node.type === 'element') this.enter(node);
    const begin = { line: Math.max(1, this.line), column: this.column };
    // The number of a note stands before the paragraph that comes.
    if (node.type === 'element' && node.tagName === 'li') Object.assign(begin, { line: this.line + 1, column: 1 });
    if (node.type === 'text') this.column += node.value.length;
    if ('children' in node) {
      node.children = node.children.filter((child) => !isBackLink(child)) as typeof node.children;
      for (const child of node.children) this.number(child);
    }
    node.position = { start: begin, end: { line: begin.line, column: this.column } };
  }

  private enter(element: Element): void {
    const { properties, tagName } = element;
    if (/^(?:p|h[1-6])$/.test(tagName)) {
      this.line += 1;
      this.column = 1;
      const names = properties.className;
      if (Array.isArray(names) && names.includes(CENTRED_CLASS)) element.properties = { align: 'center' };
    } else if (tagName === 'br') this.column += 1;
  }
}

/** The arrow behind a note that leads back to its reference is the converter's own. */
function isBackLink(node: Nodes): boolean {
  return node.type === 'element' && /^#(?:foot|end)note-ref-/.test(String(node.properties.href ?? ''));
}

/** Puts the bytes of pictures where their numbers stand. Formats of Windows that no browser shows are left out. */
function restorePictures(root: BlockRoot, pictures: EmbeddedPicture[], file: string): Finding[] {
  const findings: Finding[] = [];
  for (const { data, position } of root.children) {
    if (data?.facts?.pictures === undefined) continue;
    const shown: PictureFact[] = [];
    for (const { source, alt } of data.facts.pictures) {
      const picture = pictures[Number(/^embedded:(\d+)$/.exec(source)?.[1])];
      if (picture === undefined) continue;
      if (picture.bytes === null)
        findings.push(find('picture-missing', file, position?.start, { source: picture.source }));
      else if (/\.(?:png|jpe?g|gif|webp)$/.test(picture.source)) {
        shown.push({ source: picture.source, bytes: picture.bytes, alt });
      } else findings.push(find('picture-format', file, position?.start, { source: picture.source }));
    }
    if (shown.length > 0) data.facts.pictures = shown;
    else delete data.facts.pictures;
  }
  return findings;
}
