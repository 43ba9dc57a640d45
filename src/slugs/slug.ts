import { LONGEST_KNOWN, MOST_KNOWN, nameForSlug, syllables } from './pinyin.js';
import { surnameForSlug } from './surnames.js';

/** Long enough for any title, short enough for every file system with the rest of the path. */
const LONGEST = 80;
const DOTS = /[·・•‧∙⋅･．.\s]+/u;

/**
 * Slug of any words: pinyin and what is Latin, joined by hyphens.
 * @param text a file's name: `2031-03-02-石湾` → `2031-03-02-shi-wan`
 * @returns lower-case ASCII letters, digits and single hyphens; never empty
 */
export function slugOf(text: string): string {
  const words = text.normalize('NFKC');
  return clean(/[^\x20-\x7e]/u.test(words) ? syllables(words, 'words').join('-') : words) || hashed(text);
}

/**
 * Slug of a person's name (contract, "Pages"): surname, hyphen, the given name joined. With no Chinese surname
 * all is joined, dots as hyphens. `徐善斌` → `xu-shanbin`, `阿依·热合曼` → `ayi-reheman`.
 */
export function slugOfName(text: string): string {
  return remembered(namesKnown, text, slugOfPerson);
}

function slugOfPerson(text: string): string {
  const name = nameForSlug(text);
  const surname = /^\p{Script=Han}+$/u.test(name) ? surnameForSlug(name) : null;
  if (surname === null) return slugOfWords(name);
  const all = syllables(name, 'name');
  const head = [...surname].length;
  const slug = head < all.length ? `${all.slice(0, head).join('')}-${all.slice(head).join('')}` : all.join('');
  return clean(slug) || hashed(text);
}

/** Slug of an organisation, or of a name without a surname: all joined, hyphens at dots and spaces. */
export function slugOfWords(text: string): string {
  return remembered(wordsKnown, text, joinedSlug);
}

function joinedSlug(text: string): string {
  const parts = text.normalize('NFKC').split(DOTS);
  return clean(parts.map((part) => (part === '' ? '' : syllables(part, 'words').join(''))).join('-')) || hashed(text);
}

/** An archive's speakers come again and again: a slug made once costs a look into a table. */
const namesKnown = new Map<string, string>();
const wordsKnown = new Map<string, string>();

function remembered(known: Map<string, string>, text: string, make: (text: string) => string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const slug = make(text);
  if (text.length > LONGEST_KNOWN) return slug;
  if (known.size === MOST_KNOWN) known.clear();
  known.set(text, slug);
  return slug;
}

function clean(text: string): string {
  return (isAscii(text) ? text : decomposed(text))
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/gu, '');
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function decomposed(text: string): string {
  return [...text]
    .map((character) => (isBeyondPinyin(character) ? codeOf(character) : character))
    .join('')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '');
}

/** 𠮷 and other characters without a reading in the dictionary give their code point: two such names stay apart. */
function isBeyondPinyin(character: string): boolean {
  return /\p{Script=Han}/u.test(character);
}

function codeOf(character: string): string {
  return `u${character.codePointAt(0)?.toString(16)}`;
}

/** Other scripts: from the code points, so that the slug is the same everywhere. */
function hashed(text: string): string {
  const codes = [...text].map((character) => character.codePointAt(0)?.toString(16)).join('');
  return `x${codes.slice(0, 24)}`;
}
