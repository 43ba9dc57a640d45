import { identityOf, isUsualHan } from './name.js';

/**
 * Names that something in the file or the register vouches for: a caption line, a list at the top, a line
 * where title and name stand apart, an explicit speaker line.
 */
export class People {
  readonly #names = new Set<string>();
  readonly #lasts = new Set<string>();
  #longest = 0;

  constructor(register: Iterable<string> = []) {
    for (const name of register) this.add(name);
  }

  add(name: string): void {
    const identity = identityOf(name);
    this.#names.add(identity);
    this.#lasts.add(identity.slice(-1));
    this.#longest = Math.max(this.#longest, identity.length);
  }

  addAll(names: readonly string[]): void {
    // Hardly a line has any, and to begin a loop over nothing costs as well.
    if (names.length > 0) for (const name of names) this.add(name);
  }

  has(name: string): boolean {
    return this.#mayEnd(name) && this.#names.has(identityOf(name));
  }

  /** Whether some known name ends as the text does; what its last character says of itself needs no folding. */
  #mayEnd(text: string): boolean {
    return this.#lasts.has(text.slice(-1)) || !isUsualHan(text.charCodeAt(text.length - 1));
  }

  /** @returns every known name that the text ends with, longest first */
  atEnd(text: string): string[] {
    const found: string[] = [];
    if (!this.#mayEnd(text)) return found;
    for (let length = Math.min(this.#longest, text.length); length >= 2; length--) {
      const tail = text.slice(-length);
      if (this.has(tail)) found.push(tail);
    }
    return found;
  }
}
