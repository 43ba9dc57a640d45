/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PageOptions, withPage } from '../setup/browser.js';
import {
  open as openPage,
  origin,
  overflowOf,
  pageKinds,
  phone,
  type RenderedTheme,
  renderTheme,
  serveTo,
} from './rendered.js';

let rendered: RenderedTheme;
beforeAll(async () => {
  rendered = await renderTheme();
});
const open = <T>(path: string, options: PageOptions, use: (page: Page) => Promise<T>) =>
  openPage(rendered, path, options, use);

describe('modes that a reader can choose', () => {
  test('the elder mode makes all text large, is remembered, and goes again', () =>
    open('/home', { viewport: phone }, async (page) => {
      const size = () =>
        page
          .locator('.prose p')
          .first()
          .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      const button = page.locator('[data-mode=elder]');
      expect(await size()).toBe(18);
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      expect(await size()).toBe(24);
      await page.goto(`${origin}/speech`);
      expect(await size()).toBe(24);
      await page.locator('[data-mode=elder]').click();
      await page.reload();
      expect(await size()).toBe(18);
    }));

  test.each([{}, { elder: 'on' }])(
    'nothing that stays in view while the page is scrolled lies over the text: %o',
    (modes) =>
      openPage(
        rendered,
        '/edition',
        { viewport: { width: 1440, height: 500 } },
        async (page) => {
          const covered = await page.evaluate(() => {
            const texts = [...document.querySelectorAll('.prose p')];
            return texts.filter((text) => {
              text.scrollIntoView({ block: 'start' });
              const { top, bottom, left, right } = text.getBoundingClientRect();
              return [...document.querySelectorAll('.outline')].some((outline) => {
                const box = outline.getBoundingClientRect();
                return box.top < bottom - 1 && box.bottom > top + 1 && box.left < right - 1 && box.right > left + 1;
              });
            }).length;
          });
          expect(covered).toBe(0);
        },
        modes,
      ),
  );

  test('light and dark are chosen in turn, and the button says which', () =>
    open('/home', { colorScheme: 'light' }, async (page) => {
      const button = page.locator('[data-mode=theme]');
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const [light, labels] = [await paper(), [await button.innerText()]];
      for (const same of [false, true, true]) {
        await button.click();
        labels.push(await button.innerText());
        expect((await paper()) === light).toBe(same);
      }
      expect(labels).toEqual(['明暗：自动', '明暗：深色', '明暗：浅色', '明暗：自动']);
    }));

  test('where storage is refused the buttons work for the page', () =>
    withPage({}, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('refused');
          },
        });
      });
      await serveTo(page, rendered);
      await page.goto(`${origin}/home`);
      await page.locator('[data-mode=elder]').click();
      expect(await page.locator('html').getAttribute('data-elder')).toBe('on');
    }));

  test('without JavaScript there is no button that does nothing', () =>
    open('/speech', { javaScriptEnabled: false }, async (page) => {
      for (const button of await page.locator('button').all()) expect(await button.isVisible()).toBe(false);
      await page.locator('summary').click();
      expect(await page.locator('#citation').isVisible()).toBe(true);
    }));
});

describe('copying', () => {
  test('takes the page’s address and the citation, and says so', () =>
    open('/speech', {}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      await page.getByRole('button', { name: '复制链接' }).click();
      await page.getByText('已复制').waitFor();
      expect(await clipboard()).toBe('https://zhaideng.example.cn/editions/2031-03-02-shigan/lu-ming/');
      await page.getByRole('button', { name: '复制引文' }).click();
      await expect.poll(clipboard).toMatch(/^陆明：《强链补链/);
    }));

  test('is not offered where the browser would refuse it', () =>
    open('/speech', {}, async (page) => {
      await page.goto(`${origin.replace('https', 'http')}/speech`);
      expect(await page.locator('.modes').isVisible()).toBe(true);
      for (const button of await page.locator('[data-copy]').all()) expect(await button.isVisible()).toBe(false);
    }));
});

