import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShownPoint, ShownSpeech, ShownText } from '../../src/editions/shownEdition.js';
import { readText, writeText } from '../../src/editions/storedText.js';
import type { Prose } from '../../src/render/plainProse.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'甲\n"\\{}[]0<', '\ud842'), maxLength: 20 }),
);
const { point: anyPoint } = fc.letrec<{ point: ShownPoint }>((tie) => ({
  point: fc.record({
    marker: anyText,
    title: anyText,
    points: fc.oneof({ depthSize: 'small' }, fc.constant<ShownPoint[]>([]), fc.array(tie('point'), { maxLength: 3 })),
  }),
}));
const anyReady = fc.record({ type: fc.constant('ready' as const), html: anyText });
const anyTree = anyText.map((value): Prose => ({ type: 'root', children: [{ type: 'html', value }] }));
const anyShownText: fc.Arbitrary<ShownText> = fc.record({
  body: fc.oneof(anyReady, anyTree),
  outline: fc.array(anyPoint, { maxLength: 4 }),
});
const anySpeech: fc.Arbitrary<ShownSpeech> = fc
  .tuple(
    anyShownText,
    fc.record({
      id: anyText,
      opening: fc.option(anyText),
      notes: fc.array(anyText, { maxLength: 2 }),
      detail: fc.option(fc.record({ label: anyText, href: fc.option(anyText) })),
      excerpt: fc.boolean(),
    }),
  )
  .map(([text, rest]) => ({ ...text, ...rest }));
const anyAround = fc.record({
  lede: fc.array(anyText),
  asides: fc.array(fc.record({ after: fc.nat(), paragraphs: fc.array(anyText) })),
  credits: fc.array(anyText),
});

test('property: a text that is stored is read as it was, whatever its strings hold', () => {
  let nested = 0;
  fc.assert(
    fc.property(fc.oneof(anySpeech, anyShownText, anyAround), (written) => {
      expect(readText(writeText(written))).toEqual(written);
      if ('outline' in written && written.outline.some(({ points }) => points.length > 0)) nested++;
    }),
    { numRuns: 500 },
  );
  expect(nested).toBeGreaterThan(20);
});

test('strings are stored as they are', () => {
  const outline = [{ marker: '一、', title: '甲', points: [{ marker: '1.', title: '乙', points: [] }] }];
  expect(writeText({ body: { type: 'ready', html: '<p class="a">甲</p>\n' }, outline })).toBe(
    '{"points":[0,2,1,1,2,1]}\n一、甲1.乙<p class="a">甲</p>\n',
  );
});
