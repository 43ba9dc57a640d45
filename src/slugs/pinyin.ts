import type { pinyin as Pinyin } from 'pinyin-pro';
import type { Converter as MakeConverter } from 'opencc-js/t2cn';

let pinyin: typeof Pinyin | undefined;
let simplify: ((text: string) => string) | undefined;

/** Loads the pinyin dictionary, which takes about 0.1 s: only where a slug has to be made. */
export async function loadPinyin(): Promise<void> {
  pinyin ??= (await import('pinyin-pro')).pinyin;
}

/** Loads the conversion to simplified characters: only where two names have one slug. */
export async function loadSimplified(): Promise<void> {
  if (simplify) return;
  const { Converter }: { Converter: typeof MakeConverter } = await import('opencc-js/t2cn');
  simplify = Converter({ from: 't', to: 'cn' });
}

/**
 * The syllables of a text, one an element, without tones; what is not Chinese stays as it is. Surnames are
 * read as surnames: 单 shan, 仇 qiu, 万俟 moqi.
 * @param kind `name` reads the first characters as a surname
 * @throws when {@link loadPinyin} has not run
 */
export function syllables(text: string, kind: 'name' | 'words'): string[] {
  if (!pinyin) throw new Error('Cannot make a slug yet. Call loadPinyin first.');
  return pinyin(text, { toneType: 'none', type: 'array', v: true, surname: kind === 'name' ? 'head' : 'off', nonZh: 'consecutive' });
}

/** @returns the text in simplified characters. @throws when {@link loadSimplified} has not run */
export function simplified(text: string): string {
  if (!simplify) throw new Error('Cannot compare names yet. Call loadSimplified first.');
  return simplify(text);
}
