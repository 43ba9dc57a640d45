import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FURNITURE, FURNITURE_CHARACTERS } from '../../src/parse/furniture.js';
import { type FoundPoint, findPoints } from '../../src/parse/points.js';
import { Line } from '../../src/parse/text/line.js';
import { unitsOf, WHITE_SPACE } from '../../src/typography/units.js';

/** The pattern of all markers with what must stand before one, tried at every character. */
const HAN = '[一二三四五六七八九十]{1,3}';
const MARKER = new RegExp(
  `(?<=^|[。！？!?；;：:”’」』）)…\\p{White_Space}，,、])(?:${HAN}[、.．]|[（(]${HAN}[)）][、.．]?|[（(]\\d{1,2}[)）][、.．]?|[①-⑳]|\\d{1,2}[.．、](?!\\d)|${HAN}(?:是|要|靠|抓|讲|看|为|在|个是)(?!${HAN}[，、,])|其${HAN}[，,、：:]|第${HAN}[，,、：:]|(?:首先|其次|再次|再者|然后|最后)[，,])`,
  'gu',
);

const piece = fc.constantFrom(
  ...'一二三十、.．（）()1230①⑳其第是要看为在，,：:。；！？”）… \u3000\u0085\u00a0𠮷🔴字月日'.split(''),
  '一个是',
  '首先，',
  '其次，',
  '最后，',
  '第一，',
  '其二、',
  '一是',
  '二是',
  '一要',
  '\u{20bb7}一、',
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

function pointsOf(value: string): FoundPoint[] {
  const line = lineOf(value);
  return findPoints([{ line, span: { start: 0, end: line.text.length } }]);
}

function lineOf(value: string): Line {
  return new Line({ type: 'paragraph', children: [{ type: 'text', value }] }, 0);
}

test('points stand only where the pattern of all markers, tried at every character, finds a marker', () => {
  fc.assert(
    fc.property(text, (paragraph) => {
      const all = [...paragraph.matchAll(MARKER)].map(({ index, 0: { length } }) => `${index}-${index + length}`);
      for (const { marker } of pointsOf(paragraph)) expect(all).toContain(`${marker.start}-${marker.end}`);
    }),
    { numRuns: 3000 },
  );
});

test('a marker that leads a paragraph makes a point wherever the pattern finds it, whatever follows', () => {
  const leading = fc.constantFrom(
    '一、',
    '十二．',
    '（三）',
    '(四)、',
    '（5）',
    '⑳',
    '7.',
    '8、',
    '二是',
    '三要',
    '其二，',
    '第一：',
  );
  fc.assert(
    fc.property(leading, text, (marker, rest) => {
      const paragraph = `${marker}字${rest}`;
      const [first] = [...paragraph.matchAll(MARKER)];
      fc.pre(first?.index === 0);
      expect(pointsOf(paragraph)[0]?.marker).toEqual({ start: 0, end: marker.length });
    }),
  );
});

test('the outline of a stretch is that of a line of its own', () => {
  const before = fc.constantFrom('', '　　', '■', '市长 罗青：', '## 市长 | 罗青 | ', '一、', '字');
  fc.assert(
    fc.property(before, text, fc.constantFrom('', '详情》》', '。', ' 一、字'), (head, paragraph, tail) => {
      const line = lineOf(`${head}${paragraph}${tail}`);
      fc.pre(line.text === `${head}${paragraph}${tail}`);
      const span = { start: head.length, end: head.length + paragraph.length };
      expect(findPoints([{ line, span }])).toEqual(pointsOf(paragraph));
    }),
    { numRuns: 2000 },
  );
});

test('the table of white space holds what the property White_Space holds, and all of it is single units', () => {
  const table = unitsOf(WHITE_SPACE);
  const differ: number[] = [];
  for (let code = 0; code < 0x10000; code++) {
    if ((table[code] === 1) !== /^\p{White_Space}$/u.test(String.fromCharCode(code))) differ.push(code);
  }
  expect(differ).toEqual([]);
  expect(table[Number.NaN]).toBeUndefined();
});

test('furniture can begin with every Chinese character of its patterns', () => {
  const decoded = FURNITURE.map(({ source }) =>
    source.replace(/\\u([0-9a-f]{4})/giu, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  ).join('');
  const written = [...decoded].filter((each) => each >= '\u4e00' && each <= '\u9fff');
  expect(written.length).toBeGreaterThan(300);
  expect(written.filter((each) => !FURNITURE_CHARACTERS.includes(each))).toEqual([]);
});
