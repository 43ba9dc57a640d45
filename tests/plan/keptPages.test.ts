import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Page } from '../../src/plan/page.js';
import { PlanMemory } from '../../src/plan/site/known.js';
import { KeptState } from '../../src/state/kept.js';
import { digest, folderWith, forgetful, type Planned, planFolder, writeInto } from './planned.js';

const files = {
  'content/site.yaml': 'name: 云川摘登\n',
  'content/2018-z.txt': digest('区长 白云', '副区长 江河'),
  'content/2019-a.txt': `---\naliases: [/old/]\n---\n${digest('区长 陆明', '副区长 罗青')}`,
  'content/2020-b.txt': digest('区委书记 陆明', '区长 何砚'),
  'content/2020-b/photos/陆明.jpg': 'one',
  'content/2021-c.txt': digest('区委书记 陆明', '区长 何砚'),
  'content/2021-c/full/何砚.txt': '全文在此。\n',
  'content/2022-d.txt': digest('区长 罗青', '副区长 陆鸣'),
};

/** All that a build asks of a page. */
async function askedOf(page: Page): Promise<unknown[]> {
  const { path, kind, phase, from, key } = page;
  const shown = JSON.stringify(await page.model(), (name, value) => (name === 'position' ? undefined : value));
  return [path, kind, phase, from, key, shown];
}

const all = ({ pages }: Planned) => Promise.all(pages.map(askedOf));

/** Plans again and again as the preview does. */
function preview(folder: string) {
  const memory = new PlanMemory();
  const kept = new KeptState(() => forgetful);
  return async (url = 'https://a.cn/'): Promise<Planned> => {
    const state = kept.begin();
    const planned = await planFolder(folder, url, state, memory);
    state.save();
    return planned;
  };
}

const changes: [string, string, string | null][] = [
  ['the site’s configuration', 'site.yaml', 'name: 另一摘登\npunctuation: { fullWidth: false }\n'],
  ['a speaker’s name and address', 'speakers.yaml', 'speakers: [{ name: 陆明, slug: lu }]'],
  ['a speaker’s other name', 'speakers.yaml', 'speakers: [{ name: 陆鸣, aliases: [陆明] }]'],
  ['a name in another edition', '2021-c.txt', digest('区委书记 陆鸣', '区长 何砚')],
  ['a neighbour’s title', '2020-b.txt', digest('区委书记 陆明').replace('凝心聚力', '同心协力')],
  ['a neighbour that comes', '2020-05-n.txt', digest('区长 白云')],
  ['a neighbour that goes', '2020-b.txt', null],
  ['an older namesake by sound, who takes the address', '2017-y.txt', digest('区长 陆鸣')],
  ['a photograph', '2020-b/photos/陆明.jpg', 'two'],
  ['a photograph that goes', '2020-b/photos/陆明.jpg', null],
  ['a full text', '2021-c/full/何砚.txt', '全文在这里。\n'],
  ['aliases', '2019-a.txt', digest('区长 陆明', '副区长 罗青')],
  ['a paragraph', '2021-c.txt', digest('区委书记 陆明', '区长 何砚').replace('算数', '作数')],
  ['a speech more', '2021-c.txt', digest('区委书记 陆明', '区长 何砚', '副区长 江河')],
];

test.each(changes)('after a change of %s, and back, kept pages are those of a first build', async (_, path, text) => {
  const folder = folderWith(files);
  const plan = preview(folder);
  await all(await plan());
  const before = Object.entries(files).find(([name]) => name === `content/${path}`)?.[1] ?? null;
  for (const present of [text, before]) {
    if (present === null) rmSync(join(folder, 'content', path));
    else writeInto(folder, `content/${path}`, present);
    expect(await all(await plan())).toEqual(await all(await planFolder(folder, 'https://a.cn/')));
  }
});

test('pages of what did not change are the same objects, until anything changes that all depend on', async () => {
  const folder = folderWith(files);
  const plan = preview(folder);
  const pageOf = ({ pages }: Planned, path: string) => pages.find((page) => page.path === `${path}/index.html`);
  const first = await plan();
  writeInto(folder, 'content/2022-d.txt', digest('区长 罗青', '副区长 陆鸣').replaceAll('算数', '作数'));
  const second = await plan();
  for (const path of ['editions/2018-z', 'editions/2018-z/bai-yun', 'speakers/bai-yun']) {
    expect(pageOf(second, path), path).toBeDefined();
    expect(pageOf(second, path), path).toBe(pageOf(first, path));
  }
  expect(pageOf(second, 'editions/2022-d')).not.toBe(pageOf(first, 'editions/2022-d'));
  const moved = await plan('https://b.cn/');
  expect(pageOf(moved, 'editions/2018-z')).not.toBe(pageOf(second, 'editions/2018-z'));
  expect(await all(moved)).toEqual(await all(await planFolder(folder, 'https://b.cn/')));
});

test('what is made of a kept page comes from the site of the present plan', async () => {
  const plan = preview(folderWith(files));
  const [first, second] = [await plan(), await plan()];
  const asked: unknown[] = [];
  const own = second.site.library;
  const read = own.texts.bind(own);
  own.texts = (input) => {
    asked.push(input);
    return read(input);
  };
  await second.model('edition', 'editions/2018-z/index.html');
  expect(asked).toHaveLength(1);
  expect(first.site.library).not.toBe(own);
});
