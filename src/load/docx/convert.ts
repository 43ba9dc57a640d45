import mammoth from 'mammoth';
import { BadArchive } from './archive.js';
import { prepareDocument } from './prepare.js';

/** A picture inside a Word document; null bytes where it is only linked to. */
export interface EmbeddedPicture {
  /** A name by its place and format: `image-1.png`. */
  source: string;
  bytes: Uint8Array | null;
}

export interface ConvertedDocument {
  /** HTML of the text. Centred lines have `align`, pictures the source `embedded:N`. */
  html: string;
  pictures: EmbeddedPicture[];
}

/** What the converter's tree of a document has, as far as it is changed here. */
interface DocumentNode {
  type: string;
  children?: DocumentNode[];
  alignment?: string | null;
  styleName?: string | null;
  styleId?: string | null;
}

/** Names no Word style has, by which centred paragraphs reach the style map. */
const CENTRED = 'zhaideng centred';
export const CENTRED_CLASS = 'zhaideng-centred';

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  `p[style-name='${CENTRED} 0'] => p.${CENTRED_CLASS}:fresh`,
  ...[1, 2, 3, 4, 5, 6].map((depth) => `p[style-name='${CENTRED} ${depth}'] => h${depth}.${CENTRED_CLASS}:fresh`),
];

/**
 * Converts a Word document.
 * @throws BadArchive when it is none, or damaged
 */
export async function convertDocument(bytes: Uint8Array): Promise<ConvertedDocument> {
  const { archive, files } = await prepareDocument(bytes);
  const pictures: EmbeddedPicture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const index = pictures.length;
    const format = image.contentType.replace(/^image\/(?:x-)?/, '').replace(/\+.*$/, '');
    const picture: EmbeddedPicture = { source: `image-${index + 1}.${format}`, bytes: null };
    pictures.push(picture);
    try {
      picture.bytes = files.get((await image.readAsBuffer()).toString()) ?? null;
    } catch {
      // A picture outside the document is never fetched; its place in the text stays known.
    }
    return { src: `embedded:${index}` };
  });
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: archive },
      // A style map inside the document could turn its text into any element.
      {
        styleMap,
        convertImage,
        includeEmbeddedStyleMap: false,
        ignoreEmptyParagraphs: false,
        transformDocument: centre,
      },
    );
    return { html: value, pictures };
  } catch (error) {
    if (error instanceof BadArchive) throw error;
    throw new BadArchive('文件已损坏，Word 的正文读不出来', 'it is damaged; its Word text cannot be read');
  }
}

/** The style map knows styles, not alignment: centred paragraphs get a style of their own, by their heading. */
function centre(node: DocumentNode): DocumentNode {
  for (const child of node.children ?? []) centre(child);
  if (node.type === 'paragraph' && node.alignment === 'center') {
    const depth =
      /^heading ([1-6])$/i.exec(node.styleName ?? '')?.[1] ?? (/^title$/i.test(node.styleName ?? '') ? '1' : '0');
    node.styleName = `${CENTRED} ${depth}`;
    node.styleId = null;
  }
  return node;
}
