import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText, writeText } from '../../src/editions/storedText.js';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

test('property: a text that is stored is read as it was, whatever its HTML and its other strings hold', () => {
  const ready = fc.record({ type: fc.constant('ready'), html: anyText });
  const tree = fc.record({ type: fc.constant('root'), children: fc.array(fc.record({ value: anyText })) });
  const text = fc.record({
    id: anyText,
    body: fc.oneof(ready, tree),
    outline: fc.array(fc.record({ marker: anyText, title: anyText })),
    opening: fc.option(anyText),
  });
  fc.assert(
    fc.property(text, (written) => {
      expect(readText(writeText(written))).toEqual(written);
    }),
  );
});

test('property: so is one without a body', () => {
  const around = fc.record({ lede: fc.array(anyText), credits: fc.array(anyText) });
  fc.assert(
    fc.property(around, (written) => {
      expect(readText(writeText(written))).toEqual(written);
    }),
  );
});

test('HTML is stored as it is', () => {
  expect(writeText({ body: { type: 'ready', html: '<p class="a">甲</p>\n' } })).toBe(
    '{"body":{"type":"ready"}}\n<p class="a">甲</p>\n',
  );
});
