import fc from 'fast-check';
import { type DigestLine, type GeneratedDigest, textOfLines } from './digests.js';

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

/** A slip of an editor in a known place of a digest. */
export interface Slip {
  kind: string;
  lines: DigestLine[];
  /** Indices of the speeches whose words or names the slip concerns. */
  concerns: number[];
}

function places(lines: readonly DigestLine[], wanted: (line: DigestLine) => boolean): number[] {
  return lines.flatMap((line, index) => (wanted(line) ? [index] : []));
}

function ownersAt(lines: readonly DigestLine[], indices: readonly number[]): number[] {
  return [...new Set(indices.flatMap((index) => lines[index]?.owner ?? []))];
}

/** Another name that differs in its last character. */
function misspelt(name: string): string {
  return `${[...name].slice(0, -1).join('')}${name.endsWith('峰') ? '波' : '峰'}`;
}

function nameOf(digest: GeneratedDigest, owner: number | null): string | null {
  return owner === null ? null : (digest.expected.speeches[owner]?.speaker ?? null);
}

/** @returns every slip of one kind that can befall the digest, one for each place */
export const slips: Record<string, (digest: GeneratedDigest) => Slip[]> = {
  'speaker line dropped': ({ lines }) =>
    places(lines, ({ role }) => role === 'head').map((index) => ({
      kind: 'speaker line dropped',
      lines: lines.toSpliced(index, 1),
      concerns: ownersAt(lines, [index]),
    })),
  'caption dropped': ({ lines }) =>
    places(lines, ({ role }) => role === 'caption').map((index) => ({
      kind: 'caption dropped',
      lines: lines.toSpliced(index, 1),
      concerns: ownersAt(lines, [index]),
    })),
  'detail link dropped': (digest) =>
    places(
      digest.lines,
      ({ text, role }) => role === 'detail' || text.endsWith(digest.style.detail?.written ?? '\0'),
    ).map((index) => {
      const line = digest.lines[index] as DigestLine;
      const bare = { ...line, text: line.text.slice(0, line.text.length - (digest.style.detail?.written.length ?? 0)) };
      return {
        kind: 'detail link dropped',
        lines: line.role === 'detail' ? digest.lines.toSpliced(index, 1) : digest.lines.with(index, bare),
        concerns: ownersAt(digest.lines, [index]),
      };
    }),
  'line doubled': ({ lines }) =>
    places(lines, ({ role }) => role !== 'blank').map((index) => ({
      kind: 'line doubled',
      lines: lines.toSpliced(index, 0, lines[index] as DigestLine),
      concerns: ownersAt(lines, [index]),
    })),
  'neighbours swapped': ({ lines }) =>
    places(lines, ({ role }) => role !== 'blank').flatMap((index) => {
      const next = lines.findIndex(({ role }, other) => other > index && role !== 'blank');
      const [line, other] = [lines[index], lines[next]];
      if (line === undefined || other === undefined) return [];
      return [
        {
          kind: 'neighbours swapped',
          lines: lines.with(index, other).with(next, line),
          concerns: ownersAt(lines, [index, next]),
        },
      ];
    }),
  'texts swapped': ({ lines }) => {
    // What stands below two neighbouring speaker lines, captions included, changes places.
    const block = (owner: number) =>
      places(lines, (line) => line.owner === owner && line.role !== 'head' && line.role !== 'headline');
    const owners = ownersAt(
      lines,
      places(lines, ({ role }) => role === 'head'),
    );
    return owners.slice(1).flatMap((owner, index) => {
      const [above, below] = [block(owners[index] ?? 0), block(owner)];
      const [first, second] = [above[0], below[0]];
      if (first === undefined || second === undefined || second < first) return [];
      const take = (indices: number[]) => indices.flatMap((each) => lines[each] ?? []);
      const swapped = lines.flatMap((line, at) => {
        if (at === first) return take(below);
        if (at === second) return take(above);
        return above.includes(at) || below.includes(at) ? [] : [line];
      });
      return [{ kind: 'texts swapped', lines: swapped, concerns: [owners[index] ?? 0, owner] }];
    });
  },
  'name misspelt in a caption': (digest) => misspellings(digest, 'caption'),
  'name misspelt in a speaker line': (digest) => misspellings(digest, 'head'),
};

function misspellings(digest: GeneratedDigest, role: 'caption' | 'head'): Slip[] {
  return places(digest.lines, (line) => line.role === role).flatMap((index) => {
    const line = digest.lines[index] as DigestLine;
    const name = nameOf(digest, line.owner);
    const written = name === null ? -1 : line.text.indexOf(name);
    if (name === null || written < 0 || /主持人/.test(line.text)) return [];
    const text = line.text.slice(0, written) + misspelt(name) + line.text.slice(written + name.length);
    const kind = role === 'head' ? 'name misspelt in a speaker line' : 'name misspelt in a caption';
    return [{ kind, lines: digest.lines.with(index, { ...line, text }), concerns: ownersAt(digest.lines, [index]) }];
  });
}

export function textOfSlip({ lines }: Slip, { format }: GeneratedDigest): string {
  return textOfLines(lines, format);
}
