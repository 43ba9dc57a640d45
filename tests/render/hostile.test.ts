import { fromHtml } from 'hast-util-from-html';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadTheme, type Theme } from '../../src/render/index.js';
import { builtin, render } from './themes.js';
import { views } from './views.js';

let theme: Theme;
beforeAll(async () => {
  ({ theme } = await loadTheme({ templates: 'nowhere', builtin }));
});

const payload = `{{ constructor }}{% raw %}</script><script>alert(1)</script><img src=x onerror="alert(1)">'"--><!--]]>\u0000\u0008\uFFFE\uD800`;

/** The same model with the payload at the end of every text: headlines, titles, addresses, bodies. */
function poisoned<T>(value: T): T {
  if (typeof value === 'string') return (value + payload) as T;
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(poisoned) as T;
  const entries = Object.entries(value).map(([key, part]) => [key, key === 'type' ? part : poisoned(part)]);
  return Object.fromEntries(entries) as T;
}

const kinds = [
  'home',
  'editions',
  'edition',
  'speech',
  'speakers',
  'speaker',
  'archive',
  'text',
  'notFound',
  'alias',
] as const;

function scriptsAndHandlers(html: string): string[] {
  const found: string[] = [];
  const visit = (node: ReturnType<typeof fromHtml>['children'][number]): void => {
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    if (tagName === 'script' && properties.type !== 'application/ld+json' && !properties.src) found.push('script');
    if (tagName === 'img' && properties.src === 'x') found.push('img');
    for (const name of Object.keys(properties)) if (/^on[a-z]/i.test(name)) found.push(name);
    for (const child of node.children) visit(child);
  };
  for (const child of fromHtml(html).children) visit(child);
  return found;
}

describe('content that looks like code stays text', () => {
  test.each(kinds)('on the page of kind %s', async (kind) => {
    const model = poisoned(views(theme.words('zh-Hans'))[kind]);
    const html = await render(theme, kind, model as never);
    expect(html).toContain('{{ constructor }}');
    expect(scriptsAndHandlers(html)).toEqual([]);
  });

  test.each(['feed', 'sitemap', 'sitemapIndex'] as const)('in %s, which stays well-formed', async (kind) => {
    const xml = await render(theme, kind, poisoned(views({})[kind]) as never);
    expect(xml).not.toContain('<script');
    expect(xml).not.toContain('<img');
    expect(xml).not.toContain(']]>');
    // XML 1.0, section 2.2.
    expect(xml).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  });

  test('JSON-LD cannot end its element', async () => {
    const model = views(theme.words('zh-Hans')).text;
    const jsonLd = JSON.stringify({ name: '</script><script>alert(1)</script><!--<script>' });
    const html = await render(theme, 'text', { ...model, page: { ...model.page, jsonLd } });
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual(JSON.parse(jsonLd));
  });
});

test('the search for scripts would find one', () => {
  expect(scriptsAndHandlers('<script>1</script><p onclick="1"></p><img src=x>')).toEqual(['script', 'onClick', 'img']);
});
