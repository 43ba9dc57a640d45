import type { pinyin as Pinyin } from 'pinyin-pro';
import { plainName } from '../parse/people/name.js';
import { NameReader } from './nameReader.js';
import { readings } from './readings.js';
import { loadSimplified, simplified } from './simplified.js';
import { readSurname } from './surnames.js';

let pinyin: typeof Pinyin | undefined;
let reader: NameReader | null = null;

/** What slugs have to be made of. */
export interface SlugSources {
  /** Names of people, for `slugOfName`. */
  names?: readonly string[];
  /** For `slugOf`, `slugOfWords`. */
  words?: readonly string[];
}

/**
 * Loads what the slugs of these texts need: the pinyin dictionary takes about 0.1 s, so it is only loaded where
 * a slug has to be made that is not a plain name's.
 */
export async function prepareSlugs({ names = [], words = [] }: SlugSources): Promise<void> {
  const others = names.filter((name) => !prepared.has(name));
  await loadSimplified([...others, ...words]);
  const isPlain = () => words.every(isAscii) && others.every((name) => readPlainly(nameForSlug(name)) !== null);
  if (!pinyin && !isPlain()) pinyin = (await import('pinyin-pro')).pinyin;
  if (prepared.size + others.length > MOST_KNOWN) prepared.clear();
  for (const name of others) if (name.length <= LONGEST_KNOWN) prepared.add(name);
}

/** Names for which everything is loaded: an archive's speakers come again and again. */
const prepared = new Set<string>();
/** Bounds of a table of names: how many, and of how many UTF-16 units. */
export const MOST_KNOWN = 20_000;
/** A longer text may be a part of a whole file's to V8 (it copies up to 12 units), and would keep that in memory. */
export const LONGEST_KNOWN = 12;

/** @returns the name as its slug is made of it */
export function nameForSlug(text: string): string {
  return simplified(plainName(text).normalize('NFKC'));
}

/**
 * The syllables of a text, one an element, without tones; what is not Chinese stays as it is, in one element
 * with what stands beside it. Surnames are read as surnames: 单 shan, 仇 qiu, 万俟 moqi. The dictionary knows
 * them in simplified characters only. ü is v, as every input method has it (吕 lv).
 * @param kind `name` reads the first characters as a surname
 * @throws when {@link prepareSlugs} has not run for the text
 */
export function syllables(text: string, kind: 'name' | 'words'): string[] {
  if (kind === 'words' && isAscii(text)) return [text];
  const plain = kind === 'name' ? readPlainly(text) : null;
  if (plain !== null) return plain;
  if (!pinyin) throw new Error('Cannot make a slug yet. Call prepareSlugs first.');
  const surname = kind === 'name' ? 'head' : 'off';
  const simple = simplified(text);
  const read = pinyin(simple, { toneType: 'none', type: 'array', v: true, surname, nonZh: 'consecutive' });
  return kind === 'name' ? readSurname(simple, read) : read;
}

/** Words without a Chinese character are themselves. */
function isAscii(text: string): boolean {
  return !/[^\x20-\x7e]/.test(text);
}

function readPlainly(name: string): string[] | null {
  if (readings === null) return null;
  reader ??= new NameReader(readings);
  return reader.read(name);
}
