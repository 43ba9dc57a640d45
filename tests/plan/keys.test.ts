import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/load/digest.js';
import { PlanMemory } from '../../src/plan/site/known.js';
import { KeptState } from '../../src/state/kept.js';
import { digest, folderWith, forgetful, type Planned, planFolder, writeInto } from './planned.js';

/** What a site's pages are: path → key, and a digest of all that a template would see. */
type Outputs = Map<string, { key: string; shown: string }>;

async function outputsOf(folder: string): Promise<Outputs> {
  const { pages, findings } = await planFolder(folder, 'https://a.cn/');
  if (findings.some(({ fatal }) => fatal === true)) throw new ContentFault(findings.join('\n'));
  const outputs: Outputs = new Map();
  for (const page of pages) {
    // Where a text stands in its input is nothing that a page shows.
    const shown = JSON.stringify(await page.model(), (name, value) => (name === 'position' ? undefined : value));
    outputs.set(page.path, { key: page.key, shown: digestOf(shown) });
  }
  return outputs;
}

class ContentFault extends Error {}

/** @returns pages that would stay as they were although they should change */
function stale(before: Outputs, after: Outputs): string[] {
  return [...after]
    .filter(([path, { key, shown }]) => before.get(path)?.key === key && before.get(path)?.shown !== shown)
    .map(([path]) => path);
}

/** @returns pages of both sites that would be made anew */
function rendered(before: Outputs, after: Outputs): string[] {
  return [...after]
    .filter(([path, { key }]) => before.has(path) && before.get(path)?.key !== key)
    .map(([path]) => path);
}

/** @returns of these, the ones whose content differs */
function differing(before: Outputs, after: Outputs): string[] {
  return [...after]
    .filter(([path, { shown }]) => before.has(path) && before.get(path)?.shown !== shown)
    .map(([path]) => path);
}

const speech = (who: string, headline: string, text: string) =>
  `区委委员、${who}：${headline}\n${who.split(' ').at(-1)}\n${text}\n`;

const small = {
  'content/site.yaml': 'name: 云川摘登\n',
  'content/2019-05-a.txt': digest('区长 陆明', '副区长 罗青'),
  'content/2020-b.txt': digest('区委书记 陆明', '区长 何砚', '副区长 罗青'),
  'content/2020-b/photos/陆明.jpg': 'one',
  'content/2021-03-02-c.txt': digest('区委书记 陆明', '区长 何砚'),
  'content/2021-03-02-c/full/何砚.txt': '全文在此。\n',
  'content/2022-d.txt': digest('区长 罗青', '副区长 陆鸣'),
  'content/_pages/about.md': '# 关于\n\n编辑部。\n',
};

/** @returns what one change of one file makes anew, and what of it differs */
async function change(path: string, text: string | null): Promise<{ rendered: string[]; differing: string[] }> {
  const folder = folderWith(small);
  const before = await outputsOf(folder);
  if (text === null) rmSync(join(folder, path));
  else writeInto(folder, path, text);
  const after = await outputsOf(folder);
  expect(stale(before, after)).toEqual([]);
  return { rendered: rendered(before, after), differing: differing(before, after) };
}

const b = small['content/2020-b.txt'];

describe('only the pages that show what changed are made anew', () => {
  test.each([
    ['a paragraph', 'content/2020-b.txt', b.replace('第2件实事，群众', '第2件实事，居民')],
    ['a headline', 'content/2020-b.txt', b.replace('抓好第1件实事', '抓实第1件实事')],
    ['a title', 'content/2021-03-02-c.txt', small['content/2021-03-02-c.txt'].replace('区委书记', '市长')],
    ['the edition’s title', 'content/2020-b.txt', b.replace('凝心聚力', '同心协力')],
    ['a photograph', 'content/2020-b/photos/陆明.jpg', 'other'],
    ['a new photograph', 'content/2019-05-a/photos/罗青.jpg', 'new'],
    ['a full text', 'content/2021-03-02-c/full/何砚.txt', '改了的全文。\n'],
    ['a page of the site’s own', 'content/_pages/about.md', '# 关于\n\n新的编辑部。\n'],
    ['a blank line', 'content/2020-b.txt', b.replace('\n', '\n\n')],
  ])('%s', async (_, path, text) => {
    const { rendered, differing } = await change(path, text);
    // The JSON feed has no photographs, and is made with the Atom feed all the same.
    expect(rendered.filter((each) => each !== 'feed.json' || differing.includes(each))).toEqual(differing);
  });

  test('a paragraph’s are its edition, its speech, its speaker, the lists that show it', async () => {
    const { differing } = await change(
      'content/2022-d.txt',
      small['content/2022-d.txt'].replace('第1件实事，群众', '第1件实事，居民'),
    );
    expect(differing.sort()).toEqual([
      'editions/2022-d/index.html',
      'editions/2022-d/luo-qing/index.html',
      'feed.json',
      'feed.xml',
      'index.html',
      'speakers/luo-qing/feed.xml',
      'speakers/luo-qing/index.html',
    ]);
  });
});

