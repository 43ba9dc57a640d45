import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, type Planned, plan } from './planned.js';

/** @returns name → slug */
function slugs({ site }: Planned): Record<string, string> {
  return Object.fromEntries(site.speakers.map(({ name, slug }) => [name, slug]));
}

describe('of two names with one slug', () => {
  test('the earlier edition’s keeps it, whatever the files are called', async () => {
    const planned = await plan({
      '2019-b.txt': digest('陆鸣'),
      '2020-a.txt': digest('陆明'),
      '2021-a.txt': digest('陆铭'),
    });
    expect(slugs(planned)).toEqual({ 陆鸣: 'lu-ming', 陆明: 'lu-ming-2', 陆铭: 'lu-ming-3' });
  });

  test('of one date the path decides, in one edition the order', async () => {
    const planned = await plan({ '2020-01-01-b.txt': digest('陆鸣'), '2020-01-01-a.txt': digest('陆明', '陆铭') });
    expect(slugs(planned)).toEqual({ 陆明: 'lu-ming', 陆铭: 'lu-ming-2', 陆鸣: 'lu-ming-3' });
  });

  test('a number never takes the slug of a name of its own', async () => {
    const org = (name: string) => `## | ${name} | 抓好服务\n服务要抓好。\n`;
    const planned = await plan({
      'speakers.yaml':
        'speakers:\n  - { name: A 2, kind: organisation }\n  - { name: A, kind: organisation, slug: x }\n',
      '2019.txt': `各方发言\n${org('A 2')}`,
      '2020.txt': digest('阿', '陆明', '陆鸣'),
    });
    expect(new Set(Object.values(slugs(planned))).size).toBe(planned.site.speakers.length);
  });

  test('the register’s goes before all, also before who spoke earlier', async () => {
    const planned = await plan({
      'speakers.yaml': 'speakers:\n  - { name: 陆铭, slug: lu-ming }\n  - { name: 何砚, slug: lu-ming-2 }\n',
      '2019-a.txt': digest('陆鸣'),
      '2020-a.txt': digest('陆铭'),
    });
    expect(slugs(planned)).toEqual({ 陆铭: 'lu-ming', 陆鸣: 'lu-ming-3' });
  });
});

describe('one person', () => {
  test('in traditional and simplified characters has one page, with the speeches of both', async () => {
    const { site } = await plan({
      '2019-a.txt': digest('陸鳴'),
      '2020-a.txt': digest('陆鸣'),
      '2021-a.txt': digest('陆明'),
    });
    expect(site.speakers.map(({ slug, speeches }) => [slug, speeches.length])).toEqual([
      ['lu-ming', 2],
      ['lu-ming-2', 1],
    ]);
  });

  test('whatever the dots and the padding', async () => {
    const { site } = await plan({
      '2019-a.txt': digest('副区长 阿依·热合曼', '区长 王　刚'),
      '2020-a.txt': digest('副区长 阿依•热合曼', '区长 王刚'),
    });
    expect(site.speakers.map(({ speeches }) => speeches.length)).toEqual([2, 2]);
  });

  test('under the names of the register, in either script', async () => {
    const { site } = await plan({
      'speakers.yaml': 'speakers:\n  - { name: 陆明川, aliases: [陆明, 老陆] }\n',
      '2019-a.txt': digest('陸明'),
      '2020-a.txt': digest('陆明川'),
    });
    expect(site.speakers).toMatchObject([{ name: '陆明川', slug: 'lu-mingchuan' }]);
    expect(site.speakers[0]?.speeches.length).toBe(2);
  });
});

describe('the register tells namesakes apart', () => {
  const register =
    'speakers:\n  - { name: 罗青, slug: luo-qing-jiaoyu, distinguishedBy: [教育] }\n  - { name: 罗青, distinguishedBy: [财政] }\n';

  test('by words of their titles; who is neither is a third', async () => {
    const { site } = await plan({
      'speakers.yaml': register,
      '2019-a.txt': digest('市教育局局长 罗青'),
      '2020-a.txt': digest('市财政局局长 罗青'),
      '2021-a.txt': digest('市水务局局长 罗青'),
    });
    expect(site.speakers.map(({ slug }) => slug)).toEqual(['luo-qing-jiaoyu', 'luo-qing', 'luo-qing-2']);
  });
});

describe('roles', () => {
  test('have no page and are never merged', async () => {
    const talk = '主持人:\n大家好,请发言。\n罗青:\n谢谢主持人。\n主持人:\n谢谢罗青。\n';
    const { site, paths } = await plan({ '2020-a.txt': talk, '2021-a.txt': talk });
    expect(site.speakers.map(({ name }) => name)).toEqual(['罗青']);
    expect(paths.filter((path) => /^speakers\/[^/]+\/index/.test(path))).toEqual(['speakers/luo-qing/index.html']);
  });

  test('that the register names are none either', async () => {
    const { site } = await plan({
      'speakers.yaml': 'speakers:\n  - { name: 何砚, kind: role }\n',
      '2020-a.txt': digest('何砚', '罗青'),
    });
    expect(site.speakers.map(({ name }) => name)).toEqual(['罗青']);
  });
});

