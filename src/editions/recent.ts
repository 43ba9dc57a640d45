/** What was put there last, up to a number of things. */
export class Recent<K, V> {
  readonly #values = new Map<K, V>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  has(key: K): boolean {
    return this.#values.has(key);
  }

  get(key: K): V | undefined {
    return this.#values.get(key);
  }

  /** @returns the value */
  set(key: K, value: V): V {
    if (this.#values.size >= this.#most) this.#makeRoom();
    this.#values.set(key, value);
    return value;
  }

  #makeRoom(): void {
    for (const oldest of this.#values.keys()) {
      if (this.#values.size < this.#most) break;
      this.#values.delete(oldest);
    }
  }

  clear(): void {
    this.#values.clear();
  }
}
