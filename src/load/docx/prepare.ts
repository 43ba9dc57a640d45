import JSZip from 'jszip';
import { BadArchive, isXml, unpack } from './archive.js';
import { Numbering, wholeNumber } from './numbering.js';
import { isCentred, Styles } from './styles.js';
import { child, descendants, escapeXml, parseXml, settingOf, type XmlElement } from './xml.js';

const emptyNumbering =
  '<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';

/** A document for the converter, in which a picture's bytes are its name in `files`. */
export interface PreparedDocument {
  archive: Buffer;
  files: ReadonlyMap<string, Buffer>;
}

/**
 * Makes a Word document plain enough for its converter, which knows that a paragraph is in a list, but not what
 * its number looks like: numbers become text, and lines that a style sets in the middle say so themselves.
 * @returns the document, packed anew without its pictures: to pack tens of megabytes took seconds
 * @throws BadArchive when it is no Word document, or not a harmless one
 */
export async function prepareDocument(bytes: Uint8Array): Promise<PreparedDocument> {
  const files = unpack(bytes);
  const main = mainPart(files);
  const xml = files.get(main)?.toString('utf8');
  if (xml === undefined) throw new BadArchive('里面没有 Word 的正文', 'it holds no Word text');
  const root = parseXml(xml);
  if (root === null) throw new BadArchive('正文已损坏', 'its text is damaged');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = new Styles(partOf(files, `${folder}styles.xml`));
  const numbering = new Numbering(partOf(files, `${folder}numbering.xml`), styles);
  files.set(main, Buffer.from(insert(xml, changesTo(root, styles, numbering)), 'utf8'));
  if (files.has(`${folder}numbering.xml`)) files.set(`${folder}numbering.xml`, Buffer.from(emptyNumbering));
  const archive = new JSZip();
  for (const [name, content] of files) archive.file(name, isXml(name) ? content : Buffer.from(name));
  return { archive: await archive.generateAsync({ type: 'nodebuffer', compression: 'STORE' }), files };
}

function partOf(files: Map<string, Buffer>, name: string): XmlElement | null {
  const bytes = files.get(name);
  return bytes === undefined ? null : parseXml(bytes.toString('utf8'));
}

/** The name of the part that holds the text: the package's relationships say it. */
function mainPart(files: Map<string, Buffer>): string {
  const relationships = partOf(files, '_rels/.rels');
  const main = relationships?.children.find((relationship) =>
    relationship.attributes.get('Type')?.endsWith('/officeDocument'),
  );
  return (main?.attributes.get('Target') ?? 'word/document.xml').replace(/^\//, '');
}

interface Insertion {
  at: number;
  text: string;
}

function changesTo(root: XmlElement, styles: Styles, numbering: Numbering): Insertion[] {
  const insertions: Insertion[] = [];
  for (const paragraph of descendants(root, 'w:p')) {
    const properties = child(paragraph, 'w:pPr');
    const isDeleted = child(child(properties, 'w:rPr'), 'w:del') !== undefined;
    if (paragraph.isEmpty || isDeleted) continue;
    const styleId = settingOf(properties, 'w:pStyle');
    const style = styles.of(styleId);
    if (properties?.isEmpty === false && style.centred === true && isCentred(properties) === null) {
      insertions.push({ at: properties.contentStart, text: '<w:jc w:val="center"/>' });
    }
    const number = numberOf(properties, styleId, style, numbering);
    if (number === '') continue;
    const run = `<w:r><w:t xml:space="preserve">${escapeXml(number)}</w:t></w:r>`;
    insertions.push({ at: properties?.end ?? paragraph.contentStart, text: run });
  }
  return insertions;
}

function numberOf(
  properties: XmlElement | undefined,
  styleId: string | undefined,
  style: ReturnType<Styles['of']>,
  numbering: Numbering,
): string {
  const list = child(properties, 'w:numPr');
  const own = settingOf(list, 'w:numId');
  const numId = own ?? style.numId;
  if (numId === null || numId === '0') return '';
  const level = settingOf(list, 'w:ilvl') ?? (own === undefined ? style.level : null);
  return numbering.next(
    numId,
    Math.min(8, wholeNumber(level ?? undefined, numbering.levelOfStyle(numId, styleId) ?? 0)),
  );
}

function insert(xml: string, insertions: Insertion[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of insertions.toSorted((a, b) => a.at - b.at)) {
    parts.push(xml.slice(from, at), text);
    from = at;
  }
  parts.push(xml.slice(from));
  return parts.join('');
}
