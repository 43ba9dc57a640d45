import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { digestsIn, layoutNames } from './digests.js';
import { slips } from './slips.js';
import { type WrongPerson, wrongPersonsIn } from './wrongPerson.js';

const digestsOfEach = 6;
const counts = new Map<string, { tried: number; wrong: number }>();

function count(layout: string, kind: string, tried: number, wrong: number): void {
  const sum = counts.get(`${layout}/${kind}`) ?? { tried: 0, wrong: 0 };
  counts.set(`${layout}/${kind}`, { tried: sum.tried + tried, wrong: sum.wrong + wrong });
}

function kindsOf(all: readonly WrongPerson[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const { slip } of all) sums.set(slip.kind, (sums.get(slip.kind) ?? 0) + 1);
  return [...sums];
}

/**
 * What is not warned of yet, by layout and kind of slip. The goal is 0: a number here may be made smaller and
 * never larger.
 */
const known: Record<string, number> = JSON.parse(
  readFileSync(new URL('./wrongPerson.known.json', import.meta.url), 'utf8'),
);

describe('a slip of the editor gives no one another’s words or titles without a warning', () => {
  for (const layout of layoutNames) {
    test(`in the layout ${layout}`, async () => {
      const all: WrongPerson[] = [];
      for (const digest of fc.sample(digestsIn(layout), { numRuns: digestsOfEach, seed: 20310302 })) {
        const { tried, wrong } = await wrongPersonsIn(digest);
        all.push(...wrong);
        for (const [kind, number] of tried) {
          count(layout, kind, number, wrong.filter(({ slip }) => slip.kind === kind).length);
        }
      }
      const more = kindsOf(all).filter(([kind, wrong]) => wrong > (known[`${layout}/${kind}`] ?? 0));
      const shortest = all
        .filter(({ slip }) => more.some(([kind]) => kind === slip.kind))
        .sort((a, b) => a.text.length - b.text.length)[0];
      expect(
        shortest && `${more.join('; ')}. ${shortest.slip.kind}: ${shortest.what}\n${shortest.text}`,
      ).toBeUndefined();
    });
  }

  afterAll(() => {
    const wrong = [...counts].filter(([, sum]) => sum.wrong > 0);
    if (wrong.length === 0) return;
    const rows = wrong.map(([place, sum]) => `${place}: ${sum.wrong} of ${sum.tried}`);
    process.stderr.write(`Words or titles of another, without a warning:\n${rows.join('\n')}\n`);
  });
});

test('every kind of slip was tried', () => {
  const tried = new Set([...counts].filter(([, sum]) => sum.tried > 0).map(([place]) => place.split('/').at(-1)));
  expect([...tried].sort()).toEqual(Object.keys(slips).sort());
});
