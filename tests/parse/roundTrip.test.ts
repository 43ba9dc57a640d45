import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestsIn, type GeneratedDigest, layoutNames } from './digests.js';
import { parse, told, troubles } from './document.js';

const numRuns = 60;

async function found({ text, format, expected }: GeneratedDigest) {
  const { edition, accounting, findings } = await parse(text, { format });
  const { title, date, source, occasion, lede, credits } = edition;
  const speeches = edition.speeches.map(({ body: _, pictures: __, position: ___, ...speech }) => speech);
  return {
    troubles: troubles(findings).map(told),
    unplaced: accounting.unplaced,
    title,
    date,
    source,
    occasion,
    lede,
    credits: credits.sort(),
    speeches,
    wanted: expected,
  };
}

describe('a digest that is written in a layout and read again gives the same records', () => {
  for (const name of layoutNames) {
    test(`in the layout ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(digestsIn(name), async (digest) => {
          const { wanted, ...records } = await found(digest);
          expect(records).toEqual({ troubles: [], unplaced: 0, ...wanted, credits: wanted.credits.toSorted() });
        }),
        { numRuns, seed: 20310302 },
      );
    });
  }
});
