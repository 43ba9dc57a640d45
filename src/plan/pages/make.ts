import { digestOf } from '../../load/digest.js';
import type { PageOf, Phase } from '../page.js';
import { fileOf } from '../site/addresses.js';
import type { Known } from '../site/known.js';
import type { Site } from '../site/site.js';
import type { ViewKind, Views } from '../views/index.js';

interface Making<K extends ViewKind> {
  kind: K;
  /** Address, relative to the site. */
  path: string;
  /** All that the page shows, beside program, theme and configuration: digests, and parts of summaries (`shown.ts`). */
  of(): readonly string[];
  /** The edition or speaker whose page it is: all that `of` says is among its dependencies. */
  owner?: { known: Known };
  from?: readonly string[];
  phase?: Phase;
  model(): Promise<Views[K]>;
}

/** @returns the planned page; its key covers what every page depends on */
export function makePage<K extends ViewKind>(
  site: Site,
  { kind, path, of, owner, from = [], phase = 'page', model }: Making<K>,
): PageOf<K> {
  const make = (): string => digestOf(site.digest, kind, path, ...of());
  const key = owner ? owner.known.key(path, make) : make();
  return { path: fileOf(path), kind, phase, key, from: [...from], model };
}
