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
export function makePage<K extends ViewKind>(site: Site, making: Making<K>): PageOf<K> {
  return new PlannedPage(site, making);
}

class PlannedPage<K extends ViewKind> implements PageOf<K> {
  readonly path: string;
  readonly kind: K;
  readonly phase: Phase;
  readonly from: readonly string[];
  readonly model: () => Promise<Views[K]>;
  readonly #digest: string;
  readonly #making: Making<K>;
  #key: string | null = null;

  constructor({ digest }: Site, making: Making<K>) {
    const { kind, path, from = [], phase = 'page', model } = making;
    this.path = fileOf(path);
    this.kind = kind;
    this.phase = phase;
    this.from = from;
    this.model = model;
    this.#digest = digest;
    this.#making = making;
  }

  /** Worked out when it is asked for: the paths of all pages are looked at first. */
  get key(): string {
    if (this.#key !== null) return this.#key;
    const { kind, path, of, owner } = this.#making;
    const make = (): string => digestOf(this.#digest, kind, path, ...of());
    this.#key = owner ? owner.known.key(path, make) : make();
    return this.#key;
  }
}
