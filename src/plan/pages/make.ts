import { digestOf } from '../../load/digest.js';
import type { PageOf, Phase } from '../page.js';
import { fileOf } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import type { ViewKind, Views } from '../views/index.js';

interface Making<K extends ViewKind> {
  kind: K;
  /** Address, relative to the site. */
  path: string;
  /** Digests of all that the page shows, beside program, theme and configuration. */
  of: readonly string[];
  from?: readonly string[];
  phase?: Phase;
  model(): Promise<Views[K]>;
}

/** @returns the planned page; its key covers what every page depends on */
export function makePage<K extends ViewKind>(site: Site, { kind, path, of, from = [], phase = 'page', model }: Making<K>): PageOf<K> {
  return { path: fileOf(path), kind, phase, key: digestOf(site.digest, kind, path, ...of), from: [...from], model };
}

/** What a reference to an edition shows changes only with its input, or with the addresses of its speakers. */
export function digestOfEdition(edition: PlannedEdition | null): string {
  if (!edition) return '';
  const slugs = [...edition.speakers.values()].map(({ slug }) => slug);
  return [edition.input.digest, edition.summary.id, ...slugs].join('/');
}
