import fc from 'fast-check';
import type { Paragraph, PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { type Body, paragraphTexts } from '../../src/records/body.js';
import { makeDisplay } from '../../src/typography/display.js';
import { fullWidth, showFullWidth } from '../../src/typography/fullWidth.js';

const display = makeDisplay({ fullWidth: true });
const text = fc.string({ unit: fc.constantFrom(...'中文。，,:()?! a1'), maxLength: 8 });
const leaf = text.map((value): PhrasingContent => ({ type: 'text', value }));
const phrasing: fc.Arbitrary<PhrasingContent> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }).map((children): PhrasingContent => ({ type: 'strong', children })),
  fc
    .array(leaf, { maxLength: 3 })
    .map((children): PhrasingContent => ({ type: 'link', url: 'https://a.cn/,(x)', children })),
  fc
    .array(leaf, { maxLength: 3 })
    .map((children): PhrasingContent => ({ type: 'point', anchor: '1', level: 1, children })),
);
const paragraph = fc.array(phrasing, { maxLength: 6 }).map((children): Paragraph => ({ type: 'paragraph', children }));
const bodies = fc.array(paragraph, { maxLength: 3 }).map((children): Body => ({ type: 'root', children }));

describe('a body', () => {
  test('shows what its paragraphs show as strings, however they are cut into nodes', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const written = structuredClone(body);
        expect(paragraphTexts(display.body(body).body)).toEqual(paragraphTexts(body).map(fullWidth));
        expect(body).toEqual(written);
        const marks = paragraphTexts(body).map((each) => showFullWidth(each).marks);
        expect(display.body(body).halfWidth).toBe(marks.reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps its nodes and the addresses in them', () => {
    const link: PhrasingContent = {
      type: 'link',
      url: 'https://a.cn/,(x)',
      children: [{ type: 'text', value: '(见' }],
    };
    const body: Body = {
      type: 'root',
      children: [{ type: 'paragraph', children: [link, { type: 'text', value: ')' }] }],
    };
    expect(display.body(body).body.children[0]?.children).toEqual([
      { ...link, children: [{ type: 'text', value: '（见' }] },
      { type: 'text', value: '）' },
    ]);
  });
});

test('turned off it shows what was written', () => {
  const off = makeDisplay({ fullWidth: false });
  const body: Body = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: '中,' }] }] };
  expect(off.text('中,')).toBe('中,');
  expect(off.body(body)).toEqual({ body, halfWidth: 1 });
});
