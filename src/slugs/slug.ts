import { plainName } from '../parse/people/name.js';
import { surnameOf } from '../parse/people/surnames.js';
import { syllables } from './pinyin.js';

/** Long enough for any title, short enough for every file system with the rest of the path. */
const LONGEST = 80;

/**
 * Slug of any words: pinyin and what is Latin, joined by hyphens.
 * @param text a file's name: `2031-03-02-石湾` → `2031-03-02-shi-wan`
 * @returns lower-case ASCII letters, digits and single hyphens; never empty
 */
export function slugOf(text: string): string {
  return clean(/[^\x20-\x7e]/u.test(text) ? syllables(text, 'words').join('-') : text) || hashed(text);
}

/**
 * Slug of a person's name (contract, "Pages"): surname, hyphen, the given name joined. With no Chinese surname
 * all is joined, dots as hyphens. `徐善斌` → `xu-shanbin`, `阿依·热合曼` → `ayi-reheman`.
 */
export function slugOfName(text: string): string {
  const name = plainName(text).normalize('NFKC');
  const parts = name.split(/[·・•‧∙⋅･．.\s]+/u).filter((part) => part !== '');
  if (parts.length > 1) return clean(parts.map((part) => syllables(part, 'words').join('')).join('-')) || hashed(text);
  const surname = /^\p{Script=Han}+$/u.test(name) ? surnameOf(name) : null;
  const all = syllables(name, 'name');
  const head = surname ? [...surname].length : 0;
  const slug = head > 0 && head < all.length ? `${all.slice(0, head).join('')}-${all.slice(head).join('')}` : all.join('');
  return clean(slug) || hashed(text);
}

/** Slug of an organisation: all syllables, hyphens between words that stand apart. */
export function slugOfWords(text: string): string {
  return clean(syllables(text, 'words').join('-')) || hashed(text);
}

function clean(text: string): string {
  const plain = [...text].map((character) => (isBeyondPinyin(character) ? `u${character.codePointAt(0)?.toString(16)}` : character)).join('');
  return plain
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/gu, '');
}

/** 𠮷 and other characters without a reading in the dictionary give their code point: two such names stay apart. */
function isBeyondPinyin(character: string): boolean {
  return /\p{Script=Han}/u.test(character);
}

function hashed(text: string): string {
  return `x${[...text].map((character) => character.codePointAt(0)?.toString(16)).join('').slice(0, 24)}`;
}
