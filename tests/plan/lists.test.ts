import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPEAKERS_A_PAGE } from '../../src/plan/pages/registerPages.js';
import { byCodeUnits, byNewest, byOldest } from '../../src/plan/site/order.js';
import { cutParts, namedParts } from '../../src/plan/site/parts.js';
import { digest, plan } from './planned.js';

describe('editions stand', () => {
  const dated = (date: string | null, file = 'a') => ({ date, file });

  test('newest first, unknown parts last, then by path in code units', () => {
    const sorted = [
      dated(null),
      dated('2020'),
      dated('2020-03'),
      dated('2020-03-02', 'b'),
      dated('2021'),
      dated('2020-03-02', 'B'),
      dated('2020-03-02', '丁'),
      dated('2020-12'),
      dated('2020-03-10'),
    ].sort(byNewest);
    expect(sorted.map(({ date, file }) => `${date} ${file}`)).toEqual([
      '2021 a',
      '2020-12 a',
      '2020-03-10 a',
      '2020-03-02 B',
      '2020-03-02 b',
      '2020-03-02 丁',
      '2020-03 a',
      '2020 a',
      'null a',
    ]);
  });

  test('in one order whatever they came in, and oldest first in the other but for paths', () => {
    const any = fc.record({
      date: fc.constantFrom(null, '2020', '2020-01', '2020-01-02', '2021'),
      file: fc.string({ maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ date, file }) => `${date}/${file}` }), (editions) => {
        const sorted = [...editions].sort(byNewest);
        expect([...editions].reverse().sort(byNewest)).toEqual(sorted);
        const dates = (list: { date: string | null }[]) => list.map(({ date }) => date);
        expect(dates([...editions].sort(byOldest))).toEqual(dates(sorted).reverse());
        for (const order of [byNewest, byOldest]) {
          for (const [index, next] of [...editions].sort(order).entries()) {
            const before = [...editions].sort(order)[index - 1];
            if (before?.date === next.date) expect(byCodeUnits(before?.file ?? '', next.file)).toBe(-1);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('a long list', () => {
  test('keeps every complete part when a newer item is added', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 30 }), (length, size) => {
        const items = Array.from({ length }, (_, index) => length - index);
        const before = cutParts(items, size);
        const after = cutParts([length + 1, ...items], size);
        expect([...before.newest, ...before.parts.toReversed().flatMap((part) => part.items)]).toEqual(items);
        for (const part of before.parts) {
          if (part.items.length === size) expect(after.parts[part.number - 1]).toEqual(part);
          else expect(after.parts[part.number - 1]?.items).toEqual(expect.arrayContaining(part.items));
        }
      }),
    );
  });

  test('names a bounded number of parts, its own among them, and far from the newest the same for ever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(), (count, seed) => {
        const current = (seed % count) + 1;
        const named = namedParts(count, current);
        expect(named.length).toBeLessThanOrEqual(10);
        expect(named).toContain(current);
        expect(named).toContain(1);
        expect(named).toEqual([...named].sort((a, b) => b - a));
        if (current + 4 <= count) expect(namedParts(count + 1, current)).toEqual(named);
        expect(namedParts(count, null)[0]).toBe(count);
      }),
    );
    expect(namedParts(0, null)).toEqual([]);
  });
});

