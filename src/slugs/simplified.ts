import type { Converter as MakeConverter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
let common: string | undefined;

/** Variants that names keep beside the character which they are elsewhere exchanged for: 王昇 is not 王升. */
const KEPT = new Set('昇陞麴谿劄吒袷氾鉅夥剋');

/** Loads the conversion to simplified characters, which takes about 0.2 s, where one of the texts needs it. */
export async function loadSimplified(texts: Iterable<string>): Promise<void> {
  if (convert || !someNeeds(texts)) return;
  const { Converter }: { Converter: typeof MakeConverter } = await import('opencc-js/t2cn');
  convert = Converter({ from: 't', to: 'cn' });
}

/**
 * @returns the text in simplified characters, one for one. What GB 2312 has is simplified already, 乾 and 於
 *   included: in a name they stand for themselves
 * @throws when {@link loadSimplified} has not run for the text
 */
export function simplified(text: string): string {
  const simple = needsConversion(text) ? converted(text) : text;
  // GB 2312 has 锺 beside 钟, and 通用规范汉字表 (2013) keeps it for names; papers write both for one person, as they do 鍾.
  return simple.includes('锺') ? simple.replaceAll('锺', '钟') : simple;
}

function converted(text: string): string {
  if (!convert) throw new Error('Cannot compare names yet. Call loadSimplified first.');
  let result = '';
  for (const character of text) result += isTraditional(character) ? convert(character) : character;
  return result;
}

function someNeeds(texts: Iterable<string>): boolean {
  for (const text of texts) if (needsConversion(text)) return true;
  return false;
}

/** Names that stay as they are: each is asked about several times for each of its speeches. */
let plain = new Set<string>();
const MOST_PLAIN = 50_000;

function needsConversion(text: string): boolean {
  if (plain.has(text)) return false;
  for (const character of text) if (isTraditional(character)) return true;
  if (plain.size === MOST_PLAIN) plain = new Set();
  plain.add(text);
  return false;
}

/** Whether a character may be a traditional one: rare simplified ones come out of the conversion as they were. */
function isTraditional(character: string): boolean {
  if (character < '\u3400') return false;
  common ??= charactersOfGb2312();
  return !common.includes(character) && !KEPT.has(character) && /\p{Script=Han}/u.test(character);
}

/** Rows 16 to 87 of GB 2312-1980 hold its 6,763 characters. */
function charactersOfGb2312(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder('gbk').decode(new Uint8Array(bytes));
}
