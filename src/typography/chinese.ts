/** Chinese characters and marks: Han, CJK and full-width punctuation, Chinese quotes, dashes and ellipses. */
const CHINESE =
  /[\p{Script=Han}\u3001-\u303f\uff01-\uff60\uffe0-\uffee\u2018\u2019\u201c\u201d\u2014\u2015\u2026\u00b7]/u;

const YES = 1;
const NO = 2;
/** By code unit, what the pattern says of it; 0 where it was not asked yet. */
const known = new Uint8Array(0x10000);

/** @returns whether one code unit is a Chinese character or mark; false for half a surrogate pair */
export function isChineseUnit(code: number): boolean {
  let kind = known[code];
  if (kind === 0) {
    kind = CHINESE.test(String.fromCharCode(code)) ? YES : NO;
    known[code] = kind;
  }
  return kind === YES;
}

/** @returns whether one character is Chinese, or a Chinese mark */
export function isChinese(character: string): boolean {
  return character.length === 1 ? isChineseUnit(character.charCodeAt(0)) : CHINESE.test(character);
}
