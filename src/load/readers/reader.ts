import type { Finding } from '../../diagnostics/finding.js';
import type { BlockRoot } from '../document.js';
import type { FrontMatter } from '../frontMatter.js';
import type { Input } from '../input.js';

/** An input with its bytes. */
export interface Source {
  input: Input;
  bytes: Uint8Array;
}

/** What a reader makes of an input. On an error the root is empty and both counts are 0. */
export interface Reading {
  root: BlockRoot;
  /** What stands at the top of the text; empty for formats that have no place for it. */
  frontMatter: FrontMatter;
  /** As in `LoadedDocument`: the characters of the blocks and `syntax` make up `characters`. */
  characters: number;
  syntax: number;
  findings: Finding[];
}

/** One format. A reader knows nothing of speeches, and content never makes it throw. */
export interface Reader {
  read(source: Source): Promise<Reading>;
}

/** @returns the reading of an input that could not be read, with the reason */
export function unread(...findings: Finding[]): Reading {
  return { root: { type: 'root', children: [] }, frontMatter: {}, characters: 0, syntax: 0, findings };
}
