/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { withPage } from '../setup/browser.js';
import { makeSite, seedFile, seedText } from '../setup/site.js';

const edition = `editions/${seedFile.replace('.txt', '')}/`;
const pages = [
  '',
  'editions/',
  edition,
  `${edition}wang-zhengjun/`,
  'speakers/',
  'speakers/tu-qiang/',
  'archive/2020/',
  'about/',
  'editions/2022-03-02-chang/',
  '404.html',
];
const modes = [{}, { elder: 'on' }, { contrast: 'on' }, { theme: 'dark' }] as const;

let url: string;
beforeAll(async () => {
  const site = makeSite({
    [`content/${seedFile}`]: seedText,
    // A second year, so that there are neighbours, other speeches and years to go to.
    'content/2021-03-02-zai-chufa.txt': seedText,
    // Long names and headlines of long words, of long stretches without a word, and of Latin words.
    'content/2022-03-02-chang.md':
      '# 以更大力度推进高水平对外开放在构建新发展格局中展现更大作为为全面建设社会主义现代化国家开好局起好步作出新的更大贡献\n\n## 市委常委、常务副市长 | 阿卜杜热合曼·买买提 | 在服务和融入新发展格局中展现更大作为\n\n要开放。\n\n一、开好局起好步\n\n要落实。\n\n## 局长 | 王五 | 以Internationalization推动Telecommunications建设\n\n见 https://www.example.gov.cn/col/col1229123456/art/2022/art_1229123456_59001234.html 。\n',
    'content/_pages/about.md': '# 关于本站\n\n编辑部，见[首页](/)。\n\n- 收录\n- 更正\n',
    'content/site.yaml':
      'organisation: { name: 云川日报社, phone: 0575-8300000, email: a@example.cn }\nfiling: { icp: 浙ICP备1号, security: 浙公网安备 33068300000000号, institutionBadge: "https://bszs.conac.cn/a", errorReport: "https://zfwzgl.www.gov.cn/a" }\n',
  });
  const { status, stderr } = await site.run(['build']);
  expect(status, stderr).toBe(0);
  url = await site.serve();
});

/** @param viewport CSS pixels */
function open(
  path: string,
  viewport: { width: number; height: number },
  chosen: Record<string, string>,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  return withPage({ viewport, reducedMotion: 'reduce' }, async (page) => {
    await page.addInitScript((entries) => {
      for (const [mode, value] of entries) localStorage.setItem(`zhaideng-${mode}`, value);
    }, Object.entries(chosen));
    await page.goto(url + path);
    await use(page);
  });
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** In the page: elements that hide a part of their own text, or whose text lies outside the window. */
const lost = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *:not(.vh):not(.skip)')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const clipsX = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
        const clipsY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
        const { left, right } = element.getBoundingClientRect();
        return clipsX || clipsY || (right > left && (left < -1 || right > innerWidth + 1));
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** In the page: what can be pressed and is smaller than a fingertip needs, each line of a link by itself. */
const small = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href]:not(.skip), button, summary')]
      .filter((target) => target.offsetParent !== null)
      .filter((target) => [...target.getClientRects()].every(({ width, height }) => width < 24 || height < 24))
      .map((target) => target.outerHTML.slice(0, 120)),
  );

/** In the page: what has the focus, its place among all elements, and whether a reader sees it there. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const { top, right, bottom, left } = focused.getBoundingClientRect();
    return {
      html: focused.outerHTML.slice(0, 120),
      at: [...document.querySelectorAll('*')].indexOf(focused),
      isMarked: outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2,
      isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    };
  });

describe.each(modes)('in the mode %o', (mode) => {
  test.each(pages)('/%s reflows, bears wide spacing of text, and has targets that a finger hits', (path) =>
    open(path, { width: 320, height: 256 }, mode, async (page) => {
      // 320 pixels are 400 % zoom of 1280 × 1024 (WCAG 1.4.10).
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await lost(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await small(page)).toEqual([]);
      // WCAG 1.4.12.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
        );
        document.adoptedStyleSheets = [sheet];
      });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await lost(page)).toEqual([]);
    }),
  );

  test.each(pages)('the keyboard comes through all of /%s in order, and the focus is seen', (path) =>
    open(path, { width: 1280, height: 800 }, mode, async (page) => {
      const count = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href], button, summary')].filter((one) => one.checkVisibility())
            .length,
      );
      let last = -1;
      for (let index = 0; index < count; index += 1) {
        await page.keyboard.press('Tab');
        const { html, at, isMarked, isInView } = await focus(page);
        expect({ html, isMarked, isInView }).toEqual({ html, isMarked: true, isInView: true });
        expect(at, html).toBeGreaterThan(last);
        last = at;
      }
    }),
  );
});

test('the elder mode is chosen on every page, kept on the next, and gone when it is chosen off', () =>
  open('', { width: 360, height: 740 }, {}, async (page) => {
    await page.getByRole('button', { name: '长者版' }).click();
    for (const path of pages) {
      await page.goto(url + path);
      expect(await page.locator('html').getAttribute('data-elder'), path).toBe('on');
      expect(await page.getByRole('button', { name: '长者版' }).isVisible(), path).toBe(true);
    }
    await page.getByRole('button', { name: '长者版' }).click();
    await page.goto(url);
    expect(await page.locator('html').getAttribute('data-elder')).toBeNull();
  }));
