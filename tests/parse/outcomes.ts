import { severityOf } from '../../src/diagnostics/finding.js';
import { parse } from './document.js';

/** One digest with what its editor would expect of it. */
export interface Case {
  id: string;
  lines: string[];
  /** The names that are right for each speech, in order; `?` alone where nobody can tell. */
  speakers: string[][];
  /** The first words of each speech's first paragraph, and the last words of its last one; empty where either is free. */
  words: [first: string, last: string][];
}

/**
 * Right: these speakers in this order, with these words. Told: something else, and a warning or an error within a line
 * of each name or word that is wrong. Aside: something else, and warnings elsewhere only. Silent: no warning at all.
 */
export type Outcome = 'right' | 'told' | 'aside' | 'silent';

const bare = (text: string) => text.replace(/\s/gu, '');
const fold = (text: string) => bare(text).replace(/[·•・．‧]/gu, '');

/** @returns the cases of a text with blocks `=== id about`, the digest, and a line `! name / name | first | last` a speech */
export function casesIn(text: string): Case[] {
  return text
    .split(/^=== /mu)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.split('\n');
      const fields = lines.filter((line) => line.startsWith('! ')).map((line) => line.slice(2).split('|'));
      return {
        id: head.split(' ')[0] ?? '',
        lines: lines.filter((line) => !line.startsWith('! ')),
        speakers: fields.map(([names = '']) => names.split(' / ').map(fold)),
        words: fields.map(([, first = '', last = '']) => [bare(first), bare(last)]),
      };
    });
}

export async function outcomeOf({ lines, speakers, words }: Case): Promise<Outcome> {
  const { edition, findings } = await parse(lines.join('\n'));
  const loud = findings.filter((finding) => severityOf(finding) !== 'info' && finding.line > 0);
  if (speakers[0]?.[0] === '?') return loud.length > 0 ? 'right' : 'silent';
  const got = edition.speeches.map(({ speaker }) => fold(speaker));
  const want = speakers.map((names, index) => {
    const own = names.find((name) => name === got[index]) ?? names.find((name) => got.includes(name));
    return own ?? names[0] ?? '';
  });
  const isNear = (words: string, plain: (line: string) => string) =>
    words !== '' &&
    loud.some(({ line }) => lines.slice(Math.max(0, line - 2), line + 1).some((each) => plain(each).includes(words)));
  if (got.join('\n') !== want.join('\n')) {
    const wrong = [...missed(want, got), ...missed(got, want)];
    const isTold = loud.some(({ ruleId }) => ruleId === 'no-speaker') || wrong.every((name) => isNear(name, fold));
    return loud.length === 0 ? 'silent' : isTold ? 'told' : 'aside';
  }
  const misplaced = edition.speeches.flatMap(({ paragraphs }, index) => {
    const [first = '', last = ''] = words[index] ?? [];
    const head = bare(paragraphs[0] ?? '');
    const tail = bare(paragraphs.at(-1) ?? '');
    return [
      ...(head.startsWith(first) ? [] : [[first, head.slice(0, Math.max(4, first.length))]]),
      ...(tail.endsWith(last) ? [] : [[last, tail.slice(-Math.max(4, last.length))]]),
    ];
  });
  if (misplaced.length === 0) return 'right';
  if (loud.length === 0) return 'silent';
  return misplaced.every((each) => each.some((words) => isNear(words, bare))) ? 'told' : 'aside';
}

/** @returns those of `want` that a longest common sequence with `got` leaves out */
function missed(want: readonly string[], got: readonly string[]): string[] {
  const lengths = Array.from({ length: want.length + 1 }, () => new Array<number>(got.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = want.length - 1; i >= 0; i--)
    for (let j = got.length - 1; j >= 0; j--)
      (lengths[i] as number[])[j] = want[i] === got[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const left: string[] = [];
  for (let i = 0, j = 0; i < want.length; ) {
    if (j < got.length && want[i] === got[j]) {
      i++;
      j++;
    } else if (j < got.length && at(i, j + 1) >= at(i + 1, j)) j++;
    else left.push(want[i++] ?? '');
  }
  return left;
}