describe('a change shows on every page that has it', () => {
  test('an edition’s title: itself, its neighbours, its speeches, their speakers and others, archive, feeds', async () => {
    const { differing } = await change('content/2020-b.txt', b.replace('凝心聚力', '同心协力'));
    expect(differing).toEqual(
      expect.arrayContaining([
        'editions/2020-b/index.html',
        'editions/2019-05-a/index.html',
        'editions/2021-03-02-c/index.html',
        'editions/2020-b/lu-ming/index.html',
        'editions/2021-03-02-c/lu-ming/index.html',
        'speakers/lu-ming/index.html',
        'speakers/lu-ming/feed.xml',
        'archive/2020/index.html',
        'editions/index.html',
        'index.html',
        'feed.xml',
        'feed.json',
      ]),
    );
  });

  test('a speaker’s latest title: the register as well', async () => {
    const text = small['content/2021-03-02-c.txt'].replace('区委书记', '市长');
    const { differing } = await change('content/2021-03-02-c.txt', text);
    expect(differing).toEqual(expect.arrayContaining(['speakers/index.html', 'speakers/lu-ming/index.html']));
  });

  test('an edition that goes away', async () => {
    const { differing } = await change('content/2022-d.txt', null);
    expect(differing).toEqual(
      expect.arrayContaining(['index.html', 'editions/2021-03-02-c/index.html', 'sitemap.xml']),
    );
  });
});

describe('whatever is edited', () => {
  const people = fc.constantFrom(
    '区长 陆明',
    '书记 陸明',
    '副区长 陆鸣',
    '罗青',
    '局长 何　砚',
    '阿依·热合曼',
    '市工商联',
  );
  const texts = fc.constantFrom(
    '一句话。',
    '(1)强链,快。\n(2)扩容。',
    '**重点**。',
    '一、实干。一是快。二是好。详情>>',
    '',
  );
  const spoken = fc
    .tuple(people, fc.constantFrom('强链', '扩容 提质', '真的?!'), texts)
    .map(([who, headline, text]) => speech(who, headline, `要实干。\n${text}`));
  const edition = fc
    .tuple(
      fc.constantFrom('', '---\nsource: 云川日报\n---\n', '---\ndraft: true\n---\n', '---\naliases: [/old/]\n---\n'),
      fc.constantFrom('凝心聚力 共谋发展', '同心协力'),
      fc.array(spoken, { minLength: 1, maxLength: 3 }),
    )
    .map(([head, title, speeches]) => `${head}${title}\n${speeches.join('')}`);
  const edit = fc.oneof(
    fc
      .record({ path: fc.constantFrom('2019-05-a', '2020-b', '2021-03-02-c', 'e'), text: fc.option(edition) })
      .map(({ path, text }) => ({ path: `content/${path}.txt`, text })),
    fc.record({
      path: fc.constantFrom('content/2020-b/photos/陆明.jpg', 'content/2020-b/full/陆明.txt'),
      text: fc.option(fc.constantFrom('甲。', '一、乙。')),
    }),
    fc.record({
      path: fc.constant('content/speakers.yaml'),
      text: fc.option(
        fc.constantFrom('speakers: [{ name: 陆明, slug: lu }]', 'speakers: [{ name: 陆鸣, aliases: [陆明] }]'),
      ),
    }),
  );

  test('a plan that remembers the last one has the keys and paths of one that does not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const folder = folderWith(small);
        const memory = new PlanMemory();
        const kept = new KeptState(() => forgetful);
        for (const { path, text } of [{ path: 'content/none.txt', text: null }, ...edits]) {
          if (text === null) rmSync(join(folder, path), { force: true });
          else writeInto(folder, path, text);
          const state = kept.begin();
          const remembering = await planFolder(folder, 'https://a.cn/', state, memory);
          const fresh = await planFolder(folder, 'https://a.cn/');
          if (remembering.pages.length > 0) state.save();
          else state.close();
          const keysOf = ({ pages }: Planned) => pages.map((page) => `${page.path} ${page.key}`);
          expect(keysOf(remembering)).toEqual(keysOf(fresh));
          expect(remembering.findings).toEqual(fresh.findings);
        }
      }),
      {
        numRuns: 15,
        // The older of two persons with one slug has it without a number: both pages of the younger edition move.
        examples: [[[{ path: 'content/2018-e.txt', text: digest('区长 陆鸣') }]]],
      },
    );
  }, 60_000);

  test('no page under an old key would show anything new, nor one under a new key be missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const folder = folderWith({ 'content/2022-d.txt': small['content/2022-d.txt'] });
        let before = await outputsOf(folder);
        for (const { path, text } of edits) {
          if (text === null) rmSync(join(folder, path), { force: true });
          else writeInto(folder, path, text);
          const after = await outputsOf(folder).catch((error) => {
            if (error instanceof ContentFault) return before;
            throw error;
          });
          expect(stale(before, after)).toEqual([]);
          before = after;
        }
      }),
      { numRuns: 25 },
    );
  });
});
