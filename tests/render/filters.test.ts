import fc from 'fast-check';
import nunjucks from 'nunjucks';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/render/cleanText.js';
import { engineOptions } from '../../src/render/engineOptions.js';
import { makeEngine } from '../../src/render/environment.js';
import { ProseRenderer } from '../../src/render/prose.js';
import { factsOf, templateCode, toolsName } from '../../src/render/templateCode.js';
import type { TemplateMaker } from '../../src/render/templateTools.js';

const source =
  '{% macro m(p) %}<b>{{ p }}</b>{% endmacro %}{{ x | forceescape }}|{{ x | forceescape | forceescape }}|{{ m(x) | forceescape }}|{{ x | safe | forceescape }}';
const make = new Function(toolsName, templateCode('t', source, factsOf(new Map([['t', source]])))) as TemplateMaker;
const ours = makeEngine(new Map([['t', { file: 't', make }]]), new ProseRenderer());
const plain = new nunjucks.Environment([], engineOptions);

const text = fc.string({
  unit: fc.constantFrom('<', '>', '&', '"', "'", '\\', '`', '\0', '\uFFFE', '\uD800', '😀', '文'),
});

test('forceescape is nunjucks’s own, whatever it is given, and what it prints is clean', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom(null, undefined, 0, 12, true), fc.array(text)), (x) => {
      expect(ours.render('t', { x })).toBe(cleanText(plain.renderString(source, { x })));
    }),
  );
});
