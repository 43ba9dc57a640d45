import type { PageOf } from '../plan/page.js';
import type { ViewKind, Views } from '../plan/views/index.js';

type Output = string | Uint8Array;

/** A theme, read and checked: templates compiled once, assets hashed. */
export interface Theme {
  /** Hash of every template, asset and word list. */
  digest: string;
  /** Files to publish under `assets/`. */
  assets: ThemeAsset[];
  /** The interface's words in one language. */
  words(lang: string): Record<string, string>;
  /**
   * @returns the output's text (HTML, XML, plain), or the bytes of a file; a promise for the first text that
   *   needs more than paragraphs and points
   * @throws Error that names the page and its template, with the engine's error as its cause
   */
  render<K extends ViewKind>(kind: K, model: Views[K], page: PageOf<K>): Output | Promise<Output>;
}

export interface ThemeAsset {
  /** `site.css`, relative to `assets/`. */
  name: string;
  bytes: Uint8Array;
  digest: string;
}
