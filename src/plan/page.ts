import type { ViewKind, Views } from './views/index.js';

/** In this order a journal renames: what others refer to comes first. */
export type Phase = 'asset' | 'page' | 'list';

/**
 * One output of the site. `key` is a hash of digests (inputs, theme, configuration, program): the output is
 * made anew if and only if its key changed. `model()` is called then, and its value dropped after rendering.
 */
export type Page = { [K in ViewKind]: PageOf<K> }[ViewKind];

export interface PageOf<K extends ViewKind> {
  /** Relative to the output folder, `/` between parts, no leading slash: `editions/x/index.html`. */
  path: string;
  kind: K;
  phase: Phase;
  readonly key: string;
  /** Inputs that the page comes from, for messages. */
  from: readonly string[];
  model(): Promise<Views[K]>;
}
