import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';

/**
 * Characters by what they do in a digest. Every mark is recognised full-width and half-width (contract,
 * "Widths"); GB/T 15834 names the marks.
 */

/** Marks that end a sentence: what ends in one is text and no headline. */
export const SENTENCE_END = /[。！？!?；;]|(?<=[\p{Script=Han}）)”])\.(?![\dA-Za-z])/u;
/** A headline never ends in these (contract, "Headline"). */
export const HEADLINE_NEVER_ENDS = /(?:[。！？!?”’」』"']|(?<=[\p{Script=Han}）)”"%])\.)$/u;

/**
 * Default-ignorable and format characters that pastes bring along: zero-width space and joiners, BOM, soft
 * hyphen, bidi controls. Variation selectors choose a glyph and stay. Stripped from records, counted as decoration.
 */
export const INVISIBLE =
  /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB\u0000-\u0008\u000E-\u001F\u007F]/gu;

/** What most texts hold, none of it invisible: a text of these needs no look at the properties of each character. */
const USUAL = /^[\t\n\x20-\x7e\u00b7\u2014\u2018-\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

/** @returns true where the text may hold invisible characters */
export function mayHideCharacters(text: string): boolean {
  return !USUAL.test(text);
}

export const BULLETS = '■●◆▲★□◇▪▶►※◎○☆△▼◼◾•‣⚫🔴▌▍▎▊✦✧✿❀❤➢➤☞◇◉⊙❖\uF06C\uF0B2';
export const BULLET = new RegExp(`^[${BULLETS}]+`, 'u');

const OPENING = '（(【[［〔〖《〈「『“‘';
const CLOSING = '）)】]］〕〗》〉」』”’';
const partner = new Map([...OPENING].map((open, index) => [open, [...CLOSING][index] ?? '']));
/** Both widths close each other: an extraction turns only one of a pair into ASCII. */
const HAS_OPENING = /[（(【[［〔〖《〈「『“‘]/u;
const BRACKETS = unitsOf(OPENING + CLOSING);
const sameBracket: Record<string, string> = { '(': '（', ')': '）', '[': '［', ']': '］' };

/** Of every short text without brackets. */
const FLAT: readonly number[] = new Array(200).fill(0);

function fold(mark: string): string {
  return sameBracket[mark] ?? mark;
}

/**
 * Walks a text and tells for each UTF-16 offset how deep in brackets and quotes it stands.
 * Unbalanced marks are taken as text.
 * @returns depth by offset; a bracket itself has the depth outside it
 */
export function depths(text: string): readonly number[] {
  const { length } = text;
  if (length <= FLAT.length && !HAS_OPENING.test(text)) return FLAT;
  const result: number[] = new Array(length).fill(0);
  const stack: { close: string; at: number }[] = [];
  for (let at = 0; at < length; at++) {
    if (BRACKETS[unitAt(text, at)] !== 1) continue;
    const mark = text[at] ?? '';
    const close = partner.get(mark);
    if (close !== undefined) {
      if (stack.length < 64) stack.push({ close: fold(close), at });
      continue;
    }
    const last = stack.findLastIndex((open) => open.close === fold(mark));
    const open = stack[last];
    if (!open) continue;
    stack.length = last;
    for (let inner = open.at + 1; inner < at; inner++) result[inner] = (result[inner] ?? 0) + 1;
  }
  return result;
}
