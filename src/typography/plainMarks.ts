import { isChineseUnit } from './chinese.js';
import { unitAt } from './unitAt.js';

const COMMA = 0x2c;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const OPENING = 0x28;
const CLOSING = 0x29;
const AT = 0x40;
const SLASH = 0x2f;

/**
 * Finds the marks that are shown full-width, in a text where each is settled by what stands directly beside it.
 * Nearly all are, and each text is shown on several pages: walking through it once is a tenth of the work of
 * the general rule, with whose result a property test compares this one.
 * @returns the indexes in ascending order; or null where the text has brackets, addresses or marks whose
 *   neighbours do not settle them
 */
export function plainMarks(text: string): number[] | null {
  const marks: number[] = [];
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const code = unitAt(text, at);
    if (code > 0x7f) continue;
    if (code === OPENING || code === CLOSING || code === AT) return null;
    if (code === SLASH && unitAt(text, at + 1) === SLASH) return null;
    if ((code | 0x20) === 0x77 && /^www\./i.test(text.slice(at, at + 4))) return null;
    if (code !== COMMA && code !== COLON && code !== SEMICOLON && code !== QUESTION && code !== EXCLAMATION) continue;
    const before = unitAt(text, at - 1);
    const after = unitAt(text, at + 1);
    if (isAsciiWord(before) && isAsciiWord(after)) continue;
    // Beyond the text's ends the code is NaN, which is nothing.
    if (!isChineseUnit(before) && marks.at(-1) !== at - 1 && !isChineseUnit(after)) return null;
    marks.push(at);
  }
  return marks;
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}
