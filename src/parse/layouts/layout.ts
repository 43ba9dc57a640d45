import type { Digest, Stretch } from '../digest.js';
import type { Head } from '../head.js';

/** Where one speech stands in the file, as a layout sees it. */
export interface Segment {
  head: Head;
  /** Where the speaker line is. */
  at: number;
  /** First line that belongs to the speech. */
  first: number;
  /** The line behind the last one. */
  end: number;
  headline: Stretch | null;
  /** Text on the speaker line itself. */
  text: Stretch | null;
  /** Lines inside that may be speaker lines and were not taken for ones. */
  suspects?: readonly Head[];
  /** The headline is the edition's title (a lone speech). */
  titled?: boolean;
}

/**
 * A way in which digests are set. A layout is one file: it finds the speaker lines that are its own and cuts
 * the file by them. The engine takes the layout whose segments explain the file best.
 */
export interface Layout {
  /** Stable name for front matter (`layout:`) and messages. */
  id: string;
  name: { zh: string; en: string };
  /** A digest in this layout: the tests read it, and `docs/格式.md` shows it to editors. */
  example: string;
  /** @returns the speeches in order of the file, or an empty list where the layout finds none */
  segment(digest: Digest): Segment[];
  /** True for a segment in just this layout's form; the others were accepted beside it. */
  fits(segment: Segment): boolean;
  /** How much a segment of this layout counts beside one of a layout with explicit marks (1). */
  weight: number;
}
