import { digestOf } from '../../load/digest.js';
import type { PageOf, Phase } from '../page.js';
import { fileOf } from '../site/addresses.js';
import type { Site } from '../site/site.js';
import type { ViewKind, Views } from '../views/index.js';

/**
 * What the pages of one sort have in common, each with a subject of its own. A site has thousands of them, and few are
 * made anew: functions for each took most of the time in which they were planned.
 */
export interface PageSort<K extends ViewKind, T> {
  kind: K;
  phase?: Phase;
  /** All that the page shows, beside program, theme and configuration: digests, and parts of summaries (`shown.ts`). */
  of(subject: T, site: Site): readonly string[];
  from?(subject: T): readonly string[];
  model(subject: T, site: Site): Promise<Views[K]>;
}

/** A page that is the only one of its sort. */
interface Making<K extends ViewKind> {
  kind: K;
  /** Address, relative to the site. */
  path: string;
  /** See {@link PageSort}. */
  of(): readonly string[];
  from?: readonly string[];
  phase?: Phase;
  model(): Promise<Views[K]>;
}

/** @returns the planned page; its key covers what every page depends on */
export function makePage<K extends ViewKind>(site: Site, making: Making<K>): PageOf<K> {
  const { kind, path, from = none, phase = 'page', of, model } = making;
  return new PlannedPage(site, { kind, phase, of, from: () => from, model }, path, undefined);
}

/** @param path address, relative to the site. @returns the planned page of the subject */
export function pageOfSort<K extends ViewKind, T>(
  site: Site,
  sort: PageSort<K, T>,
  path: string,
  subject: T,
): PageOf<K> {
  return new PlannedPage(site, sort, path, subject);
}

const none: readonly string[] = [];

class PlannedPage<K extends ViewKind, T> implements PageOf<K> {
  readonly path: string;
  readonly #site: Site;
  readonly #sort: PageSort<K, T>;
  readonly #subject: T;
  #key: string | null = null;

  constructor(site: Site, sort: PageSort<K, T>, path: string, subject: T) {
    this.path = fileOf(path);
    this.#site = site;
    this.#sort = sort;
    this.#subject = subject;
  }

  get kind(): K {
    return this.#sort.kind;
  }

  get phase(): Phase {
    return this.#sort.phase ?? 'page';
  }

  get from(): readonly string[] {
    return this.#sort.from?.(this.#subject) ?? none;
  }

  /** Worked out when it is asked for: the paths of all pages are looked at first. */
  get key(): string {
    if (this.#key !== null) return this.#key;
    const { kind, of } = this.#sort;
    this.#key = digestOf(this.#site.digest, kind, this.path, ...of(this.#subject, this.#site));
    return this.#key;
  }

  model(): Promise<Views[K]> {
    return this.#sort.model(this.#subject, this.#site);
  }
}
