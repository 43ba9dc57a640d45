import { surnameOf } from '../parse/people/surnames.js';

/**
 * Surnames that pinyin-pro 3.29 does not read as surnames, as 现代汉语词典 (第 7 版) reads them: each is an entry of its
 * own there, marked 姓; 么 stands under 幺. It reads 区 ou, 召 shao, 单 shan, 尉迟 yuchi and the rest rightly by itself.
 */
const READ = new Map([
  ['么', ['yao']],
  ['种', ['chong']],
  ['贠', ['yun']],
  ['洗', ['xian']],
  ['秘', ['bi']],
  ['便', ['pian']],
  ['佴', ['nai']],
  ['单于', ['chan', 'yu']],
]);

/** Surnames that are rare or common words: no evidence for a name, but in a person's slug a hyphen follows them. */
const OTHERS = new Set('么种贠洗秘便教召折员句繁区尉');

/**
 * @param name of a person, simplified
 * @returns the surname as the slug has it, or null
 */
export function surnameForSlug(name: string): string | null {
  const surname = surnameOf(name);
  if (surname !== null) return surname;
  const [first = ''] = name;
  return OTHERS.has(first) ? first : null;
}

/**
 * @param name of a person, simplified
 * @param syllables as the dictionary reads it; changed where it reads the surname wrongly
 */
export function readSurname(name: string, syllables: string[]): string[] {
  const read = READ.get(surnameForSlug(name) ?? '');
  if (read) syllables.splice(0, read.length, ...read);
  return syllables;
}
