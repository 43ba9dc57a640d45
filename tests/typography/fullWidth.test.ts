import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullWidth, showAllMarks, showFullWidth } from '../../src/typography/fullWidth.js';
import { showPlainMarks } from '../../src/typography/plainMarks.js';

describe('half-width marks beside Chinese are shown full-width', () => {
  test.each([
    ['增长213.3%,有', '增长213.3%，有'],
    ['求突破:', '求突破：'],
    ['略,“十四五”', '略，“十四五”'],
    ['坚持抓、抓,抓', '坚持抓、抓，抓'],
    ['好不好? 好!', '好不好？ 好！'],
    ['真的?!', '真的？！'],
    ['一; 二', '一； 二'],
    ['(一)抓', '（一）抓'],
    ['抓(AB)', '抓（AB）'],
    ['GDP(亿元)', 'GDP（亿元）'],
    ['见(a(b)中)', '见（a（b）中）'],
    ['𠮷,a', '𠮷，a'],
    ['a,𠮷', 'a，𠮷'],
    ['他说:“好”', '他说：“好”'],
    ['见https://a.cn/x?y=1,有', '见https://a.cn/x?y=1，有'],
    ['写信到a.b@c.cn,谢谢', '写信到a.b@c.cn，谢谢'],
    ['（开头是全角)', '（开头是全角）'],
  ])('%s', (written, shown) => {
    expect(fullWidth(written)).toBe(shown);
  });
});

describe('and stay where they are no Chinese marks', () => {
  test.each([
    '3:2:1',
    '比例为3:2:1',
    '于9:30到',
    '共1,000人',
    '见https://a.cn/x(y),z?q:1',
    '见www.a.cn/x?y=(1)中',
    'a.b@c.cn',
    'Hello, world! (yes)',
    '1)强链',
    '强链(',
    '',
  ])('%s', (text) => {
    expect(fullWidth(text)).toBe(text);
  });
});

test('a bracket’s conversion reaches the marks at its partner', () => {
  expect(fullWidth('((a中) x ) , y')).toBe('（（a中） x ） ， y');
});

const text = fc.string({
  unit: fc.constantFrom(...',:;?!()（）， ab1中。“”𠮷.', 'https://', 'www.', 'a@b.cn', '\u3000'),
  maxLength: 40,
});

test('the quick way finds what the whole rule finds, or leaves the text to it', () => {
  const near = fc.string({ unit: fc.constantFrom(...',:;?!，ab1中。“”𠮷./wW \u3000·—\ud842\udfb7'), maxLength: 12 });
  let settled = 0;
  fc.assert(
    fc.property(fc.oneof(near, text, fc.string({ unit: 'binary' })), (written) => {
      const shown = showPlainMarks(written);
      if (shown === null) return;
      settled++;
      expect(shown).toEqual(showAllMarks(written));
    }),
    { numRuns: 1000 },
  );
  expect(settled).toBeGreaterThan(150);
});

describe('in any text', () => {
  test('the length stays, and only those marks change', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (written) => {
        const shown = fullWidth(written);
        expect(shown.length).toBe(written.length);
        for (let at = 0; at < written.length; at++) {
          if (shown[at] === written[at]) continue;
          expect(',:;?!()').toContain(written[at]);
          expect('，：；？！（）'.indexOf(shown[at] ?? '')).toBe(',:;?!()'.indexOf(written[at] ?? ''));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('showing twice changes no more', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(fullWidth(fullWidth(written))).toBe(fullWidth(written));
      }),
      { numRuns: 1000 },
    );
  });

  test('ASCII alone stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (written) => {
        expect(fullWidth(written)).toBe(written);
      }),
    );
  });

  test('no address changes', () => {
    const path = fc.string({ unit: fc.constantFrom(...'ab1/?=&,:;!()'), maxLength: 20 });
    fc.assert(
      fc.property(path, fc.constantFrom('，', '中', ' ', '。'), (path, after) => {
        const address = `https://news.cn/${path}x`;
        expect(fullWidth(`见${address}${after}`)).toBe(`见${address}${after}`);
      }),
    );
  });

  test('brackets that were a pair stay one', () => {
    const pairs = (shown: string) =>
      shown
        .replace(/[^()（）]/g, '')
        .replace(/[（]/g, '(')
        .replace(/[）]/g, ')');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('(', ')', 'a', '中', ','), maxLength: 16 }), (written) => {
        const shown = fullWidth(written);
        expect(pairs(shown)).toBe(pairs(written));
        const open: string[] = [];
        for (const mark of shown) {
          if (mark === '(' || mark === '（') open.push(mark);
          if (mark !== ')' && mark !== '）') continue;
          const start = open.pop();
          if (start !== undefined) expect(start === '（').toBe(mark === '）');
        }
      }),
      { numRuns: 400 },
    );
  });

  test('as many marks are counted as change, and as the whole rule changes', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (written) => {
        const shown = showFullWidth(written);
        expect(shown).toEqual(showAllMarks(written));
        expect(shown.text).toBe(fullWidth(written));
        expect(shown.marks).toBe(
          [...shown.text.split('').keys()].filter((at) => shown.text[at] !== written[at]).length,
        );
      }),
      { numRuns: 400 },
    );
    expect(showFullWidth('一,二:三(四)a,b').marks).toBe(4);
  });

  test('what was shown before leaves nothing behind', () => {
    expect(fullWidth('中文。中')).toBe('中文。中');
    expect(fullWidth('中,')).toBe('中，');
    expect(fullWidth('a,')).toBe('a,');
    expect(fullWidth(`${'中,'.repeat(70_000)}a`)).toBe(`${'中，'.repeat(70_000)}a`);
  });
});

test('long runs cost no more than their length', () => {
  const start = performance.now();
  for (const run of ['a', 'a.', ', ', '(', '中,', 'www.', '@a', ' ,']) fullWidth(`中,${run.repeat(50_000)}@`);
  expect(performance.now() - start).toBeLessThan(5000);
});
