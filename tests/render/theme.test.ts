import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { findingsWith, render, themeWith } from './themes.js';
import { views } from './views.js';

describe('a theme', () => {
  test('has the site’s own files over the program’s, file by file', async () => {
    const { theme } = await themeWith({
      'text.njk': '<p>{{ heading }}</p>\n',
      'assets/site.css': 'p {}',
      'assets/logo.svg': '',
    });
    expect(await render(theme, 'text', views({}).text)).toBe('<p>关于本站</p>\n');
    expect(await render(theme, 'speech', views(theme.words('zh-Hans')).speech)).toContain('云川区委宣传部');
    const assets = new Map(theme.assets.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]));
    expect(assets.get('site.css')).toBe('p {}');
    expect([...assets.keys()]).toEqual(['favicon.svg', 'logo.svg', 'mode.js', 'site.css', 'site.js']);
  });

  test('has another digest when any file of it changes, and the same when none does', async () => {
    const digest = async (files: Record<string, string>) => (await themeWith(files)).theme.digest;
    const none = await digest({});
    expect(await digest({})).toBe(none);
    const others = [
      { 'text.njk': 'a' },
      { 'assets/x.css': 'a' },
      { 'partials/foot.njk': 'a' },
      { 'words/zh-Hans.yaml': 'a: b' },
    ];
    const digests = await Promise.all(others.map(digest));
    expect(new Set([none, ...digests]).size).toBe(5);
  });

  test('takes no notice of hidden files and of what editors leave behind', async () => {
    expect(await findingsWith({ '.text.njk.swp': '{{', 'text.njk~': '{{', '.git/x.njk': '{{' })).toEqual([]);
  });

  test('keeps its words in both scripts, with the same keys', async () => {
    const { theme } = await themeWith({});
    expect(Object.keys(theme.words('zh-Hans')).sort()).toEqual(Object.keys(theme.words('zh-Hant')).sort());
    expect(theme.words('zh-Hans').skip).toBe('跳到正文');
    expect(theme.words('fr')).toEqual({});
  });

  test('renders shared parts anew for another site', async () => {
    const { theme } = await themeWith({});
    const words = theme.words('zh-Hans');
    const { editions } = views(words);
    const first = await render(theme, 'editions', editions);
    const other = { ...editions, site: { ...editions.site, feed: '/other.xml' } };
    expect(first).toContain('href="/feed.xml">Atom订阅');
    expect(await render(theme, 'editions', other)).toContain('href="/other.xml">Atom订阅');
    expect(await render(theme, 'editions', editions)).toBe(first);
  });

  test('loads what a rich text needs when the first one comes, and then renders at once', async () => {
    const { theme } = await themeWith({});
    const { text, edition } = views(theme.words('zh-Hans'));
    const page = { path: 'x' } as never;
    expect(typeof theme.render('edition', edition, page)).toBe('string');
    expect(theme.render('text', text, page)).toContain('<li>原文照登</li>');
    const body: Root = {
      type: 'root',
      children: [
        { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: '原文照登' }] }] },
      ],
    };
    const first = theme.render('text', { ...text, body }, page);
    expect(first).toBeInstanceOf(Promise);
    expect(await first).toContain('<em>原文照登</em>');
    expect(theme.render('text', { ...text, body }, page)).toBe(await first);
  });

  test('names the page and the template when a template fails while it renders', async () => {
    const { theme } = await themeWith({ 'text.njk': '{{ heading.nothing() }}' });
    await expect(render(theme, 'text', views({}).text)).rejects.toThrow('Failed to render text.html with text.njk');
  });

  test('passes files and JSON through as they are', async () => {
    const { theme } = await themeWith({});
    const model = views({});
    expect(await render(theme, 'jsonFeed', model.jsonFeed)).toBe(model.jsonFeed.json);
    expect(await render(theme, 'file', model.file)).toBe('1,2,3');
  });
});

describe('a word list', () => {
  const list = (text: string) => ({ 'words/zh-Hans.yaml': text, 'words/zh-Hant.yaml': 'skip: 跳' });

  test.each([
    ['that is no YAML', 'skip: 跳\nhome: [', '2:8 words-invalid'],
    ['with a word that is no text', 'skip: 跳\nhome: [a]', '2:7 words-invalid home'],
    ['with a key twice', 'skip: 跳\nskip: 跳', '2:1 words-invalid Map keys must be unique'],
  ])('%s', async (_, text, finding) => {
    expect((await findingsWith(list(text)))[0]).toContain(`words/zh-Hans.yaml:${finding}`);
  });

  test('that lacks a key of the other', async () => {
    const found = await findingsWith({ 'words/zh-Hans.yaml': 'skip: 跳', 'words/zh-Hant.yaml': '# 無\nhome: 頁' });
    expect(found.slice(0, 2)).toEqual([
      'words/zh-Hans.yaml:1:1 words-missing home',
      'words/zh-Hant.yaml:1:1 words-missing skip',
    ]);
  });
});
