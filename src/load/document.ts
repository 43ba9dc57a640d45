import type { Heading, Paragraph, Root } from 'mdast';
import type { Finding } from '../diagnostics/finding.js';
import type { FrontMatter } from './frontMatter.js';
import type { Inventory } from './inventory.js';

/**
 * What the reader knows of one line besides its text. The grammar uses these as evidence, never alone.
 */
export interface BlockFacts {
  /** The line is set in the middle (HTML, Word). */
  centred?: boolean;
  /** An empty line, or the end of a block that is not one of a run of lines, stands before it. */
  gap?: boolean;
  /** The line begins an item of a list without numbers (Markdown, HTML, Word); its bullet is not in the text. */
  item?: boolean;
  /**
   * Pictures that stand at this line, or before it on a line of their own: an address as written, with `path` on
   * disk where the file lies in the content, or the bytes of an embedded one.
   */
  pictures?: { source: string; path?: string; bytes?: Uint8Array; alt: string }[];
}

declare module 'mdast' {
  interface ParagraphData {
    facts?: BlockFacts;
  }
  interface HeadingData {
    facts?: BlockFacts;
  }
  interface TextData {
    /** What the node's text holds, where the reader has looked at each of its characters. */
    inventory?: Inventory;
  }
}

/** One line of the input. Its text keeps indents, bullets, numbers and invisible characters as written. */
export type Block = Paragraph | Heading;

/**
 * Blocks as every reader delivers them and the grammar reads them: flat, one block a line. No lists
 * (their numbers and bullets are text again), no quotes, no breaks, no empty blocks. Phrasing is text,
 * strong, emphasis, delete, inlineCode and link. Every text node has a position in the input.
 */
export interface BlockRoot extends Root {
  children: Block[];
}

/** One input, read: still without any knowledge of speeches. */
export interface LoadedDocument {
  /** Path for people and records: `content/2020-x.txt`, `/` between parts. */
  file: string;
  /** Hash of all that counts: the input's path and bytes, its `NAME.yaml`, the list and bytes of its `NAME/` folder. */
  digest: string;
  /** Slug and date as the file's name gives them. */
  name: DocumentName;
  frontMatter: FrontMatter;
  root: BlockRoot;
  /** Code points of the input (of the visible text, for HTML and Word) that are no white space. */
  characters: number;
  /**
   * Of these, those that reached no block because they are syntax: front matter, `#`, `>`, link addresses, lines
   * of invisible characters alone, furniture around an article. The grammar accounts for the text of the blocks;
   * the sum must be `characters`. Both are 0 where the input could not be read.
   */
  syntax: number;
  /** Full texts (`NAME/full/陆明.txt`), read the same way; the key is the file's name without extension. */
  full: Map<string, LoadedDocument>;
  /** Photographs (`NAME/photos/陆明.jpg`): name without extension → path on disk. */
  photos: Map<string, string>;
  /** Those of the full texts included. */
  findings: Finding[];
}

export interface DocumentName {
  /** The date that leads the file's name, at its precision, or null. */
  date: string | null;
  /** The rest of the name as written, without extension. */
  stem: string;
  /** The whole name as written, without extension, the date included. */
  whole: string;
}
