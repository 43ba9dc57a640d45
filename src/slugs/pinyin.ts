import type { pinyin as Pinyin } from 'pinyin-pro';
import { loadSimplified, simplified } from './simplified.js';

let pinyin: typeof Pinyin | undefined;

/**
 * Loads what the slugs of these texts need: the pinyin dictionary takes about 0.1 s, so it is only loaded where
 * a slug has to be made.
 */
export async function prepareSlugs(texts: Iterable<string>): Promise<void> {
  pinyin ??= (await import('pinyin-pro')).pinyin;
  await loadSimplified(texts);
}

/**
 * The syllables of a text, one an element, without tones; what is not Chinese stays as it is, in one element
 * with what stands beside it. Surnames are read as surnames: 单 shan, 仇 qiu, 万俟 moqi. The dictionary knows
 * them in simplified characters only. ü is v, as every input method has it (吕 lv).
 * @param kind `name` reads the first characters as a surname
 * @throws when {@link prepareSlugs} has not run for the text
 */
export function syllables(text: string, kind: 'name' | 'words'): string[] {
  if (!pinyin) throw new Error('Cannot make a slug yet. Call prepareSlugs first.');
  const surname = kind === 'name' ? 'head' : 'off';
  return pinyin(simplified(text), { toneType: 'none', type: 'array', v: true, surname, nonZh: 'consecutive' });
}
