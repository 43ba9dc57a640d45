import type { pinyin as Pinyin } from 'pinyin-pro';
import { readSurname, surnameForSlug } from './surnames.js';

/** How characters of GB 2312 are read; each list is `syllable` and its characters, joined by spaces. */
export interface Readings {
  /** Within a name. */
  given: string;
  /** As a surname. */
  surnames: string;
  /** The first two characters of each word that begins with a surname: the dictionary may read it as that word. */
  words: string;
}

/** Their reading depends on what stands beside them. */
const DEPENDING = new Set('一不了々');

/**
 * @param words that the dictionary knows
 * @returns a table that reads most names as the dictionary does
 */
export function makeReadings(pinyin: typeof Pinyin, words: Iterable<string>): Readings {
  const given = new Map<string, string>();
  const surnames = new Map<string, string>();
  for (const character of charactersOfGb2312()) {
    const read = (surname: 'off' | 'head') => pinyin(character, { toneType: 'none', type: 'array', v: true, surname });
    const [syllable = ''] = read('off');
    if (/^[a-z]+$/.test(syllable) && !DEPENDING.has(character)) add(given, syllable, character);
    const name = character.repeat(2);
    if (surnameForSlug(name) !== null) add(surnames, readSurname(name, read('head'))[0] ?? '', character);
  }
  const pairs = new Set<string>();
  for (const word of words) {
    const [first = '', second] = word;
    if (second !== undefined && surnameForSlug(first.repeat(2)) !== null) pairs.add(first + second);
  }
  return { given: written(given), surnames: written(surnames), words: [...pairs].join(' ') };
}

function add(lists: Map<string, string>, syllable: string, character: string): void {
  lists.set(syllable, (lists.get(syllable) ?? '') + character);
}

function written(lists: ReadonlyMap<string, string>): string {
  return [...lists].map(([syllable, characters]) => `${syllable} ${characters}`).join(' ');
}

/** Rows 16 to 87 of GB 2312-1980 hold its 6,763 characters. */
function charactersOfGb2312(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder('gbk').decode(new Uint8Array(bytes)).replace(/[^\u4e00-\u9fff]/g, '');
}
