import type { Shape } from './shape.js';

/**
 * The names that a template sees at one place, as nunjucks's frames and context hold them: a loop's names end
 * with it, and what a block, an include or a macro sets does not leave it.
 */
export class Scope {
  readonly #names = new Map<string, Shape>();
  readonly #parent: Scope | null;
  readonly #keepsWrites: boolean;

  constructor(parent: Scope | null, options: { keepsWrites: boolean }) {
    this.#parent = parent;
    this.#keepsWrites = options.keepsWrites;
  }

  /** A scope within this one, whose new names end with it. */
  inner(options = { keepsWrites: false }): Scope {
    return new Scope(this, options);
  }

  /** A scope of its own that has these names, where they are known, and no other. */
  only(names: readonly string[]): Scope {
    const scope = new Scope(null, { keepsWrites: true });
    for (const name of names) {
      const shape = this.lookup(name);
      if (shape) scope.declare(name, shape);
    }
    return scope;
  }

  lookup(name: string): Shape | undefined {
    return this.#names.get(name) ?? this.#parent?.lookup(name);
  }

  /** Names a value here. */
  declare(name: string, shape: Shape): void {
    this.#names.set(name, shape);
  }

  /** What `set` does: gives a new value to the name where it stands, or makes it here. */
  assign(name: string, shape: Shape): void {
    (this.#owner(name) ?? this).declare(name, shape);
  }

  #owner(name: string): Scope | null {
    if (this.#names.has(name)) return this;
    return this.#keepsWrites || this.#parent === null ? null : this.#parent.#owner(name);
  }

  /** Names of this scope alone: what a template exports. */
  own(): ReadonlyMap<string, Shape> {
    return this.#names;
  }

  /** All names, for suggestions. */
  names(): string[] {
    return [...this.#names.keys(), ...(this.#parent?.names() ?? [])];
  }
}
