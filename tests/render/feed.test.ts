import { beforeAll, describe, expect, test } from 'vitest';
import { loadTheme, type Theme } from '../../src/render/index.js';
import { builtin, render } from './themes.js';
import { views } from './views.js';

let theme: Theme;
beforeAll(async () => {
  ({ theme } = await loadTheme({ templates: 'nowhere', builtin }));
});

describe('the Atom feed', () => {
  test('has what RFC 4287 asks of a feed and of an entry, once', async () => {
    const xml = await render(theme, 'feed', views({}).feed);
    const [head = '', entry = ''] = xml.split('<entry>');
    for (const name of ['id', 'title', 'updated']) {
      expect(head.match(new RegExp(`<${name}>[^<]+</${name}>`, 'g'))).toHaveLength(1);
      expect(entry.match(new RegExp(`<${name}>[^<]+</${name}>`, 'g'))).toHaveLength(1);
    }
    expect(head).toContain(
      '<link rel="self" type="application/atom+xml" href="https://zhaideng.example.cn/feed.xml"/>',
    );
    expect(head).toContain('<author><name>云川区委宣传部</name></author>');
    expect(entry).toContain('<link rel="alternate" type="text/html"');
  });

  test('begins with the XML declaration and nothing before it', async () => {
    for (const kind of ['feed', 'sitemap', 'sitemapIndex'] as const) {
      expect(await render(theme, kind, views({})[kind])).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n</);
    }
  });

  test('holds the speeches as escaped HTML, without fragments that another page has', async () => {
    const xml = await render(theme, 'feed', views({}).feed);
    const content = /<content type="html">(.*?)<\/content>/s.exec(xml)?.[1] ?? '';
    expect(content).not.toContain('<');
    const html = content
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    expect(html).toContain('<p>今年以来，河东街道聚焦');
    expect(html).not.toContain('id=');
  });
});

test('robots.txt names the sitemap where there is one', async () => {
  expect(await render(theme, 'robots', { sitemap: null })).toBe('User-agent: *\nAllow: /\n');
  expect(await render(theme, 'robots', { sitemap: 'https://a.cn/sitemap.xml' })).toBe(
    'User-agent: *\nAllow: /\nSitemap: https://a.cn/sitemap.xml\n',
  );
});

test('a sitemap escapes its addresses and leaves out what is not known', async () => {
  const xml = await render(theme, 'sitemap', views({}).sitemap);
  expect(xml).toContain('<url><loc>https://zhaideng.example.cn/</loc></url>');
  expect(xml).toContain('<loc>https://zhaideng.example.cn/editions/?a=1&amp;b=2</loc><lastmod>2031-03-02</lastmod>');
});
