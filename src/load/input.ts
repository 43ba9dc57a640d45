import type { DocumentName } from './document.js';

/** The formats that a reader exists for. */
export type Format = 'txt' | 'md' | 'html' | 'docx';

/** A file that was hashed and not read further. */
export interface FoundFile {
  /** Path for people and records, relative to the working folder, `/` between parts. */
  file: string;
  absolute: string;
  /** Hash of its bytes. */
  digest: string;
  /** Bytes it had when it was hashed. */
  size: number;
}

/** What belongs to an input besides its own bytes. */
export interface Companion {
  /** `NAME.yaml` beside the input: its front matter. */
  frontMatter: FoundFile | null;
  /** `NAME/full/*`: the texts that 详情 leads to. Their own companions are always empty. */
  full: Input[];
  /** `NAME/photos/*`. */
  photos: FoundFile[];
  /** Pictures that an HTML or Markdown input may show: those beside it and in `NAME_files/`. */
  pictures: FoundFile[];
}

/**
 * One file that becomes an edition, a page or a full text: found and hashed, not read. Plain data, so that it
 * can be handed to a worker.
 */
export interface Input extends FoundFile {
  format: Format;
  /**
   * Hash of all that the document is made of: its path under the content root (which gives id and date), its
   * bytes, and its companions' names and bytes. `own` is that of the bytes alone.
   */
  digest: string;
  own: string;
  name: DocumentName;
  companion: Companion;
}

export const noCompanion: Companion = { frontMatter: null, full: [], photos: [], pictures: [] };
