import { beforeAll, describe, expect, test } from 'vitest';
import { foldWidths, type Html, readHtml, textOf } from '../setup/html.js';
import { type Run, type Site, seedFile, seedSite, seedText } from '../setup/site.js';

const edition = `dist/editions/${seedFile.replace('.txt', '')}/`;
const lines = seedText.split(/\r?\n/).filter(Boolean);

let site: Site;
let built: Run;
const page = (path: string): Html => readHtml(site.read(path));

beforeAll(async () => {
  site = seedSite();
  built = await site.run(['build']);
});

describe('the built seed', () => {
  test('is built without an error, and the only warning is the missing address', () => {
    expect(built.status).toBe(0);
    expect(built.stderr).not.toMatch(/\n {4}at /);
  });

  test.each(lines.map((line, index) => [index + 1, line] as const))(
    'shows line %i on the edition’s page',
    (_, line) => {
      const shown = foldWidths(page(`${edition}index.html`).text);
      const text = line.replace(/详情》+$/, '').trim();
      // Of a speaker line the titles, the name and the headline each have a place of their own.
      const pieces = /^市委常委/.test(line) ? text.split(/[、 :]/) : [text];
      for (const piece of pieces) expect(shown).toContain(piece.replace(/\s/g, ''));
      if (text !== line) expect(shown).toContain('详情');
    },
  );

  test.each(['xu-shanbin', 'wang-zhengjun', 'qiu-jianyong', 'tu-qiang'])('has a speaker page for %s', (slug) => {
    const { text } = page(`dist/speakers/${slug}/index.html`);
    const line = lines.findIndex((one) =>
      one.includes(
        { 'xu-shanbin': '徐善斌:', 'wang-zhengjun': '王正军:', 'qiu-jianyong': '裘建勇:', 'tu-qiang': '屠强:' }[slug] ??
          '?',
      ),
    );
    expect(line).toBeGreaterThan(0);
    const opening = lines[line + 2] ?? '';
    expect(foldWidths(text)).toContain(opening);
    expect(text).toContain(lines[line + 1]);
  });

  test.each([
    'index.html',
    'editions/index.html',
    'speakers/index.html',
    'archive/2020/index.html',
    '404.html',
    'feed.xml',
    'feed.json',
    'speakers/tu-qiang/feed.xml',
    'robots.txt',
    'assets/site.css',
  ])('publishes %s', (path) => expect(Object.keys(site.published())).toContain(path));

  test.each(['xu-shanbin', 'wang-zhengjun', 'qiu-jianyong', 'tu-qiang'])(
    'gives the speech of %s a page that its detail link on the index leads to',
    (slug) => {
      expect(site.exists(`${edition}${slug}/index.html`)).toBe(true);
      const links = page('dist/index.html').elements('a');
      const detail = links.filter((link) => textOf(link).includes('详情')).map((link) => String(link.properties.href));
      expect(detail.some((href) => href.endsWith(`${slug}/`))).toBe(true);
    },
  );

  test('gives every point of an outline an anchor of its own', () => {
    const { ids, references } = page(`${edition}wang-zhengjun/index.html`);
    const anchors = references.filter((href) => href.startsWith('#')).map((href) => decodeURIComponent(href.slice(1)));
    expect(new Set(anchors).size).toBeGreaterThanOrEqual(5);
    for (const anchor of anchors) expect(ids).toContain(anchor);
  });

  test('shows half-width marks in Chinese text full-width, and figures as they are', () => {
    const { text } = page(`${edition}index.html`);
    expect(text).toContain('任务的213.3%，有力地');
    expect(text).toContain('求突破：');
    expect(text).toContain('16.61亿元');
  });

  test('invents no month and no day', () => {
    for (const path of Object.keys(site.published()).filter((one) => one.endsWith('.html'))) {
      expect(site.read(`dist/${path}`)).not.toMatch(/2020-\d\d|2020年\d+月/);
    }
  });

  test('has no canonical address and no sitemap while the site has no address', () => {
    expect(site.exists('dist/sitemap.xml')).toBe(false);
    expect(site.read('dist/index.html')).not.toMatch(/rel="?canonical/);
    expect(site.read('dist/feed.xml')).toMatch(/<id>tag:/);
  });
});

test('with an address there are a sitemap of every page and canonical addresses', async () => {
  const withAddress = seedSite();
  await withAddress.run(['build', '--base-url', 'https://news.example.cn/zhaideng/']);
  const sitemap = withAddress.read('dist/sitemap.xml');
  for (const path of ['', 'speakers/tu-qiang/', `${edition.replace('dist/', '')}tu-qiang/`]) {
    expect(sitemap).toContain(`<loc>https://news.example.cn/zhaideng/${path}</loc>`);
  }
  expect(withAddress.read('dist/index.html')).toContain('href="https://news.example.cn/zhaideng/"');
  expect(withAddress.read('dist/robots.txt')).toContain('https://news.example.cn/zhaideng/sitemap.xml');
});
