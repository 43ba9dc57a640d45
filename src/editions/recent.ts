interface Entry<V> {
  value: V | null;
}

/** What was put there last, up to a number of things. */
export class Recent<K, V extends object> {
  /**
   * An entry that goes is emptied: the table that a map leaves behind when it makes a new one still points to all of
   * them, and to V8 that is reason enough to keep them among the old objects.
   */
  readonly #entries = new Map<K, Entry<V>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    return this.#entries.get(key)?.value ?? undefined;
  }

  /** @returns the value */
  set(key: K, value: V): V {
    if (this.#entries.size >= this.#most) this.#makeRoom();
    this.#entries.set(key, { value });
    return value;
  }

  #makeRoom(): void {
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size < this.#most) break;
      this.#entries.delete(oldest);
      entry.value = null;
    }
  }

  clear(): void {
    for (const entry of this.#entries.values()) entry.value = null;
    this.#entries.clear();
  }
}
