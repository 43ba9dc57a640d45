import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Parsed } from '../../src/parse/parse.js';
import { digestsIn, layoutNames } from './digests.js';
import { parse } from './document.js';
import { lossesOf } from './losses.js';
import { damaged } from './mutations.js';

interface Written {
  text: string;
  format: 'txt' | 'md';
}

function expectConserved({ text, format }: Written, parsed: Parsed): void {
  const { characters, placed, decoration: ornaments, unplaced } = parsed.accounting;
  const counted = [...text.matchAll(/\P{White_Space}/gu)].length;
  expect(characters).toBe(counted);
  expect(placed + ornaments + unplaced).toBe(characters);
  const { title, source, occasion, lede, credits, speeches } = parsed.edition;
  const fields = [source, occasion, ...lede, ...credits, ...speeches.flatMap(({ paragraphs }) => paragraphs)];
  const held = fields.reduce((sum, field) => sum + [...(field ?? '').matchAll(/\P{White_Space}/gu)].length, 0);
  expect(placed, 'placed is at least what the records hold').toBeGreaterThanOrEqual(held);
  if (unplaced > 0) expect(parsed.findings.map(({ ruleId }) => ruleId)).toContain('unplaced-text');
  expect(typeof title).toBe('string');
  expect(lossesOf(text, parsed, format)).toEqual([]);
}

describe('every character of a digest is in a record, decoration, or named in a finding', () => {
  for (const name of layoutNames) {
    test(`in the layout ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(digestsIn(name), async ({ text, format }) => {
          const parsed = await parse(text, { format });
          expectConserved({ text, format }, parsed);
          expect(parsed.accounting.unplaced).toBe(0);
        }),
        { numRuns: 25, seed: 20310302 },
      );
    });
  }
});

describe('damage loses nothing and throws nothing', () => {
  for (const name of layoutNames) {
    test(`in the layout ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(damaged(digestsIn(name)), async ({ text, format }) => {
          expectConserved({ text, format }, await parse(text, { format }));
        }),
        { numRuns: 60, seed: 20310302 },
      );
    });
  }

  test('in lines of any characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 12 }), async (lines) => {
        const text = lines.join('\n').replaceAll('\0', '');
        const { accounting, findings } = await parse(text);
        if (findings.some(({ fatal, ruleId }) => fatal === true && ruleId !== 'no-speaker')) return;
        expect(accounting.placed + accounting.decoration + accounting.unplaced).toBe(accounting.characters);
      }),
      { numRuns: 200, seed: 20310302 },
    );
  });
});