describe('a speaker’s page', () => {
  const years = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${1900 + n}-x.txt`, digest('区长 陆明')]));
  const shownOn = (view: { years: { year: string; speeches: unknown[] }[] }) => view.years.map(({ year }) => year);

  test('shows the newest twenty in full and the older ones in parts that stay', async () => {
    const before = await plan(years(63));
    const after = await plan(years(64));
    const page = await before.model('speaker', 'speakers/lu-ming/index.html');
    expect(shownOn(page).length).toBe(20);
    expect(shownOn(page)[0]).toBe('1962');
    expect(page.total).toBe(63);
    expect(page.parts.map(({ label }) => label)).toEqual([
      '最新',
      '第3部分（1940年起）',
      '第2部分（1920年—1939年）',
      '第1部分（1900年—1919年）',
      '较早 ›',
    ]);
    for (const number of [1, 2]) {
      const path = `speakers/lu-ming/part-${number}/index.html`;
      expect(await after.model('speaker', path)).toEqual(await before.model('speaker', path));
      const keyIn = ({ pages }: typeof before) => pages.find((each) => each.path === path)?.key;
      expect(keyIn(after)).toBe(keyIn(before));
    }
    expect(shownOn(await before.model('speaker', 'speakers/lu-ming/part-1/index.html'))[0]).toBe('1919');
  });

  test('says where parts are skipped', async () => {
    const { model } = await plan(years(263));
    const shown = async (path: string) =>
      (await model('speaker', `speakers/lu-ming/${path}index.html`)).parts.map(({ label }) => label.split('（')[0]);
    expect((await shown('')).slice(-4)).toEqual(['第10部分', '…', '第1部分', '较早 ›']);
    expect(await shown('part-2/')).toEqual([
      '‹ 较新',
      '最新',
      '…',
      ...[6, 5, 4, 3, 2, 1].map((n) => `第${n}部分`),
      '较早 ›',
    ]);
  });

  test('has the titles as of the date at which each was first seen', async () => {
    const { model } = await plan({
      '2018-a.txt': digest('区长 陆明'),
      '2019-a.txt': digest('区委书记 陆明'),
      '2020-a.txt': digest('区委书记 陆明'),
    });
    const { tenures } = await model('speaker', 'speakers/lu-ming/index.html');
    expect(tenures.map(({ titles, date }) => [titles.join(), date?.iso])).toEqual([
      ['区委书记', '2019'],
      ['区长', '2018'],
    ]);
  });
});

describe('the archive', () => {
  test('has a page for each year, one for what has no date, and parts for a long year', async () => {
    const long = Array.from({ length: 205 }, (_, n) => [`2020-x${String(n).padStart(3, '0')}.txt`, digest('陆明')]);
    const { paths, model } = await plan({
      ...Object.fromEntries(long),
      '2019-a.txt': digest('陆明'),
      'b.txt': digest('陆明'),
    });
    expect(paths.filter((path) => path.startsWith('archive/'))).toEqual([
      'archive/2020/index.html',
      'archive/2020/part-1/index.html',
      'archive/2020/part-2/index.html',
      'archive/2019/index.html',
      'archive/undated/index.html',
    ]);
    const { years, editions, parts } = await model('archive', 'archive/2020/index.html');
    expect(editions.length).toBe(100);
    expect(years.map(({ label, href, current }) => [label, href, current])).toEqual([
      ['2020年', '/archive/2020/', true],
      ['2019年', '/archive/2019/', false],
      ['日期不详', '/archive/undated/', false],
    ]);
    expect(parts.map(({ label, href, rel }) => [label, href, rel])).toEqual([
      ['最新', '/archive/2020/', undefined],
      ['第2部分', '/archive/2020/part-2/', undefined],
      ['第1部分', '/archive/2020/part-1/', undefined],
      ['较早 ›', '/archive/2020/part-2/', 'next'],
    ]);
    const older = await model('archive', 'archive/2020/part-2/index.html');
    expect(older.page.title).toMatch(/^2020年 · 第2部分/u);
    expect(older.parts[0]).toMatchObject({ label: '‹ 较新', href: '/archive/2020/', rel: 'prev' });
    expect((await model('editions', 'editions/index.html')).editions.length).toBeLessThanOrEqual(60);
  });
});

describe('the register', () => {
  test('groups speakers by letter and by the strokes of the first character', async () => {
    const { model } = await plan({ '2020-a.txt': digest('王刚', '丁一', '陆明', '欧阳宁', '陸遠', '阿依·热合曼') });
    const { byPinyin, byStrokes } = await model('speakers', 'speakers/index.html');
    expect(byPinyin.map(({ letter, speakers }) => letter + speakers.map(({ name }) => name).join())).toEqual([
      'A阿依·热合曼',
      'D丁一',
      'L陆明,陸遠',
      'O欧阳宁',
      'W王刚',
    ]);
    expect(byStrokes.map(({ strokes, speakers }) => [strokes, ...speakers.map(({ name }) => name)])).toEqual([
      [2, '丁一'],
      [4, '王刚'],
      [7, '阿依·热合曼', '陆明'],
      [8, '欧阳宁'],
      [10, '陸遠'],
    ]);
    const anchors = [...byPinyin, ...byStrokes].map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  test('keeps a surname’s people together, those of fewer strokes first', async () => {
    const { model } = await plan({ '2020-a.txt': digest('陈静', '李明', '陈一', '李丁', '何砚', '陈刚') });
    const { byStrokes } = await model('speakers', 'speakers/index.html');
    expect(byStrokes.map(({ speakers }) => speakers.map(({ name }) => name).join())).toEqual([
      '何砚,李丁,李明,陈一,陈刚,陈静',
    ]);
  });

  test('is split where it is long, and every speaker stands on one page of each kind', async () => {
    const given = '一丁七万三上下不与丑专且世丘丙业丛东丝丢两严丧中丰串临丸丹为主丽举乃久么义之乌乍乎乏乐乔';
    const names = [...'陆罗王李张'].flatMap((surname) =>
      [...given.slice(0, 40)].flatMap((a) => [...'明青刚宁'].map((b) => surname + a + b)),
    );
    const { model, paths } = await plan({ '2020-a.txt': digest(...names.map((name) => `区长 ${name}`)) });
    const own = await model('speakers', 'speakers/index.html');
    expect(own.byPinyin).toEqual([]);
    expect(own.total).toBeGreaterThan(SPEAKERS_A_PAGE);
    const seen = { pinyin: 0, strokes: 0 };
    for (const { href } of own.parts) {
      const page = await model('speakers', `${href.slice(1)}index.html`);
      seen.pinyin += page.byPinyin.reduce((sum, { speakers }) => sum + speakers.length, 0);
      seen.strokes += page.byStrokes.reduce((sum, { speakers }) => sum + speakers.length, 0);
      expect(page.page.title).toMatch(/^发言人 · ([A-Z]|\d+画)/u);
      expect(page.total).toBe([...page.byPinyin, ...page.byStrokes][0]?.speakers.length);
      expect(page.parts.filter(({ current }) => current).length).toBe(1);
      for (const part of page.parts) expect(paths).toContain(`${part.href.slice(1)}index.html`);
    }
    expect(seen).toEqual({ pinyin: own.total, strokes: own.total });
  }, 60_000);
});
