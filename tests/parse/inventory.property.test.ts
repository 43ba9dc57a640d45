import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters, isVisible } from '../../src/load/characters.js';
import { HOLDS, takeInventory } from '../../src/load/inventory.js';
import { findDetail } from '../../src/parse/detail.js';
import { isCredit, isFurniture, readImprint } from '../../src/parse/furniture.js';
import { readHeads } from '../../src/parse/heads/index.js';
import { readOpening } from '../../src/parse/heads/opening.js';
import { readLabel } from '../../src/parse/people/label.js';
import { People } from '../../src/parse/people/people.js';
import { Line } from '../../src/parse/text/line.js';
import { INVISIBLE, mayHideCharacters } from '../../src/parse/text/marks.js';

const marks =
  '|｜丨│:：﹕∶—―*_“「『"’”（(）)【】［]一二三十0129、.．，,。！？!?；;…①⑳其第首再然最#■●🔴\uf06c\t \u3000\u00a0\u0085\u200b\ufeff\u00ad\u202e\ufe0f𠮷字文';
const words = [
  '详情》》》',
  '【查看全文】',
  '更多',
  'https://a.cn/x',
  '[详情](http://a.cn)',
  '<a href="http://a.cn">详情</a>',
  '来源：云川日报',
  '2031年3月2日',
  '责任编辑：钱多',
  '（本报记者 罗小青 整理）',
  '何砚 摄',
  '字号：大 中 小',
  '打印',
  '上一篇：干',
  '版权所有',
  '市委书记',
  '市教育局局长',
  '罗青',
  '主持人',
  '一是',
  '首先，',
  '今年以来，',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 24,
  })
  .map((pieces) => pieces.join('').replaceAll('\n', ''));

function lineOf(value: string): Line {
  return new Line({ type: 'paragraph', children: [{ type: 'text', value }] }, 0);
}

test('what an inventory says to be absent is absent', () => {
  const patterns: Record<keyof typeof HOLDS, RegExp> = {
    space: /\p{White_Space}/u,
    surrogate: /[\ud800-\udfff]/,
    unusual: new RegExp(INVISIBLE, 'u'),
    emphasis: /\*\*|__/,
    colonOrDash: /[:：﹕∶—―]/u,
    bar: /[｜|丨│]/u,
    openingQuote: /[“「『"]/u,
    closing: /[》＞>»】\]）)]/u,
  };
  fc.assert(
    fc.property(text, (value) => {
      const { holds } = takeInventory(value);
      for (const [name, bit] of Object.entries(HOLDS)) {
        if ((holds & bit) === 0) expect(value).not.toMatch(patterns[name as keyof typeof HOLDS]);
      }
      expect((holds & HOLDS.unusual) !== 0).toBe(mayHideCharacters(value));
    }),
    { numRuns: 2000 },
  );
});

test('every character is known for what it is', () => {
  const differ: number[] = [];
  for (let code = 0; code < 0x10000; code++) {
    const value = String.fromCharCode(code);
    const { holds } = takeInventory(value);
    const isSame =
      ((holds & HOLDS.space) !== 0) === /\p{White_Space}/u.test(value) &&
      ((holds & HOLDS.surrogate) !== 0) === /[\ud800-\udfff]/.test(value) &&
      ((holds & HOLDS.unusual) !== 0) === mayHideCharacters(value) &&
      ((holds & HOLDS.emphasis) !== 0) === /[*_]/.test(value) &&
      ((holds & HOLDS.colonOrDash) !== 0) === /[:：﹕∶—―]/.test(value) &&
      ((holds & HOLDS.bar) !== 0) === /[｜|丨│]/.test(value) &&
      ((holds & HOLDS.openingQuote) !== 0) === /[“「『"]/.test(value) &&
      // What the reader takes for visible without another look.
      ((holds & (HOLDS.space | HOLDS.unusual)) !== 0 || isVisible(value));
    if (!isSame) differ.push(code);
  }
  expect(differ).toEqual([]);
});

test('an inventory counts what is visible', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(takeInventory(value).visible).toBe(countCharacters(value));
    }),
    { numRuns: 2000 },
  );
});

test('an inventory names every place where a marker may begin', () => {
  const may = /(?<=^|[。！？!?；;：:”’」』）)…\p{White_Space}，,、])[一二三四五六七八九十0-9（(其第首再然最①-⑳]/gu;
  fc.assert(
    fc.property(text, (value) => {
      expect(takeInventory(value).markers).toEqual([...value.matchAll(may)].map(({ index }) => index));
    }),
    { numRuns: 2000 },
  );
});

test('a line that ends in a full stop is neither link nor imprint, neither furniture nor credit', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('', ' ', '\u3000'), (words, space) => {
      const line = lineOf(`${words}。${space}`);
      expect(line.endsInStop).toBe(true);
      expect(findDetail(line)).toBeNull();
      expect(readImprint(line)).toBeNull();
      expect(isFurniture(line)).toBe(false);
      expect(isCredit(line)).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

test('words with the end of a sentence inside are no label, and a line with one before its colon has no head', () => {
  const people = new People(['罗青']);
  fc.assert(
    fc.property(text, fc.constantFrom(...'。！？!?；;…'), text, (before, end, after) => {
      const label = `${before.slice(0, 30)}${end}${after.slice(0, 30)}`;
      expect(readLabel(label, { start: 0, end: label.length }, people)).toBeNull();
      const line = lineOf(`市教育局局长${end}罗青：${after}`);
      expect(readHeads(line, readOpening(line), people).filter(({ form }) => form === 'colon')).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
