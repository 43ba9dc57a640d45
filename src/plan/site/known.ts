import type { Page } from '../page.js';
import { KeptPage } from './keptPage.js';

/** A thing that pages show, and what it consists of: equal values are identical. */
export type Dependencies = readonly unknown[];

/**
 * What was worked out of one edition or speaker: parts of keys, and its pages. Good as long as all that it was worked
 * out of is the same.
 */
export class Known {
  /** The one value that every page asks for. */
  #ref: string | null = null;
  /** Made when there is something to keep: a large site has a hundred thousand editions of which nothing is. */
  #values: Map<unknown, string> | null = null;
  /** Null where nothing is kept for the next plan. */
  readonly dependencies: Dependencies | null;
  /** False on a site so large that remembering takes more memory than it saves time. */
  readonly #all: boolean;
  readonly #memory: PlanMemory | null;
  #pages: Page[] | null = null;
  /** Makes the pages as the present plan's site has them. */
  #make: (() => Page[]) | null = null;

  constructor(dependencies: Dependencies | null, all: boolean, memory: PlanMemory | null = null) {
    this.dependencies = dependencies;
    this.#all = all;
    this.#memory = memory;
  }

  /** @param name of the value; for a part that a speech has, the speech's summary */
  get(name: string | object, make: () => string): string {
    if (name === 'ref') {
      this.#ref ??= make();
      return this.#ref;
    }
    const known = this.#values?.get(name);
    if (known !== undefined) return known;
    const made = make();
    if (!this.#all) return made;
    this.#values ??= new Map();
    this.#values.set(name, made);
    return made;
  }

  /**
   * @param make makes the pages of the edition or speaker: all that their paths, keys and sources say is among its
   *   dependencies
   * @returns the pages; where there is a next plan, the very same until what they depend on changes
   */
  pages(make: () => Page[]): Page[] {
    if (this.#memory === null) return make();
    this.#make = make;
    this.#pages ??= make().map((page, index) => new KeptPage(page, this, index) as Page);
    return this.#pages;
  }

  /** @throws where no plan has asked for the pages */
  made(index: number): Page {
    const page = this.#make && this.#memory?.made(this, this.#make)[index];
    if (!page) throw new Error('A page of another plan was asked for');
    return page;
  }

  /** Lets go of the plan that asked last, and of its site. */
  letGo(): void {
    this.#make = null;
  }
}

/**
 * What is known, from one plan of the preview to the next: a saved text changes a few of a thousand editions, and
 * the pages of the others, with their keys, need not be worked out again. The last plan's site is held until the next
 * begins.
 */
export class PlanMemory {
  #digest = '';
  #before = new Map<string, Known>();
  #now = new Map<string, Known>();
  #paths: readonly string[] = [];
  /** Pages are asked for in their order, and those of one thing make each other's keys. */
  #made: { of: Known; pages: Page[] } | null = null;

  /**
   * Begins a plan. What the last one did not ask for is forgotten.
   * @param digest part of every key: where it is another one, nothing is known
   */
  begin(digest: string): void {
    for (const known of this.#now.values()) known.letGo();
    this.#made = null;
    this.#before = digest === this.#digest ? this.#now : new Map();
    this.#now = new Map();
    this.#digest = digest;
  }

  /** @returns what is known of the thing, if it still consists of the same */
  known(name: string, dependencies: Dependencies): Known {
    const before = this.#before.get(name);
    const isGood = before !== undefined && isSame(before.dependencies ?? [], dependencies);
    const known = isGood ? before : new Known(dependencies, true, this);
    this.#now.set(name, known);
    return known;
  }

  /** @returns the pages of one thing as the present plan's site has them: made when they are asked for */
  made(of: Known, make: () => Page[]): Page[] {
    if (this.#made?.of !== of) this.#made = { of, pages: make() };
    return this.#made.pages;
  }

  /** @returns whether a plan had these very paths, and nothing was wrong with them */
  isGood(paths: readonly string[]): boolean {
    return isSame(this.#paths, paths);
  }

  /** @param paths with which nothing is wrong */
  keepGood(paths: readonly string[]): void {
    this.#paths = paths;
  }
}

function isSame(a: Dependencies, b: Dependencies): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
