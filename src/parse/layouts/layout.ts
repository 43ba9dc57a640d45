import type { Stretch } from '../digest.js';
import type { Head } from '../heads/head.js';

/** Where one speech stands in the file. */
export interface Segment {
  head: Head;
  /** Where the speaker line is. */
  at: number;
  /** First line that belongs to the speech. */
  first: number;
  /** The line behind the last one. */
  end: number;
  /** The speaker line stands below the words. */
  after: boolean;
  headline: Stretch | null;
  /** Text on the speaker line itself. */
  text: Stretch | null;
  /** 单位：市侨联, 职务：主席 around 发言人：何砚: what the labels introduce are titles. */
  fields?: readonly Stretch[];
  /** 讲述时间：2031年4月12日, 年龄：26岁: what is said of the speech and is no title. */
  remarks?: readonly Stretch[];
  /** The headline is the edition's title (a lone speech). */
  titled?: boolean;
  /** The file reads nearly as well without this turn: an editor must look. */
  unsure?: boolean;
}

/**
 * A way in which digests are set, by the name that an editor meets. A file may mix them: what is read is the best
 * sequence of turns, and a layout that the front matter names weighs where two readings fit.
 */
export interface Layout {
  /** Stable name for front matter (`layout:`) and messages. */
  id: string;
  name: { zh: string; en: string };
  /** A digest in this layout: the tests read it, and `docs/格式.md` shows it to editors. */
  example: string;
  /** True for a speech that is set in this way. */
  fits(segment: Segment): boolean;
}
