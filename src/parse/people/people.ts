import { identityOf } from './name.js';

/**
 * Names that something in the file or the register vouches for: a caption line, a list at the top, a line
 * where title and name stand apart, an explicit speaker line.
 */
export class People {
  readonly #names = new Set<string>();
  #longest = 0;

  constructor(register: Iterable<string> = []) {
    for (const name of register) this.add(name);
  }

  add(name: string): void {
    const identity = identityOf(name);
    this.#names.add(identity);
    this.#longest = Math.max(this.#longest, identity.length);
  }

  addAll(names: readonly string[]): void {
    // Hardly a line has any, and to begin a loop over nothing costs as well.
    if (names.length > 0) for (const name of names) this.add(name);
  }

  has(name: string): boolean {
    return this.#names.has(identityOf(name));
  }

  /** @returns every known name that the text ends with, longest first */
  atEnd(text: string): string[] {
    const found: string[] = [];
    for (let length = Math.min(this.#longest, text.length); length >= 2; length--) {
      const tail = text.slice(-length);
      if (this.has(tail)) found.push(tail);
    }
    return found;
  }
}
