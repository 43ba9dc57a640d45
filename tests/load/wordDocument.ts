import JSZip from 'jszip';

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W =
  `xmlns:w="${WORD}" ` +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WordParts {
  /** What stands in `w:body`. */
  body: string;
  /** What stands in `w:numbering`. */
  numbering?: string;
  /** What stands in `w:styles`. */
  styles?: string;
  /** What stands in the relationships of the document. */
  relationships?: string;
  /** Further entries of the archive. */
  entries?: Record<string, string | Uint8Array>;
}

/** Packs a Word document. */
export async function wordDocument({
  body,
  numbering,
  styles,
  relationships = '',
  entries = {},
}: WordParts): Promise<Buffer> {
  const archive = new JSZip();
  archive.file(
    '[Content_Types].xml',
    `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/></Types>',
  );
  archive.file(
    '_rels/.rels',
    `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  archive.file(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/numbering" Target="numbering.xml"/>` +
      `<Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/>${relationships}</Relationships>`,
  );
  archive.file('word/document.xml', `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`);
  if (numbering !== undefined) archive.file('word/numbering.xml', `<w:numbering ${W}>${numbering}</w:numbering>`);
  if (styles !== undefined) archive.file('word/styles.xml', `<w:styles ${W}>${styles}</w:styles>`);
  for (const [name, content] of Object.entries(entries)) archive.file(name, content);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A paragraph: its text, and what stands in `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A paragraph in a list. */
export function item(text: string, level = 0, list = 1): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A kind of list, its levels given as format and text, and a list of that kind with the same id. */
export function list(
  id: number,
  ...levels: [format: string, text: string, more?: string][]
): { abstract: string; num: string } {
  const written = levels.map(
    ([format, text, more = ''], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return {
    abstract: `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum>`,
    num: `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  };
}

/** A picture by the id of its relationship. */
export function picture(relationship: string, kind: 'embed' | 'link' = 'embed'): string {
  return (
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="何砚"/><a:graphic><a:graphicData><pic:pic>` +
    `<pic:blipFill><a:blip r:${kind}="${relationship}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  );
}

/** The relationship of a picture. */
export function pictureRelationship(id: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/image" Target="${target}"${mode}/>`;
}
