import type { Readings } from './makeReadings.js';

/** Longest name that is read without the dictionary. */
const LONGEST = 4;

/** Reads names as the dictionary does, where it reads each character by itself. A property test holds the two together. */
export class NameReader {
  readonly #given: Syllables;
  readonly #surnames: Syllables;
  readonly #words: string;

  constructor({ given, surnames, words }: Readings) {
    this.#given = new Syllables(given);
    this.#surnames = new Syllables(surnames);
    this.#words = ` ${words} `;
  }

  /**
   * @param name simplified
   * @returns a syllable for each character, or null for a name that only the dictionary can read
   */
  read(name: string): string[] | null {
    const characters = [...name];
    if (characters.length < 2 || characters.length > LONGEST) return null;
    const syllables: string[] = [];
    for (const [index, character] of characters.entries()) {
      const syllable = (index === 0 ? this.#surnames : this.#given).of(character);
      if (syllable === null) return null;
      syllables.push(syllable);
    }
    return this.#words.includes(` ${name.slice(0, 2)} `) ? null : syllables;
  }
}

/** Looks each character up when it is met for the first time: a map of all takes longer than a small site's names. */
class Syllables {
  readonly #list: string;
  readonly #known = new Map<string, string | null>();

  constructor(list: string) {
    this.#list = ` ${list}`;
  }

  of(character: string): string | null {
    let syllable = this.#known.get(character);
    if (syllable !== undefined) return syllable;
    const at = character > 'z' ? this.#list.indexOf(character) : -1;
    const end = this.#list.lastIndexOf(' ', at);
    syllable = at < 0 ? null : this.#list.slice(this.#list.lastIndexOf(' ', end - 1) + 1, end);
    this.#known.set(character, syllable);
    return syllable;
  }
}
