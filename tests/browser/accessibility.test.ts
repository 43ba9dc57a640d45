import axe from 'axe-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { withPage } from '../setup/browser.js';
import { seedFile, seedSite } from '../setup/site.js';

const edition = `editions/${seedFile.replace('.txt', '')}/`;
const pages = [
  '',
  'editions/',
  edition,
  `${edition}qiu-jianyong/`,
  'speakers/',
  'speakers/tu-qiang/',
  'archive/2020/',
  '404.html',
];

let url: string;
beforeAll(async () => {
  const site = seedSite();
  await site.run(['build']);
  url = await site.serve();
});

describe.each([
  ['a phone', { width: 360, height: 740 }],
  ['a desktop', { width: 1440, height: 900 }],
])('on %s', (_, viewport) => {
  test.each(['light', 'dark'] as const)('no page breaks a rule of axe in the %s mode', (colorScheme) =>
    withPage({ viewport, colorScheme, reducedMotion: 'reduce' }, async (page) => {
      for (const path of pages) {
        await page.goto(url + path);
        // By the debugger's way in, which the pages' own Content-Security-Policy does not close.
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => axe.run());
        expect(violations.map(({ id, nodes }) => `/${path} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
          [],
        );
      }
    }),
  );

  test('no page is wider than the window', () =>
    withPage({ viewport }, async (page) => {
      for (const path of pages) {
        await page.goto(url + path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `/${path}`).toBeLessThanOrEqual(0);
      }
    }));
});