describe('an address once published', () => {
  const names = fc.constantFrom('陆明', '陆鸣', '陆铭', '陸鳴', '罗青', '骆清', '阿依·热合曼', '𠮷明', '吕布');
  const speakers = fc.uniqueArray(names, { minLength: 1, maxLength: 4 });

  test('never moves because a later edition was added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(speakers, { minLength: 1, maxLength: 4 }), speakers, async (editions, added) => {
        const files = Object.fromEntries(editions.map((each, index) => [`${2000 + index}-x.txt`, digest(...each)]));
        const before = await plan(files);
        const after = await plan({ ...files, '2050-x.txt': digest(...added) });
        expect(slugs(after)).toMatchObject(slugs(before));
        expect(new Set(after.site.speakers.map(({ slug }) => slug)).size).toBe(after.site.speakers.length);
        expect(after.paths).toEqual(
          expect.arrayContaining(before.paths.filter((path) => !path.startsWith('archive/'))),
        );
        expect(after.findings.filter(({ fatal }) => fatal === true)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

test('a person’s five nearest other speeches stand beside each, newest first, never the same one', async () => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${2011 + n}-x.txt`, digest('陆明')]));
  const { model } = await plan(files);
  const yearsAt = async (year: number) => {
    const { others } = await model('speech', `editions/${year}-x/lu-ming/index.html`);
    return others.map(({ edition }) => Number(edition.date?.year));
  };
  expect(await yearsAt(2019)).toEqual([2018, 2017, 2016, 2015, 2014]);
  expect(await yearsAt(2015)).toEqual([2017, 2016, 2014, 2013, 2012]);
  expect(await yearsAt(2011)).toEqual([2016, 2015, 2014, 2013, 2012]);
});

describe('the register’s portrait and terms of office', () => {
  const register = (rest: string) => `speakers:\n  - name: 陆明\n${rest}`;

  test('stand on the speaker’s pages, before an edition’s photograph', async () => {
    const { model, findings } = await plan({
      'speakers.yaml': register(
        '    portrait: /portraits/lu.jpg\n    terms:\n      - { title: 区长, from: 2019, to: 2020-06 }\n      - { title: 区委书记, from: 2020-07 }\n      - { title: 乡长, to: 2019 }\n      - { title: 教师 }\n',
      ),
      '_static/portraits/lu.jpg': 'jpg',
      '2020-a.txt': digest('陆明', '何砚'),
      '2020-a/photos/陆明.jpg': 'jpg',
      '2021-b.txt': digest('陆明'),
    });
    const { speaker, terms } = await model('speaker', 'speakers/lu-ming/index.html');
    expect(speaker.photo).toBe('/portraits/lu.jpg');
    expect(terms).toEqual([
      { title: '区长', period: '2019年至2020年6月' },
      { title: '区委书记', period: '2020年7月起' },
      { title: '乡长', period: '至2019年' },
      { title: '教师', period: '' },
    ]);
    const spoken = async (path: string) => (await model('speech', path)).speech.speaker.photo;
    expect(await spoken('editions/2020-a/lu-ming/index.html')).toBe('/editions/2020-a/lu-ming/photo.jpg');
    expect(await spoken('editions/2021-b/lu-ming/index.html')).toBe('/portraits/lu.jpg');
    expect(await spoken('editions/2020-a/he-yan/index.html')).toBeNull();
    expect(findings).not.toContainEqual(expect.objectContaining({ ruleId: 'portrait-missing' }));
  });

  test('a portrait that is not there is told, and the surname stands in for it', async () => {
    const { model, findings } = await plan({
      'speakers.yaml': register('    portrait: lu.jpg\n'),
      '2020-a.txt': digest('陆明'),
    });
    expect((await model('speaker', 'speakers/lu-ming/index.html')).speaker.photo).toBeNull();
    expect(findings).toContainEqual(
      expect.objectContaining({ ruleId: 'portrait-missing', file: 'content/speakers.yaml', line: 1, column: 1 }),
    );
  });

  test('a portrait that comes or goes makes the pages anew that show it, and no others', async () => {
    const files = {
      'speakers.yaml': register('    portrait: lu.jpg\n'),
      '2020-a.txt': digest('陆明'),
      '2021-b.txt': digest('何砚'),
      '2021-c.txt': digest('何砚'),
    };
    const keys = ({ pages }: Planned) => new Map(pages.map(({ path, key }) => [path, key]));
    const [before, after] = [keys(await plan(files)), keys(await plan({ ...files, '_static/lu.jpg': 'jpg' }))];
    const changed = [...after].filter(([path, key]) => before.get(path) !== key).map(([path]) => path);
    expect(changed).toContain('speakers/lu-ming/index.html');
    expect(changed).toContain('editions/2020-a/lu-ming/index.html');
    expect(changed).not.toContain('speakers/he-yan/index.html');
    expect(changed).not.toContain('editions/2021-c/index.html');
  });
});