describe('reading', () => {
  test('nothing is cut off at 320 pixels, nor when a reader widens the spacing of text (WCAG 1.4.10, 1.4.12)', () =>
    open('/home', { viewport: { width: 320, height: 600 } }, async (page) => {
      const spacing =
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
      for (const kind of pageKinds) {
        await page.goto(`${origin}/${kind}`);
        expect(await overflowOf(page), kind).toBeLessThanOrEqual(0);
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }, spacing);
        expect(await overflowOf(page), `${kind} with spacing`).toBeLessThanOrEqual(0);
        const clipped = await page.evaluate(
          () =>
            [...document.querySelectorAll('main *:not(.vh)')].filter(
              (element) =>
                getComputedStyle(element).overflow === 'hidden' && element.scrollHeight > element.clientHeight,
            ).length,
        );
        expect(clipped, kind).toBe(0);
      }
    }));

  test('a dash and an ellipsis of two characters stay on one line', () =>
    open('/dashes', {}, async (page) => {
      for (let width = 320; width < 420; width += 9) {
        await page.setViewportSize({ width, height: 800 });
        const broken = await page.evaluate(() => {
          const node = document.querySelector('.prose p')?.firstChild;
          const value = node?.textContent ?? '';
          return [...value.matchAll(/——|……/g)].filter(({ index }) => {
            const range = document.createRange();
            range.setStart(node as Node, index);
            range.setEnd(node as Node, index + 2);
            return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
          }).length;
        });
        expect(broken, `${width}px`).toBe(0);
      }
    }));

  test('a line holds between 30 and 38 characters on a desktop, at 18 pixels or more', () =>
    open('/speech', { viewport: { width: 1440, height: 900 } }, async (page) => {
      const { size, line, width } = await page
        .locator('.prose p')
        .first()
        .evaluate((element) => {
          const style = getComputedStyle(element);
          return {
            size: Number.parseFloat(style.fontSize),
            line: Number.parseFloat(style.lineHeight),
            width: element.getBoundingClientRect().width,
          };
        });
      expect(size).toBeGreaterThanOrEqual(18);
      expect(line / size).toBeGreaterThanOrEqual(1.8);
      expect(line / size).toBeLessThanOrEqual(2);
      expect(width / size).toBeGreaterThanOrEqual(30);
      expect(width / size).toBeLessThanOrEqual(38);
    }));

  test('the keyboard reaches every link and button in order, with a visible focus, the way past the furniture first', () =>
    open('/speech', { viewport: phone }, async (page) => {
      const count = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href], button, summary')].filter((one) => one.checkVisibility())
            .length,
      );
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
      for (let index = 0; index < count; index += 1) {
        const { outline, name } = await page.evaluate(() => {
          const focused = document.activeElement ?? document.body;
          return { outline: getComputedStyle(focused).outlineStyle, name: `${focused.tagName} ${focused.textContent}` };
        });
        expect(name).toMatch(/^(A|BUTTON|SUMMARY) /);
        expect(outline, name).toBe('solid');
        await page.keyboard.press('Tab');
      }
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    }));
});

test('the feed and the sitemap are well-formed XML', () =>
  open('/home', {}, async (page) => {
    for (const kind of ['feed', 'sitemap']) {
      const root = await page.evaluate(
        async (xml) => {
          const document = new DOMParser().parseFromString(xml, 'application/xml');
          return document.querySelector('parsererror')?.textContent ?? document.documentElement.localName;
        },
        rendered.files.get(`/${kind}`)?.body.toString() ?? '',
      );
      expect(root).toBe(kind === 'feed' ? 'feed' : 'urlset');
    }
  }));

test('the weight of an edition’s page with its style and scripts is bounded', () => {
  const size = (name: string) => rendered.theme.assets.find((asset) => asset.name === name)?.bytes.length ?? 0;
  expect(size('site.css')).toBeLessThanOrEqual(16 * 1024);
  expect(size('site.js') + size('mode.js')).toBeLessThanOrEqual(5 * 1024);
});
