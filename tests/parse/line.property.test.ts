import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters } from '../../src/load/characters.js';
import { Line } from '../../src/parse/text/line.js';

const text = fc
  .array(fc.constantFrom(...'字文干 \u3000，。a1𠮷', '\ud800', '\udc00'), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''));
const claim = fc.record({
  take: fc.boolean(),
  from: fc.integer({ min: 0, max: 14 }),
  to: fc.integer({ min: 0, max: 14 }),
  isWhole: fc.boolean(),
});

test('a line knows of every character where it went: taken for good, or else decoration', () => {
  fc.assert(
    fc.property(text, fc.array(claim, { maxLength: 6 }), (value, claims) => {
      const line = new Line({ type: 'paragraph', children: [{ type: 'text', value }] }, 0);
      const went: ('placed' | 'decoration' | 'unplaced')[] = [...line.text].flatMap((each) =>
        Array.from({ length: each.length }, () => 'unplaced' as const),
      );
      for (const { take, from, to, isWhole } of claims) {
        const start = Math.min(from, to, line.text.length);
        const end = Math.min(Math.max(from, to), line.text.length);
        const span = isWhole ? line.content : { start, end };
        if (take) expect(line.take(span)).toBe(line.text.slice(span.start, span.end));
        else line.decorate(span);
        for (let at = span.start; at < span.end; at++)
          if (take) went[at] = 'placed';
          else if (went[at] === 'unplaced') went[at] = 'decoration';
      }
      const expected = { placed: 0, decoration: 0, unplaced: 0 };
      // Runs of one kind; the halves of a pair that went apart are counted as one each.
      for (let start = 0, at = 1; at <= went.length; at++) {
        if (went[at] === went[start]) continue;
        expected[went[start] ?? 'unplaced'] += countCharacters(line.text.slice(start, at));
        start = at;
      }
      const counts = { placed: 0, decoration: 0, unplaced: 0 };
      line.count(counts);
      expect(counts).toEqual(expected);
      const first = went.findIndex((each, at) => each === 'unplaced' && (line.text[at] ?? '').trim() !== '');
      expect(line.unclaimed(0)).toBe(first);
    }),
    { numRuns: 3000 },
  );
});
