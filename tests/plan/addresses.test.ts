import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say, severityOf } from '../../src/diagnostics/finding.js';
import type { Pin } from '../../src/plan/site/pin.js';
import { digest, type Planned, plan } from './planned.js';

/** @returns slug → the names that spoke at it */
function people({ site }: Planned): Record<string, string[]> {
  return Object.fromEntries(
    site.speakers.map(({ slug, speeches }) => [slug, [...new Set(speeches.map(({ speech }) => speech.speaker))]]),
  );
}

function slugs({ site }: Planned): Record<string, string> {
  return Object.fromEntries(site.speakers.map(({ name, slug }) => [name, slug]));
}

/** `file:line:column severity rule` of what is found about addresses. */
function told({ findings }: Planned): string[] {
  return findings
    .filter(({ ruleId }) => ruleId.startsWith('speaker'))
    .map((finding) => {
      const { file, line, column, ruleId } = finding;
      return `${file}:${line}:${column} ${severityOf(finding)} ${ruleId}`;
    });
}

/** @returns the lines of a hint that are to be pasted */
function lines({ findings }: Planned): string {
  const found = findings.flatMap((finding) => say(finding, 'zh').hint.match(/^ {2}[-#] .*$/gmu) ?? []);
  return found.map((line) => `${line}\n`).join('');
}

const earlier = { '2020-a.txt': digest('李鸣') };
const both = { ...earlier, '2010-a.txt': digest('黎明') };

describe('an address that was published', () => {
  test('stays its person’s when an older edition is added', async () => {
    const first = await plan(earlier);
    expect(first.site.pins).toEqual([{ slug: 'li-ming', name: '李鸣', words: [] }]);
    const second = await plan(both, null, first.site.pins);
    expect(slugs(second)).toEqual({ 李鸣: 'li-ming', 黎明: 'li-ming-2' });
    expect(second.site.pins.map(({ slug, name }) => `${slug} ${name}`)).toEqual(['li-ming 李鸣', 'li-ming-2 黎明']);
    expect(slugs(await plan({ ...both, '2000-a.txt': digest('黎鸣') }, null, second.site.pins))).toEqual({
      李鸣: 'li-ming',
      黎明: 'li-ming-2',
      黎鸣: 'li-ming-3',
    });
  });

  test('is nobody else’s when its person is gone, and theirs again when they are back', async () => {
    const { pins } = (await plan(earlier)).site;
    const without = await plan({ '2010-a.txt': digest('黎明') }, null, pins);
    expect(slugs(without)).toEqual({ 黎明: 'li-ming-2' });
    expect(told(without)).toEqual(['content/2010-a.txt:2:1 warning speaker-slug-of-former']);
    expect(slugs(await plan(both, null, without.site.pins))).toEqual({ 李鸣: 'li-ming', 黎明: 'li-ming-2' });
  });

  test('is a person’s in either script, whichever came first', async () => {
    const { pins } = (await plan({ '2020-a.txt': digest('鍾鳴') })).site;
    const { site } = await plan({ '2020-a.txt': digest('钟鸣'), '2010-a.txt': digest('锺鸣') }, null, pins);
    expect(site.speakers.map(({ slug, speeches }) => [slug, speeches.length])).toEqual([['zhong-ming', 2]]);
    expect(site.pins).toBe(pins);
  });

  test('stays when the register names the person, also by another name', async () => {
    const { pins } = (await plan({ '2020-a.txt': digest('陆明') })).site;
    const files = {
      '2020-a.txt': digest('陆明'),
      'speakers.yaml': 'speakers:\n  - { name: 陆明川, aliases: [陆明] }\n',
    };
    const planned = await plan(files, null, pins);
    expect(slugs(planned)).toEqual({ 陆明川: 'lu-ming' });
    expect(told(planned)).toEqual(['content/2020-a.txt:2:1 warning speaker-slug-unwritten']);
    expect(lines(planned)).toBe('  # 陆明川 → slug: lu-ming\n');
  });

  test('moves where the register says so, and is kept for its person', async () => {
    const { pins } = (await plan(earlier)).site;
    const register = { 'speakers.yaml': 'speakers:\n  - { name: 李鸣, slug: li-ming-jiaoyu }\n' };
    const moved = await plan({ ...both, ...register }, null, pins);
    expect(slugs(moved)).toEqual({ 李鸣: 'li-ming-jiaoyu', 黎明: 'li-ming-2' });
    expect(slugs(await plan(both, null, moved.site.pins))).toEqual({ 李鸣: 'li-ming', 黎明: 'li-ming-2' });
  });

  test('goes to one of two namesakes that the register tells apart, and stays there', async () => {
    const files = { '2020-a.txt': digest('市财政局局长 罗青'), '2021-a.txt': digest('市教育局局长 罗青') };
    const { pins } = (await plan(files)).site;
    expect(pins.map(({ slug }) => slug)).toEqual(['luo-qing']);
    const register = (words: string) => ({
      'speakers.yaml': `speakers:\n  - { name: 罗青, distinguishedBy: [${words}] }\n  - { name: 罗青, distinguishedBy: [财政] }\n`,
    });
    const apart = await plan({ ...files, ...register('教育') }, null, pins);
    const titles = ({ site }: Planned) =>
      Object.fromEntries(site.speakers.map(({ slug, speeches }) => [slug, speeches[0]?.speech.titles[0]]));
    expect(titles(apart)).toEqual({ 'luo-qing': '市财政局局长', 'luo-qing-2': '市教育局局长' });
    const older = { '2010-a.txt': digest('市教育局副局长 罗青'), '2009-a.txt': digest('市水务局局长 罗青') };
    expect(people(await plan({ ...files, ...older, ...register('教育, 教委') }, null, apart.site.pins))).toEqual({
      'luo-qing': ['罗青'],
      'luo-qing-2': ['罗青'],
      'luo-qing-3': ['罗青'],
    });
    expect(titles(await plan({ ...files, ...older, ...register('教委, 教育') }, null, apart.site.pins))).toEqual({
      'luo-qing': '市财政局局长',
      'luo-qing-2': '市教育局局长',
      'luo-qing-3': '市水务局局长',
    });
  });
});

describe('a slug of the register', () => {
  const register = (rest = '') => ({ 'speakers.yaml': `speakers:\n  - { name: 黎明, slug: li-ming${rest} }\n` });

  test('that was published as another person’s is an error that names both', async () => {
    const { pins } = (await plan(earlier)).site;
    for (const files of [
      { ...both, ...register() },
      { ...earlier, ...register() },
      { '2010-a.txt': digest('黎明'), ...register() },
    ]) {
      const planned = await plan(files, null, pins);
      expect(told(planned)[0]).toBe('content/speakers.yaml:1:1 error speaker-slug-taken');
      const { params } = planned.findings.find(({ ruleId }) => ruleId === 'speaker-slug-taken') ?? {};
      expect(params).toMatchObject({ name: '黎明', owner: '李鸣', slug: 'li-ming' });
    }
  });

  test('is fine where both names are one person’s', async () => {
    const { pins } = (await plan(earlier)).site;
    const planned = await plan({ ...both, ...register(', aliases: [李鸣]') }, null, pins);
    expect(told(planned)).toEqual([]);
    expect(slugs(planned)).toEqual({ 黎明: 'li-ming' });
  });
});

describe('two people of one slug', () => {
  test('are a warning where the register pins neither, with the lines that do', async () => {
    const planned = await plan(both);
    expect(told(planned)).toEqual(['content/2020-a.txt:2:1 warning speakers-share-slug']);
    expect(lines(planned)).toBe('  - { name: 黎明, slug: li-ming }\n  - { name: 李鸣, slug: li-ming-2 }\n');
    const pasted = await plan({
      ...both,
      '2000-a.txt': digest('李鸣'),
      'speakers.yaml': `speakers:\n${lines(planned)}`,
    });
    expect(told(pasted)).toEqual([]);
    expect(slugs(pasted)).toEqual({ 黎明: 'li-ming', 李鸣: 'li-ming-2' });
  });

  test('have the lines of what was published, not of the editions’ order', async () => {
    const planned = await plan(both, null, (await plan(earlier)).site.pins);
    expect(lines(planned)).toBe('  - { name: 黎明, slug: li-ming-2 }\n  - { name: 李鸣, slug: li-ming }\n');
    expect(told(planned)).toEqual(['content/2010-a.txt:2:1 warning speakers-share-slug']);
  });

  test('are none where the register pins one of them', async () => {
    for (const slug of ['li-ming', 'li-ming-b']) {
      const files = { ...both, 'speakers.yaml': `speakers:\n  - { name: 李鸣, slug: ${slug} }\n` };
      expect(told(await plan(files))).toEqual([]);
    }
  });

  test('are told fifty at a time, and the others keep their slugs when these are pasted', async () => {
    const given = '明鸣名铭茗溟冥';
    const names = [...given]
      .flatMap((one) => [...given].map((other) => `陆${one}${other}`))
      .concat('卢明明', '鲁明明', '路明明');
    const files = { '2020-a.txt': `大会摘登\n${names.map((name) => `## 区长 | ${name} | 实干\n要实干。\n`).join('')}` };
    const planned = await plan(files);
    expect(lines(planned).split('\n')).toHaveLength(51);
    expect(planned.findings[0]?.params.names).toBe('“陆明明”、“陆明鸣”、“陆明名”、“陆明铭”、“陆明茗”…（52）');
    const pasted = await plan({ ...files, 'speakers.yaml': `speakers:\n${lines(planned)}` });
    expect(slugs(pasted)).toEqual(slugs(planned));
    expect(lines(pasted).split('\n')).toHaveLength(3);
  });

  test('stay what they are when the lines are pasted: an organisation, a name in Latin letters', async () => {
    const files = {
      '2020-a.txt': '大会摘登\n市水务局：抓好服务\n要服务。\n市水悟局：抓好实干\n要实干。\n',
      '2021-a.txt': '大会摘登\n## 经理 | Ana Lopez | 实干\n要实干。\n## 经理 | Aña Lopez | 实干\n要实干。\n',
    };
    const planned = await plan(files);
    expect(lines(planned)).toContain('  - { name: 市水务局, slug: shishuiwuju, kind: organisation }\n');
    expect(lines(planned)).toContain('  - { name: "Aña Lopez", slug: ana-lopez-2 }\n');
    const pasted = await plan({ ...files, 'speakers.yaml': `speakers:\n${lines(planned)}` });
    expect(told(pasted)).toEqual([]);
    expect(pasted.site.speakers.map(({ kind, slug }) => [kind, slug])).toEqual(
      planned.site.speakers.map(({ kind, slug }) => [kind, slug]),
    );
  });
});

describe('whatever is added, removed and published again', () => {
  const names = fc.constantFrom('李鸣', '黎明', '李明', '陸鳴', '陆鸣', '鲁明', '罗青', '骆清');
  const speakers = fc.uniqueArray(names, { minLength: 1, maxLength: 3 });
  const site = fc.dictionary(fc.constantFrom('1990', '2000', '2010', '2020'), speakers, { minKeys: 1 });
  const entry = fc.record({ name: names, aliases: fc.uniqueArray(names, { maxLength: 1 }) });
  const registers = fc.uniqueArray(entry, { maxLength: 2, selector: ({ name }) => name });

  const files = (editions: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(editions).map(([year, who]) => [`${year}-x.txt`, digest(...who)]));

  test('no address becomes another person’s, and the same pins give the same addresses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(site, { minLength: 2, maxLength: 4 }), async (sites) => {
        let pins: readonly Pin[] = [];
        const owners = new Map<string, string>();
        const addresses = new Map<string, string>();
        for (const editions of sites) {
          const planned = await plan(files(editions), null, pins);
          for (const { slug, name } of planned.site.speakers) {
            const person = name.replace('陸鳴', '陆鸣');
            expect(owners.get(slug) ?? person).toBe(person);
            expect(addresses.get(person) ?? slug).toBe(slug);
            owners.set(slug, person);
            addresses.set(person, slug);
          }
          pins = planned.site.pins;
          const again = await plan(files(editions), null, pins);
          expect(people(again)).toEqual(people(planned));
          expect(again.site.pins).toBe(pins);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('also with a register: each has one address, none twice, and a second build changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(site, registers), { minLength: 2, maxLength: 3 }), async (steps) => {
        let pins: readonly Pin[] = [];
        for (const [editions, register] of steps) {
          const yaml = `speakers:\n${register.map((each) => `  - ${JSON.stringify(each)}\n`).join('')}`;
          const all = { ...files(editions), ...(register.length > 0 ? { 'speakers.yaml': yaml } : {}) };
          const planned = await plan(all, null, pins);
          const given = planned.site.speakers.map(({ slug }) => slug);
          expect(new Set(given).size).toBe(given.length);
          pins = planned.site.pins;
          const again = await plan(all, null, pins);
          expect(people(again)).toEqual(people(planned));
          expect(again.site.pins).toBe(pins);
        }
      }),
      { numRuns: 15 },
    );
  });
});
