import type { Page, PageOf, Phase } from '../page.js';
import type { ViewKind, Views } from '../views/index.js';

/** Whose pages are kept. */
export interface Keeper {
  /** @returns the page of that index as the present plan's site has it */
  made(index: number): Page;
}

/**
 * A page that is the same object from one plan of the preview to the next: what it says of itself is worked out once.
 * What it shows comes from the site of the present plan.
 */
export class KeptPage<K extends ViewKind> implements PageOf<K> {
  readonly path: string;
  readonly kind: K;
  readonly phase: Phase;
  readonly from: readonly string[];
  readonly #keeper: Keeper;
  readonly #index: number;
  #key: string | null = null;

  constructor({ path, kind, phase, from }: PageOf<K>, keeper: Keeper, index: number) {
    this.path = path;
    this.kind = kind;
    this.phase = phase;
    this.from = from;
    this.#keeper = keeper;
    this.#index = index;
  }

  get key(): string {
    this.#key ??= this.#keeper.made(this.#index).key;
    return this.#key;
  }

  model(): Promise<Views[K]> {
    // Of the same kind: it is made of all that this one was made of.
    return (this.#keeper.made(this.#index) as PageOf<K>).model();
  }
}
