/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { withPage } from '../setup/browser.js';
import { makeSite, seedFile, seedText } from '../setup/site.js';

const edition = `editions/${seedFile.replace('.txt', '')}/`;
const site = 'https://news.example.cn/';
const pages = [
  '',
  edition,
  `${edition}wang-zhengjun/`,
  'speakers/wang-zhengjun/',
  'speakers/',
  'editions/',
  '404.html',
];

let url: string;
beforeAll(async () => {
  const made = makeSite({
    [`content/${seedFile}`]: seedText.replace('详情》》》》》》', '详情》》》https://example.cn/whole.html'),
    'content/site.yaml': `url: ${site}\ngreyscale: true\norganisation: { name: 云川日报社 }\n`,
  });
  const { status, stderr } = await made.run(['build']);
  expect(status, stderr).toBe(0);
  url = await made.serve();
});

/** Opens a page as a printer sees it, of a reader who has chosen the dark. */
function print(path: string, modes: Record<string, string>, use: (page: Page) => Promise<void>): Promise<void> {
  // A4 without its margins, at 96 pixels an inch, on its side: the wide layouts of a screen must not come through.
  return withPage({ viewport: { width: 986, height: 642 }, colorScheme: 'dark' }, async (page) => {
    await page.addInitScript((entries) => {
      for (const [mode, value] of entries) localStorage.setItem(`zhaideng-${mode}`, value);
    }, Object.entries(modes));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(url + path);
    await use(page);
  });
}

const shown = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.filter((one) => (one as HTMLElement).checkVisibility()).length);

describe.each([{}, { theme: 'dark' }, { contrast: 'on', theme: 'dark', elder: 'on' }])(
  'printed in the mode %o',
  (modes) => {
    test.each(pages)('/%s is black on white and has no furniture', (path) =>
      print(path, modes, async (page) => {
        expect(await shown(page, 'button, nav, summary, .skip, .filing, .follow')).toBe(0);
        expect(await shown(page, 'h1')).toBe(1);
        const colours = await page.evaluate(() => {
          const { backgroundColor, color, filter } = getComputedStyle(document.documentElement);
          return { backgroundColor, color, filter };
        });
        expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)', filter: 'none' });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }),
    );
  },
);

test('every page says where it stands, but for the one of what is not found', async () => {
  for (const path of pages) {
    await print(path, {}, async (page) => {
      const address = page.locator('.address');
      if (path === '404.html') expect(await address.count()).toBe(0);
      else expect(await address.innerText()).toBe(site + path);
    });
  }
});

test('the address of the original is printed beside its link', () =>
  print(`${edition}xu-shanbin/`, {}, async (page) => {
    const link = page.locator('a[href="https://example.cn/whole.html"]');
    expect(await link.isVisible()).toBe(true);
    expect(await link.evaluate((one) => getComputedStyle(one, '::after').content)).toContain(
      'https://example.cn/whole',
    );
  }));

test('who speaks, and the headline, keep with the text that follows', () =>
  print(edition, {}, async (page) => {
    const breaks = await page
      .locator('.speech > .who, .speech > h2')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakAfter));
    expect(breaks).toEqual(Array(8).fill('avoid'));
    const { orphans, widows } = await page
      .locator('.prose p')
      .first()
      .evaluate((one) => getComputedStyle(one));
    expect([orphans, widows]).toEqual(['2', '2']);
  }));

test('the elder mode prints large', async () => {
  const sizeOf = async (modes: Record<string, string>) => {
    let size = 0;
    await print(edition, modes, async (page) => {
      size = await page
        .locator('.prose p')
        .first()
        .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    });
    return size;
  };
  expect(await sizeOf({ elder: 'on' })).toBeCloseTo((15 / 72) * 96, 1);
  expect(await sizeOf({})).toBeCloseTo((11 / 72) * 96, 1);
});
