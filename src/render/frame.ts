/**
 * Names that a template gives to values, where the code of `templateCompiler.ts` cannot keep them in variables of its
 * own: nunjucks's `Frame`, with its table made only when there is a name to keep.
 */
export class Frame {
  /** In the template itself, where a name is given to the page as well. */
  topLevel = false;
  readonly parent: Frame | undefined;
  /** `set` within gives no value to a name outside of it. */
  readonly #isolates: boolean;
  #values: Map<string, unknown> | null = null;

  constructor(parent?: Frame, isolates = false) {
    this.parent = parent;
    this.#isolates = isolates;
  }

  push(isolates?: boolean): Frame {
    return new Frame(this, isolates);
  }

  pop(): Frame | undefined {
    return this.parent;
  }

  /** @param resolveUp where a frame around has the name, it is that one's */
  set(name: string, value: unknown, resolveUp?: boolean): void {
    const home = resolveUp ? this.#resolve(name, true) : undefined;
    const frame = home ?? this;
    frame.#values ??= new Map();
    frame.#values.set(name, value);
  }

  /** Sets a member of `loop`. */
  setLoop(member: string, value: unknown): void {
    this.#values ??= new Map();
    const loop = this.#values.get('loop') as Record<string, unknown> | undefined;
    if (loop) loop[member] = value;
    else this.#values.set('loop', { [member]: value });
  }

  lookup(name: string): unknown {
    const value = this.#values?.get(name);
    return value !== undefined ? value : this.parent?.lookup(name);
  }

  #resolve(name: string, toWrite: boolean): Frame | undefined {
    if (this.#values?.get(name) !== undefined) return this;
    // That the frames around may isolate as well is not asked: so does nunjucks.
    return (toWrite && this.#isolates) || !this.parent ? undefined : this.parent.#resolve(name, false);
  }
}
