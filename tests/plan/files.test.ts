import { describe, expect, test } from 'vitest';
import { listPageAddresses } from './listPageAddresses.js';
import { digest, plan } from './planned.js';

const a = digest('陆明');

describe('two sources for one path', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['two names that fold', { '2020-a.txt': a, '2020-A.md': a }, 'content/2020-A.md', 'content/2020-a.txt'],
    ['one slug twice', { '2020-a.txt': `---\nslug: x\n---\n${a}`, 'x.txt': a }, 'content/2020-a.txt', 'content/x.txt'],
    [
      'an alias and a page',
      { '2020-a.txt': `---\naliases: [/about/]\n---\n${a}`, '_pages/about.md': '# 关于\n\n本站。\n' },
      'content/2020-a.txt',
      'content/_pages/about.md',
    ],
    [
      'an alias and another spelling of it',
      { '2020-a.txt': `---\naliases: [/Old/]\n---\n${a}`, 'b.txt': `---\naliases: [/old]\n---\n${a}` },
      'content/2020-a.txt',
      'content/b.txt',
    ],
    [
      'composed and decomposed names',
      { '_static/é.txt': '1', '_static/e\u0301.txt': '2', '2020-a.txt': a },
      'content/_static/é.txt',
      'content/_static/e\u0301.txt',
    ],
    [
      'a file where a folder must be',
      { '2020-a.txt': `---\naliases: [/x.html]\n---\n${a}`, '_static/x.html/y.txt': 'y' },
      'content/2020-a.txt',
      'content/_static/x.html/y.txt',
    ],
    [
      'a page of the program’s',
      { '_static/index.html': 'x', '2020-a.txt': a },
      'index.html',
      'content/_static/index.html',
    ],
    [
      'and one of the site’s',
      { '_pages/editions.md': '# x\n', '2020-a.txt': a },
      'editions/index.html',
      'content/_pages/editions.md',
    ],
  ])('%s: an error that names both', async (_, files, one, other) => {
    const { findings } = await plan(files);
    const errors = findings.filter(({ ruleId }) => ruleId === 'same-address');
    expect(errors.length).toBe(1);
    expect(errors[0]?.line).toBe(1);
    expect(errors[0]?.column).toBe(1);
    expect([errors[0]?.params.first, errors[0]?.params.second].sort()).toEqual([one, other].sort());
    expect(errors[0]?.file).toMatch(/^content\//);
  });
});

describe('an address that no file can have', () => {
  test.each(['/../x', '/a.php?id=1', '/con/', '/a//b', '/a:b/', `/${'x'.repeat(300)}/`])('%s', async (alias) => {
    const { findings } = await plan({ '2020-a.txt': `---\naliases: ["${alias}"]\n---\n${a}` });
    expect(findings.filter(({ fatal }) => fatal === true)).toMatchObject([
      { ruleId: 'address-not-possible', file: 'content/2020-a.txt', line: 1, column: 1 },
    ]);
  });
});

describe('an edition’s earlier addresses', () => {
  test('lead to its page: files, folders and written out ones', async () => {
    const { paths, model } = await plan({
      '2020-a.txt': `---\naliases: [/2019/a.html, /old, /older/index.html, /%E6%97%A7/, /old/, /editions/2020-a/]\n---\n${a}`,
    });
    const aliases = paths.filter((path) => /^(?:2019|old|旧)/.test(path));
    expect(aliases).toEqual(['2019/a.html', 'old/index.html', 'older/index.html', '旧/index.html']);
    expect(await model('alias', 'old/index.html')).toMatchObject({ href: '/editions/2020-a/', canonical: null });
  });

  test('name the whole address as canonical where the site has one', async () => {
    const { model } = await plan({ '2020-a.txt': `---\naliases: [/old]\n---\n${a}` }, 'https://news.example.cn/z/');
    expect((await model('alias', 'old/index.html')).canonical).toBe('https://news.example.cn/z/editions/2020-a/');
  });
});

test('the page of what is not found has no address of its own and is kept by no search engine', async () => {
  const { model } = await plan({ '2020-a.txt': a }, 'https://news.example.cn/');
  const { page } = await model('notFound', '404.html');
  expect(page.canonical).toBeNull();
  expect(page.meta).toContainEqual({ name: 'robots', content: 'noindex' });
  expect(page.meta.map(({ name }) => name)).not.toContain('Url');
});

describe('photographs', () => {
  test('of NAME/photos are published beside the speech, in the format that they have', async () => {
    const { paths, model } = await plan({ '2020-a.txt': digest('王　刚', '罗青'), '2020-a/photos/王刚.PNG': 'png' });
    expect(paths).toContain('editions/2020-a/wang-gang/photo.png');
    const { bytes } = await model('file', 'editions/2020-a/wang-gang/photo.png');
    expect(Buffer.from(bytes).toString()).toBe('png');
    const { edition } = await model('edition', 'editions/2020-a/index.html');
    expect(edition.speeches.map(({ speaker }) => speaker.photo)).toEqual([
      '/editions/2020-a/wang-gang/photo.png',
      null,
    ]);
    expect((await model('speaker', 'speakers/wang-gang/index.html')).speaker.photo).toBe(
      '/editions/2020-a/wang-gang/photo.png',
    );
  });

  test('that the text shows at a speaker’s block are that speaker’s', async () => {
    const html =
      '<p>凝心聚力</p><p><img src="p.jpg"></p><p>区长 陆明：实干</p><p>要实干。</p><p>区长 罗青：快干</p><p>要快干。</p>';
    const { paths, model } = await plan({ '2020-a.html': html, 'p.jpg': 'jpg' });
    const photos = paths.filter((path) => path.includes('/photo.'));
    expect(photos.length).toBe(1);
    expect(Buffer.from((await model('file', photos[0] ?? '')).bytes).toString()).toBe('jpg');
  });

  test('of the newest speech stand on the speaker’s page', async () => {
    const { model } = await plan({
      '2019-a.txt': a,
      '2019-a/photos/陆明.jpg': 'old',
      '2020-b.txt': a,
      '2020-b/photos/陆明.jpg': 'new',
      '2021-c.txt': a,
    });
    expect((await model('speaker', 'speakers/lu-ming/index.html')).speaker.photo).toBe(
      '/editions/2020-b/lu-ming/photo.jpg',
    );
  });
});

