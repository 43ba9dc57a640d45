import fc from 'fast-check';
import type { GeneratedDigest } from './digests.js';

/** A text that was damaged, and how. */
export interface Damaged {
  text: string;
  how: string;
}

const widths: [string, string][] = [
  ['：', ':'],
  ['，', ','],
  ['（', '('],
  ['）', ')'],
  ['。', '.'],
  ['；', ';'],
  ['【', '['],
  ['】', ']'],
  ['｜', '|'],
  ['》', '>'],
  ['——', '--'],
];

const inserted = fc.constantFrom(
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u2028',
  '\u3000',
  '\t',
  '**',
  '*',
  '#',
  '■',
  '：',
  ':',
  '（',
  '）',
  '“',
  '”',
  '【',
  '】',
  '详情',
  '一、',
  '1.',
  '𠮷',
  'é',
  '\ud83d\ude00',
  '\u3164',
  '>',
  '<',
  '——',
  '|',
  '\\',
  '记者 ',
  '来源：',
  '的发言',
);

/** Lines that no digest foresees. */
const strange = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...'：:（）()【】[]“”‘’《》——·、，。一二1记者书记长 　■●|>#*罗青'),
    maxLength: 40,
  }),
  fc.constantFrom(
    '来源：',
    '记者',
    '详情',
    '——',
    '：',
    '责任编辑',
    '（）',
    '【】',
    '## | |',
    '一、',
    '字号：大 中 小',
    '2031年3月2日',
    '市委书记：',
  ),
);

type Change = (lines: string[]) => string[];

const at = (lines: readonly string[], place: number) => (lines.length === 0 ? 0 : place % lines.length);

/** Damages of a few lines: dropped, doubled, swapped, marks in another width, characters inserted, strange lines. */
const change: fc.Arbitrary<{ how: string; change: Change }> = fc.oneof(
  fc.nat(99).map((place) => ({ how: 'drop', change: (lines: string[]) => lines.toSpliced(at(lines, place), 1) })),
  fc.nat(99).map((place) => ({
    how: 'double',
    change: (lines: string[]) => lines.toSpliced(at(lines, place), 0, lines[at(lines, place)] ?? ''),
  })),
  fc.tuple(fc.nat(99), fc.nat(99)).map(([one, other]) => ({
    how: 'swap',
    change: (lines: string[]) => {
      const swapped = [...lines];
      swapped[at(lines, one)] = lines[at(lines, other)] ?? '';
      swapped[at(lines, other)] = lines[at(lines, one)] ?? '';
      return swapped;
    },
  })),
  fc.tuple(fc.nat(99), fc.constantFrom(...widths), fc.boolean()).map(([place, [wide, narrow], toNarrow]) => ({
    how: 'width',
    change: (lines: string[]) =>
      lines.with(
        at(lines, place),
        (lines[at(lines, place)] ?? '').replaceAll(toNarrow ? wide : narrow, toNarrow ? narrow : wide),
      ),
  })),
  fc.tuple(fc.nat(99), fc.nat(99), inserted).map(([place, offset, character]) => ({
    how: 'insert',
    change: (lines: string[]) => {
      const line = lines[at(lines, place)] ?? '';
      const column = offset % (line.length + 1);
      return lines.with(at(lines, place), line.slice(0, column) + character + line.slice(column));
    },
  })),
  fc.tuple(fc.nat(99), strange).map(([place, line]) => ({
    how: 'strange',
    change: (lines: string[]) => lines.toSpliced(at(lines, place), 0, line),
  })),
  fc.tuple(fc.nat(99), fc.nat(99)).map(([place, offset]) => ({
    how: 'cut',
    change: (lines: string[]) => {
      const line = lines[at(lines, place)] ?? '';
      const column = offset % (line.length + 1);
      return lines.toSpliced(at(lines, place), 1, line.slice(0, column), line.slice(column));
    },
  })),
);

/** @returns the digest's text with one to four damages */
export function damaged(digests: fc.Arbitrary<GeneratedDigest>): fc.Arbitrary<Damaged & { format: 'txt' | 'md' }> {
  return fc.tuple(digests, fc.array(change, { minLength: 1, maxLength: 4 })).map(([{ text, format }, changes]) => ({
    format,
    how: changes.map(({ how }) => how).join(', '),
    text: changes
      .reduce((lines, { change }) => (lines.length === 0 ? [''] : change(lines)), text.split('\n'))
      .join('\n'),
  }));
}
