import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { withPage } from '../setup/browser.js';
import { type Site, seedFile, seedSite } from '../setup/site.js';

const edition = `editions/${seedFile.replace('.txt', '')}/`;

let site: Site;
let url: string;
beforeAll(async () => {
  site = seedSite();
  const { status, stderr } = await site.run(['build']);
  expect(status, stderr).toBe(0);
  url = await site.serve();
});

/** In the page: whether the element that the address names stands within the window. */
const targetIsInView = `(() => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const { top, bottom } = target?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  return bottom > 0 && top >= 0 && top < innerHeight;
})()`;

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a reader %s', (_, javaScriptEnabled) => {
  const open = (use: (page: Page) => Promise<void>) =>
    withPage({ javaScriptEnabled, viewport: { width: 390, height: 700 } }, async (page) => {
      await page.goto(url);
      await use(page);
    });

  test('sees the newest edition on the index', () =>
    open(async (page) => {
      expect(await page.locator('h1').innerText()).toMatch(/强化担当大抓落实\s+确保圆满完成全年目标任务/);
      for (const name of ['徐善斌', '王正军', '裘建勇', '屠强']) {
        expect(await page.getByText(name).first().isVisible()).toBe(true);
      }
    }));

  test('comes from 详情 to the speech', () =>
    open(async (page) => {
      await page.locator('a:has-text("详情")').nth(1).click();
      await page.waitForURL(`${url}${edition}wang-zhengjun/`);
      expect(await page.locator('main').innerText()).toContain('两手都要硬两战都要赢');
      expect(await page.locator('main').innerText()).toContain('着力打造“中国丝高地”。');
    }));

  test('comes from each point of an outline to the words', () =>
    open(async (page) => {
      await page.goto(`${url}${edition}wang-zhengjun/`);
      for (const title of ['突破推进艇湖新兴产业园', '全力建设领尚小镇', '全力打赢“平台提升”攻坚战']) {
        await page.locator(`main a[href*="#"]:has-text("${title}")`).first().click();
        await expect.poll(() => page.evaluate<boolean>(targetIsInView)).toBe(true);
        const target = page.locator(':target');
        expect(await target.innerText()).toContain(title);
      }
    }));

  test('comes to the archive and back to the edition', () =>
    open(async (page) => {
      await page.locator('a[href$="/editions/"], a[href*="/archive/"]').first().click();
      expect(page.url()).toMatch(/\/(editions|archive\/2020)\/$/);
      await page.locator(`main a[href$="/${edition}"]`).first().click();
      await page.waitForURL(`${url}${edition}`);
    }));

  test('comes from the edition to a speaker, and to the speaker’s speech', () =>
    open(async (page) => {
      await page.goto(`${url}${edition}`);
      await page.locator('main a[href$="/speakers/tu-qiang/"]').first().click();
      await page.waitForURL(`${url}speakers/tu-qiang/`);
      expect(await page.locator('main').innerText()).toContain('城南建管委（三江街道）党工委书记');
      await page.locator(`main a[href$="/${edition}tu-qiang/"]`).first().click();
      await page.waitForURL(`${url}${edition}tu-qiang/`);
    }));

  test('is helped on when an address is wrong', () =>
    open(async (page) => {
      const response = await page.goto(`${url}editions/no-such-edition/`);
      expect(response?.status()).toBe(404);
      await page.locator('main a[href$="/editions/"], main a[href="/"]').first().click();
      expect(page.url()).toMatch(/\/(editions\/)?$/);
    }));
});

test('an edition’s page weighs less than 40 KB with all its style and scripts, uncompressed', () => {
  const html = site.read(`dist/${edition}index.html`);
  const loaded = [...html.matchAll(/<(?:link rel="(?:stylesheet|preload)"|script)[^>]* (?:href|src)="\/([^"?]+)/g)];
  const paths = loaded.map(([, path = '']) => path);
  expect(paths.sort()).toEqual(['assets/mode.js', 'assets/site.css', 'assets/site.js']);
  const size = (text: string) => Buffer.byteLength(text);
  const total = paths.reduce((sum, path) => sum + size(site.read(`dist/${path}`)), size(html));
  expect(total).toBeLessThan(40_000);
});

/** In the page: the lines of each headline's halves, as the reader sees them. */
const linesOfHeadlines = `[...document.querySelectorAll('main .half')].map((half) => {
  const range = document.createRange();
  const lines = [];
  let top = null;
  const texts = document.createTreeWalker(half, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (let at = 0; at < texts.currentNode.length; at++) {
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + 1);
      const box = range.getBoundingClientRect();
      if (top === null || Math.abs(box.top - top) > box.height / 2) lines.push('');
      top = box.top;
      lines[lines.length - 1] += texts.currentNode.data[at];
    }
  }
  return lines.join(' / ');
})`;

test('a headline too long for a phone breaks between words', () =>
  withPage({ viewport: { width: 360, height: 700 } }, async (page) => {
    await page.goto(`${url}${edition}`);
    await expect
      .poll(() => page.evaluate(linesOfHeadlines))
      .toEqual([
        '强化担当大抓落实',
        '确保圆满完成 / 全年目标任务',
        '为嵊州更好更快发展 / 提供坚强作风保障',
        '两手都要硬两战都要赢',
        '一以贯之抓招商 / 一心一意谋发展',
        '奋力打造首位度最高的 / 现代新城活力区',
      ]);
  }));
