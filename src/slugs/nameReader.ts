import type { Readings } from './makeReadings.js';

/** Longest name that is read without the dictionary. */
const LONGEST = 4;

/** Reads names as the dictionary does, where it reads each character by itself. A property test holds the two together. */
export class NameReader {
  readonly #given: ReadonlyMap<string, string>;
  readonly #surnames: ReadonlyMap<string, string>;
  readonly #words: ReadonlySet<string>;

  constructor({ given, surnames, words }: Readings) {
    this.#given = syllablesOf(given);
    this.#surnames = syllablesOf(surnames);
    this.#words = new Set(words.split(' '));
  }

  /**
   * @param name simplified
   * @returns a syllable for each character, or null for a name that only the dictionary can read
   */
  read(name: string): string[] | null {
    const characters = [...name];
    if (characters.length < 2 || characters.length > LONGEST || this.#words.has(name.slice(0, 2))) return null;
    const syllables: string[] = [];
    for (const [index, character] of characters.entries()) {
      const syllable = (index === 0 ? this.#surnames : this.#given).get(character);
      if (syllable === undefined) return null;
      syllables.push(syllable);
    }
    return syllables;
  }
}

function syllablesOf(list: string): Map<string, string> {
  const syllables = new Map<string, string>();
  const parts = list.split(' ');
  for (let index = 0; index < parts.length; index += 2) {
    for (const character of parts[index + 1] ?? '') syllables.set(character, parts[index] ?? '');
  }
  return syllables;
}
