import type { Page } from './page.js';
import { KEPT_PAGES } from './site/large.js';

/** Pages of things of one sort: the editions', the speakers'. */
export interface Pages {
  /** Number of things. */
  length: number;
  /** @returns the pages of one of them; the same ones whenever it is asked */
  of(index: number): Page[];
}

/** Things that are counted together, so that a page is found without looking at each. */
const BLOCK = 64;

/**
 * All pages of a site in their order. A page is a few hundred bytes before it is rendered, and a site may have a
 * million: the pages of an edition are made when somebody asks for one of them, and forgotten when pages of another
 * edition are asked for.
 */
export class PageList implements Iterable<Page> {
  readonly #sorts: Pages[] = [];
  /** Index of the first page of each block of things, for each sort. */
  readonly #starts: number[][] = [];
  #length = 0;
  /** All pages, as long as they are few. */
  #kept: Page[] | null = [];
  #last: { sort: number; index: number; start: number; pages: Page[] } | null = null;

  get length(): number {
    return this.#length;
  }

  /** Adds the pages of things at the end. @returns how many pages they have */
  add(pages: Pages): number {
    const before = this.#length;
    const starts: number[] = [];
    for (let index = 0; index < pages.length; index += 1) {
      if (index % BLOCK === 0) starts.push(this.#length);
      const made = pages.of(index);
      this.#length += made.length;
      if (this.#kept === null) continue;
      for (const page of made) this.#kept.push(page);
      if (this.#kept.length > KEPT_PAGES) this.#kept = null;
    }
    this.#sorts.push(pages);
    this.#starts.push(starts);
    return this.#length - before;
  }

  /** @returns the page, or undefined where there is none */
  at(index: number): Page | undefined {
    if (this.#kept) return this.#kept[index];
    if (index < 0 || index >= this.#length) return undefined;
    const last = this.#last;
    if (last && index >= last.start && index < last.start + last.pages.length) return last.pages[index - last.start];
    return this.#find(index);
  }

  /** @param from index of the first page. @param to index after the last one */
  *between(from: number, to: number): Generator<Page> {
    for (let index = from; index < to; index += 1) {
      const page = this.at(index);
      if (page) yield page;
    }
  }

  [Symbol.iterator](): Iterator<Page> {
    return this.#kept ? this.#kept[Symbol.iterator]() : this.between(0, this.#length);
  }

  #find(page: number): Page | undefined {
    const last = this.#last;
    // Pages are mostly asked for in their order.
    const isNext = last !== null && page === last.start + last.pages.length;
    const from = isNext ? { sort: last.sort, index: last.index + 1, start: page } : this.#blockOf(page);
    let { sort, index, start } = from;
    for (; sort < this.#sorts.length; sort += 1, index = 0) {
      const things = this.#sorts[sort];
      for (; things && index < things.length; index += 1) {
        const pages = things.of(index);
        if (page < start + pages.length) {
          this.#last = { sort, index, start, pages };
          return pages[page - start];
        }
        start += pages.length;
      }
    }
    return undefined;
  }

  #blockOf(page: number): { sort: number; index: number; start: number } {
    const sort = this.#starts.findLastIndex(([first]) => first !== undefined && first <= page);
    const starts = this.#starts[sort] ?? [];
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= page) low = middle;
      else high = middle - 1;
    }
    return { sort, index: low * BLOCK, start: starts[low] ?? 0 };
  }
}
