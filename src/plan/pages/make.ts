import { digestOf } from '../../load/digest.js';
import type { PageOf, Phase } from '../page.js';
import { fileOf } from '../site/addresses.js';
import type { Site } from '../site/site.js';
import type { ViewKind, Views } from '../views/index.js';

interface Making<K extends ViewKind> {
  kind: K;
  /** Address, relative to the site. */
  path: string;
  /** All that the page shows, beside program, theme and configuration: digests, and parts of summaries (`shown.ts`). */
  of: readonly string[];
  from?: readonly string[];
  phase?: Phase;
  model(): Promise<Views[K]>;
}

/** @returns the planned page; its key covers what every page depends on */
export function makePage<K extends ViewKind>(
  site: Site,
  { kind, path, of, from = [], phase = 'page', model }: Making<K>,
): PageOf<K> {
  return { path: fileOf(path), kind, phase, key: digestOf(site.digest, kind, path, ...of), from: [...from], model };
}
