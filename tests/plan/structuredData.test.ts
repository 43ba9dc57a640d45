import { describe, expect, test } from 'vitest';
import type { ViewKind } from '../../src/plan/views/index.js';
import { digest, type Planned, plan } from './planned.js';

const url = 'https://news.example.cn/zhaideng/';
const files = {
  'site.yaml': 'image: /card.png\n',
  'speakers.yaml': 'speakers:\n  - { name: 罗青, portrait: luo.jpg }\n  - { name: 市总工会, kind: organisation }\n',
  '_static/luo.jpg': 'x',
  '2020-03-02-a.txt': `---\noccasion: 在全会上的讲话\n---\n${digest('陆明', '罗青', '何砚')}`,
  '2020-03-02-a/photos/陆明.jpg': 'x',
  '2021-02-hui.txt': '主持人:大家好,请发言。\n罗青:\n谢谢主持人。要扩容。\n主持人:\n谢谢罗青。\n罗青:\n再说一句。\n',
  '2022-org.txt': '市工商联：抓好“两个健康”\n民营经济要发展。\n市总工会：维护职工权益\n职工权益要维护。\n',
};

interface Thing {
  '@type': string;
  [key: string]: unknown;
}

/** The objects that a page describes, by type. */
async function things(planned: Planned, kind: Exclude<ViewKind, 'file'>, path: string): Promise<Map<string, Thing>> {
  const model = await planned.model(kind, `${path}index.html`);
  const json = 'page' in model ? model.page.jsonLd : '';
  const data = JSON.parse(json || '{"@graph":[]}');
  return new Map((data['@graph'] ?? [data]).map((thing: Thing) => [thing['@type'], thing]));
}

describe('structured data', () => {
  test('gives the occasion no day, since only the newspaper’s is known', async () => {
    const article = (await things(await plan(files, url), 'edition', 'editions/2020-03-02-a/')).get('NewsArticle');
    expect(article).toMatchObject({ datePublished: '2020-03-02' });
    expect(article?.about).toEqual({ '@type': 'Event', name: '在全会上的讲话' });
  });

  test('names people and organisations as authors, and no role', async () => {
    const planned = await plan(files, url);
    const authors = new Map<string, unknown>();
    for (const { path, kind } of planned.pages) {
      if (kind !== 'speech') continue;
      const article = (await things(planned, 'speech', path.replace('index.html', ''))).get('NewsArticle');
      const author = article?.author as { '@type': string; name: string } | undefined;
      authors.set(author?.name ?? path.split('/').at(-2) ?? '', author?.['@type']);
    }
    expect(Object.fromEntries(authors)).toStrictEqual({
      陆明: 'Person',
      罗青: 'Person',
      何砚: 'Person',
      市工商联: 'Organization',
      市总工会: 'Organization',
      zhuchiren: undefined,
      'zhuchiren-2': undefined,
    });
  });

  test('shows the photograph, else the portrait, else the site’s picture, by whole addresses', async () => {
    const planned = await plan(files, url);
    const image = async (kind: 'speech' | 'edition' | 'speaker', path: string, type: string) =>
      (await things(planned, kind, path)).get(type)?.image;
    const edition = 'editions/2020-03-02-a/';
    expect(await image('edition', edition, 'NewsArticle')).toBe(`${url}card.png`);
    expect(await image('speech', `${edition}lu-ming/`, 'NewsArticle')).toBe(`${url}${edition}lu-ming/photo.jpg`);
    expect(await image('speech', `${edition}luo-qing/`, 'NewsArticle')).toBe(`${url}luo.jpg`);
    expect(await image('speech', `${edition}he-yan/`, 'NewsArticle')).toBe(`${url}card.png`);
    expect(await image('speaker', 'speakers/luo-qing/', 'Person')).toBe(`${url}luo.jpg`);
    expect(await image('speaker', 'speakers/lu-ming/', 'Person')).toBe(`${url}${edition}lu-ming/photo.jpg`);
    expect(await image('speaker', 'speakers/he-yan/', 'Person')).toBe(undefined);
  });

  test('has no picture where no whole address is known', async () => {
    const planned = await plan(files);
    for (const page of planned.pages) {
      const model = await page.model();
      if ('page' in model) expect(model.page.jsonLd, page.path).not.toContain('"image"');
    }
  });

  test('has the breadcrumbs of every page that shows some', async () => {
    const planned = await plan(files, url);
    for (const page of planned.pages) {
      const model = await page.model();
      if (!('page' in model)) continue;
      const { breadcrumbs, jsonLd } = model.page;
      expect(jsonLd.includes('"BreadcrumbList"'), page.path).toBe(breadcrumbs.length > 0);
    }
    const list = (await things(planned, 'archive', 'archive/2020/')).get('BreadcrumbList');
    expect(list?.itemListElement).toMatchObject([
      { position: 1, item: url },
      { position: 2, item: `${url}editions/` },
      { position: 3, name: '2020年', item: `${url}archive/2020/` },
    ]);
  });
});
