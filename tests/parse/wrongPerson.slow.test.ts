import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { digestsIn, layoutNames } from './digests.js';
import { slips } from './slips.js';
import { type WrongPerson, wrongPersonsIn } from './wrongPerson.js';

const digestsOfEach = 16;
const tried = new Map<string, number>();
let hidden = 0;
let wrong = 0;

function kindsOf(all: readonly WrongPerson[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const { slip } of all) sums.set(slip.kind, (sums.get(slip.kind) ?? 0) + 1);
  return [...sums];
}

describe('a slip of the editor gives no one another’s words or titles without a warning', () => {
  for (const layout of layoutNames) {
    test(`in the layout ${layout}`, async () => {
      const all: WrongPerson[] = [];
      for (const digest of fc.sample(digestsIn(layout), { numRuns: digestsOfEach, seed: 20310302 })) {
        const outcome = await wrongPersonsIn(digest);
        all.push(...outcome.wrong);
        hidden += outcome.hidden;
        for (const [kind, number] of outcome.tried) tried.set(kind, (tried.get(kind) ?? 0) + number);
      }
      wrong += all.length;
      const shortest = all.toSorted((a, b) => a.text.length - b.text.length)[0];
      expect(
        shortest && `${kindsOf(all).join('; ')}. ${shortest.slip.kind}: ${shortest.what}\n${shortest.text}`,
      ).toBeUndefined();
    });
  }

  afterAll(() => {
    const sum = [...tried.values()].reduce((total, number) => total + number, 0);
    process.stderr.write(
      `${sum} slips: ${wrong} with another’s words or titles and no warning; ${hidden} more that no text shows\n`,
    );
  });
});

test('every kind of slip was tried', () => {
  expect([...tried.keys()].sort()).toEqual(Object.keys(slips).sort());
});
