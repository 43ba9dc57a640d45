import { describe, expect, test } from 'vitest';
import { viewSchemas } from '../../src/plan/views/index.js';
import { digest, type Planned, plan } from './planned.js';

/** Every kind of page: several years, a long one, parts, roles, organisations, photographs, full texts, own pages. */
async function variedSite(url: string | null): Promise<Planned> {
  const many = Array.from({ length: 45 }, (_, index) => [
    `2019-01-${String((index % 28) + 1).padStart(2, '0')}-n${index}.txt`,
    digest('市委书记 陆明', '市教育局局长 罗青'),
  ]);
  return plan(
    {
      ...Object.fromEntries(many),
      'site.yaml':
        'name: 云川摘登\nnav:\n  - { label: 发言人, href: /speakers/ }\norganisation: { name: 云川日报社 }\n',
      '2020-a.txt': `---\naliases: [/old.html, /旧/]\nsource: 云川日报\noccasion: 在全会上的讲话\n---\n编者按:今天,刊发发言。\n${digest('陆明', '阿依·热合曼')}`,
      '2020-a/photos/陆明.jpg': 'jpg',
      '2020-a/full/陆明.txt': '一、全文(一)\n这是全文,很长。\n',
      '2021-02-hui.txt':
        '主持人:大家好,请发言。\n罗青:\n谢谢主持人。\n一、办学(扩容)。要扩容。\n主持人:\n谢谢罗青。\n罗青:\n再说一句。\n',
      'undated.md': '## 市政协委员 | 何砚（女） | 让**河湖**更清\n\n(1)治污,要快。见[报道](https://a.cn/)。详情>>\n',
      '2022-org.txt': '市工商联：抓好“两个健康”\n民营经济要发展。\n市总工会：维护职工权益\n职工权益要维护。\n',
      '_pages/about.md': '# 关于本站\n\n编辑部,电话(123)。\n',
      '_static/robots.png': 'x',
    },
    url,
  );
}

describe.each([null, 'https://news.example.cn/zhaideng/'])('with the address %s', (url) => {
  test('every page’s model is what its schema says, nothing missing and nothing more', async () => {
    const { pages, findings } = await variedSite(url);
    expect(findings.filter(({ fatal }) => fatal === true)).toEqual([]);
    const kinds = new Set<string>();
    for (const page of pages) {
      kinds.add(page.kind);
      const model = await page.model();
      expect(viewSchemas[page.kind].parse(model), page.path).toStrictEqual(model);
      expect(JSON.stringify(model), page.path).not.toMatch(/undefined|\[object|NaN/);
    }
    const unused = new Set(url === null ? ['sitemap', 'sitemapIndex'] : ['sitemapIndex']);
    expect([...kinds].sort()).toEqual(
      Object.keys(viewSchemas)
        .filter((kind) => !unused.has(kind))
        .sort(),
    );
  });
});

describe('what pages show', () => {
  test('an outline has the marks that the text has: both are shown full-width', async () => {
    const { model } = await plan({
      '2020-a.txt': '区长 陆明：实干\n陆明\n总的说。\n(1)强链补链,快。\n(2)扩容A(B)。\n',
    });
    const { speech } = await model('speech', 'editions/2020-a/lu-ming/index.html');
    const shown = JSON.stringify(speech.body);
    expect(speech.outline.map(({ marker }) => marker)).toEqual(['（1）', '（2）']);
    for (const { marker, title } of speech.outline) {
      expect(shown).toContain(marker);
      expect(shown).toContain(title);
    }
  });

  test('names, sources and the rest of the interface have full-width marks too', async () => {
    const { model } = await plan({
      '2020-a.txt': '---\nsource: 云川日报(数字版)\n---\n## | 市工商联(总商会) | 抓好服务\n服务要抓好。\n',
    });
    const { edition } = await model('home', 'index.html');
    expect(edition?.source).toBe('云川日报（数字版）');
    expect(edition?.speeches[0]?.speaker.name).toBe('市工商联（总商会）');
  });

  test('the drawn portrait has one character, of a surname of two as well', async () => {
    const { model } = await plan({ '2020-a.txt': digest('欧阳宁', '陆明') });
    const { edition } = await model('edition', 'editions/2020-a/index.html');
    expect(edition.speeches.map(({ speaker }) => speaker.monogram)).toEqual(['欧', '陆']);
  });

  test('the page that a menu leads to is marked in the menu, with and without a prefix', async () => {
    const files = { '2020-a.txt': digest('陆明') };
    for (const url of [null, 'https://a.cn/x/']) {
      const { model } = await plan(files, url);
      const current = async (nav: { label: string; current: boolean }[]) =>
        nav.filter((link) => link.current).map(({ label }) => label);
      expect(await current((await model('home', 'index.html')).site.nav)).toEqual(['首页']);
      expect(await current((await model('speakers', 'speakers/index.html')).site.nav)).toEqual(['发言人']);
      expect(await current((await model('edition', 'editions/2020-a/index.html')).site.nav)).toEqual([]);
    }
  });
});