test('a draft is on no page and moves nothing', async () => {
  const files = { '2020-a.txt': a };
  const without = await plan(files);
  const withDraft = await plan({ ...files, '2019-b.txt': `---\ndraft: true\n---\n${digest('陆鸣')}` });
  expect(withDraft.paths).toEqual(without.paths);
});

describe('extra pages and files', () => {
  test('of _pages and _static have their addresses', async () => {
    const { paths, model } = await plan({
      '2020-a.txt': a,
      '_pages/about.md': '# 关于本站\n\n编辑部。\n',
      '_pages/联系我们.md': '电话。\n',
      '_pages/x.md': '---\nslug: contact\n---\n# 联系\n\n电话。\n',
      '_pages/y.md': '---\ndraft: true\n---\n# 草稿\n\n电话。\n',
      '_static/CNAME': 'a.cn',
      '_static/.well-known/security.txt': 'x',
    });
    expect(paths).toEqual(
      expect.arrayContaining([
        'about/index.html',
        'lian-xi-wo-men/index.html',
        'contact/index.html',
        'CNAME',
        '.well-known/security.txt',
      ]),
    );
    expect(paths).not.toContain('y/index.html');
    expect((await model('home', 'index.html')).site.pages.map(({ href }) => href)).toEqual([
      '/about/',
      '/contact/',
      '/lian-xi-wo-men/',
    ]);
  });
});

describe('the site’s address', () => {
  test('unknown: no canonical, no sitemap, robots without one', async () => {
    const { paths, pages, model } = await plan({ '2020-a.txt': a });
    expect(paths.filter((path) => path.startsWith('sitemap'))).toEqual([]);
    expect(await model('robots', 'robots.txt')).toEqual({ sitemap: null });
    for (const page of pages) {
      const view = await page.model();
      if ('page' in view) expect(view.page).toMatchObject({ canonical: null });
      expect(JSON.stringify(view)).not.toMatch(/https?:\/\/(?!jsonfeed|www\.jsonfeed|schema\.org)/);
    }
  });

  test.each(['https://news.cn/', 'https://news.cn/zhai/deng', 'https://news.cn/摘登/'])('%s', async (url) => {
    const prefix = new URL(url).pathname.replace(/\/*$/, '/');
    const { pages, model } = await plan({ '2020-a.txt': a, '_pages/about.md': '# 关于\n\n本站。\n' }, url);
    expect(await model('robots', 'robots.txt')).toEqual({ sitemap: `https://news.cn${prefix}sitemap.xml` });
    const { urls } = await model('sitemap', 'sitemap.xml');
    const canonical = [];
    for (const page of pages) {
      const view = await page.model();
      if (!('page' in view)) continue;
      expect(view.page.canonical).toBe(page.kind === 'notFound' ? null : `https://news.cn${view.page.href}`);
      expect(view.page.href.startsWith(prefix)).toBe(true);
      if (page.kind !== 'notFound') canonical.push(view.page.canonical);
      const data = view.page.jsonLd === '' ? [] : JSON.stringify(JSON.parse(view.page.jsonLd)).match(/https?:[^"]+/g);
      for (const address of data ?? []) {
        if (!address.startsWith('https://schema.org'))
          expect(address.startsWith(`https://news.cn${prefix}`)).toBe(true);
        expect(address).not.toMatch(/[^:]\/\//);
      }
    }
    expect(urls.map(({ href }) => href).sort()).toEqual(canonical.sort());
  });

  test('the sitemap knows dates, and neither redirects nor the page of what is missing', async () => {
    const { model } = await plan(
      { '2020-03-a.txt': `---\naliases: [/old/]\n---\n${a}`, 'b.txt': digest('罗青') },
      'https://a.cn/',
    );
    const { urls } = await model('sitemap', 'sitemap.xml');
    expect(urls).toContainEqual({ href: 'https://a.cn/editions/2020-03-a/', modified: '2020-03' });
    expect(urls).toContainEqual({ href: 'https://a.cn/editions/b/', modified: null });
    expect(urls.filter(({ href }) => /old|404/.test(href))).toEqual([]);
  });

  test('more than 50,000 addresses are several sitemaps with an index', async () => {
    const { site } = await plan({ '2020-a.txt': a }, 'https://a.cn/');
    const { index, parts } = await listPageAddresses(site, 100_001);
    expect(index).toEqual([1, 2, 3].map((number) => `https://a.cn/sitemap-${number}.xml`));
    expect(parts).toEqual([50_000, 50_000, 1]);
  });
});
