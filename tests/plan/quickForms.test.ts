import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Crumbs } from '../../src/plan/pages/crumbs.js';
import { shorten } from '../../src/plan/pages/editionPages.js';
import { dateView, headlineView } from '../../src/plan/pages/refs.js';
import { Addresses } from '../../src/plan/site/addresses.js';
import type { Site } from '../../src/plan/site/site.js';
import { makeDisplay } from '../../src/typography/display.js';
import { digest, plan } from './planned.js';

/** Each form is the plain one, worked out with less. */

const unit = fc.constantFrom('文', 'a', '𠮷', '\uD842', '\uDFB7', ' ', '，', '\u3000', '\n');

test('a text is cut between characters', () => {
  const plainly = (text: string) => {
    const characters = [...text];
    return characters.length <= 120 ? text : `${characters.slice(0, 119).join('')}…`;
  };
  const rare = fc.string({ unit, minLength: 100, maxLength: 260 });
  const usual = fc.string({ unit: fc.constantFrom('文', 'a', '，'), minLength: 100, maxLength: 130 });
  const mixed = fc.tuple(usual, rare).map((both) => both.join(''));
  fc.assert(
    fc.property(fc.oneof(rare, usual, mixed), (text) => {
      expect(shorten(text)).toBe(plainly(text));
    }),
  );
});

test('a headline has its halves', () => {
  const site = { display: makeDisplay({ fullWidth: true }) } as Site;
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (written) => {
      const { text, parts } = headlineView(site, written);
      const halves = text.split(/(?<=[^\x20-\x7e\s])\s+(?=[^\x20-\x7e\s])/u).filter((part) => part !== '');
      expect(text).toBe(site.display.text(written));
      expect(parts).toEqual(halves.length > 0 ? halves : [text]);
    }),
  );
});

test('a date is shown at the precision that is known', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      fc.constantFrom(4, 7, 10),
      (date, length) => {
        const iso = date.toISOString().slice(0, length);
        const [year = '', month, day] = iso.split('-');
        const text = `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
        expect(dateView(iso)).toEqual({ iso, text, year });
      },
    ),
  );
});

test('an address in a folder is that of the whole path', () => {
  const addresses = new Addresses('https://a.example/b/');
  fc.assert(
    fc.property(fc.stringMatching(/^[\w 文-]+$/), fc.stringMatching(/^[\w 文&-]+$/), (folder, name) => {
      expect(addresses.within(addresses.href(`${folder}/`), name)).toBe(addresses.href(`${folder}/${name}/`));
    }),
  );
});

test('the way to a page is in JSON what it is for readers', () => {
  const site = { addresses: new Addresses('https://a.example/b/'), words: { home: '首页' } } as unknown as Site;
  fc.assert(
    fc.property(fc.array(fc.record({ label: fc.string({ unit: 'binary' }), href: fc.webPath() })), (links) => {
      const way = links.reduce((crumbs, link) => crumbs.to(site, link), Crumbs.home(site));
      expect(way.links).toEqual([{ label: '首页', href: '/b/' }, ...links]);
      const items = way.links.map(({ label, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: label,
        item: `https://a.example${href}`,
      }));
      expect(`[${way.items}]`).toBe(JSON.stringify(items));
    }),
  );
});

const files = {
  'site.yaml': 'name: 云川</script>摘登\n',
  'speakers.yaml': 'speakers:\n  - { name: 陆明, portrait: lu.jpg, aliases: [陆铭] }\n',
  '_static/lu.jpg': 'x',
  '2020-03-02-a.txt': digest('陆明', '罗青', '陆明', '何砚'),
  '2020-03-02-a/photos/罗青.jpg': 'x',
  '2021-02-hui.txt': '主持人:大家好,请发言。\n罗青:\n谢谢主持人。要扩容。\n主持人:\n谢谢罗青。\n罗青:\n再说一句。\n',
  '2021-b.txt': digest('区长 陆铭', '罗青', '何砚'),
  '2022-c.txt': `---\nsource: 云川日报<b>\n---\n${digest('何砚', '陆明')}`,
};

test.each([null, 'https://a.example/b/'])('structured data is one JSON text without <: at %s', async (url) => {
  for (const page of (await plan(files, url)).pages) {
    const model = await page.model();
    const json = 'page' in model ? model.page.jsonLd : '';
    if (json !== '') expect(json, page.path).toBe(JSON.stringify(JSON.parse(json)).replaceAll('<', '\\u003c'));
  }
});

test('what pages share is the same, in whatever order and however often they are asked for', async () => {
  const models = async (inOrder: (count: number) => number[]) => {
    const { pages } = await plan(files, 'https://a.example/');
    const found = new Map<string, unknown>();
    for (const index of inOrder(pages.length)) {
      const page = pages[index];
      if (page && page.kind !== 'file') found.set(page.path, await page.model());
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const plainly = await models((count) => Array.from({ length: count }, (_, index) => index));
  expect(await models((count) => Array.from({ length: count }, (_, index) => count - 1 - index))).toEqual(plainly);
  expect(await models((count) => Array.from({ length: 3 * count }, (_, index) => (index * 7) % count))).toEqual(
    plainly,
  );
});
