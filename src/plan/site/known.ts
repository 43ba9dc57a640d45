/** A thing that pages show, and what it consists of: equal values are identical. */
export type Dependencies = readonly unknown[];

/**
 * What was worked out of one edition or speaker: parts of keys, and keys of its pages. Good as long as all that it
 * was worked out of is the same.
 */
export class Known {
  /** The one value that every page asks for. */
  #ref: string | null = null;
  /** Made when there is something to keep: a large site has a hundred thousand editions of which nothing is. */
  #values: Map<unknown, string> | null = null;
  #keys: Map<string, string> | null = null;
  /** Null where nothing is kept for the next plan. */
  readonly dependencies: Dependencies | null;
  /** False on a site so large that remembering takes more memory than it saves time. */
  readonly #all: boolean;

  constructor(dependencies: Dependencies | null, all: boolean) {
    this.dependencies = dependencies;
    this.#all = all;
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

  /** @param path of a page. @returns its key: remembered where there is a next plan */
  key(path: string, make: () => string): string {
    if (this.dependencies === null) return make();
    const known = this.#keys?.get(path);
    if (known !== undefined) return known;
    const made = make();
    this.#keys ??= new Map();
    this.#keys.set(path, made);
    return made;
  }
}

/**
 * What is known, from one plan of the preview to the next: a saved text changes a few of a thousand editions, and
 * the keys of the others' pages need not be worked out again.
 */
export class PlanMemory {
  #digest = '';
  #before = new Map<string, Known>();
  #now = new Map<string, Known>();
  #paths: readonly string[] = [];

  /**
   * Begins a plan. What the last one did not ask for is forgotten.
   * @param digest part of every key: where it is another one, nothing is known
   */
  begin(digest: string): void {
    this.#before = digest === this.#digest ? this.#now : new Map();
    this.#now = new Map();
    this.#digest = digest;
  }

  /** @returns what is known of the thing, if it still consists of the same */
  known(name: string, dependencies: Dependencies): Known {
    const before = this.#before.get(name);
    const known = before && isSame(before.dependencies ?? [], dependencies) ? before : new Known(dependencies, true);
    this.#now.set(name, known);
    return known;
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
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
