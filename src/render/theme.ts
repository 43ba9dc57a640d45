import type { PageOf } from '../plan/page.js';
import type { ViewKind, Views } from '../plan/views/index.js';

/** A theme, read and checked: templates compiled once, assets hashed. */
export interface Theme {
  /** Hash of every template, asset and word list. */
  digest: string;
  /** Files to publish under `assets/`. */
  assets: ThemeAsset[];
  /** The interface's words in one language. */
  words(lang: string): Record<string, string>;
  /** @returns the output's text (HTML, XML, plain), or the bytes of a file */
  render<K extends ViewKind>(kind: K, model: Views[K], page: PageOf<K>): string | Uint8Array;
}

export interface ThemeAsset {
  /** `site.css`, relative to `assets/`. */
  name: string;
  bytes: Uint8Array;
  digest: string;
}
