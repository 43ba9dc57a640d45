/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { loadTheme, type Theme } from '../../src/render/index.js';
import { type PageOptions, withPage } from '../setup/browser.js';
import { builtin, render } from './themes.js';
import { body, paragraph, speech, text, views } from './views.js';

/** Kinds of page whose furniture and styles the browser tests look at. */
export const pageKinds = [
  ...(['home', 'editions', 'edition', 'speech', 'speakers', 'speaker', 'archive', 'text', 'notFound'] as const),
];
export const origin = 'https://zhaideng.test';
export const phone = { width: 360, height: 740 };

/** The theme's pages and assets by path, one page a kind: `/speech`. */
export interface RenderedTheme {
  theme: Theme;
  files: Map<string, { body: Buffer; contentType: string }>;
}

export async function renderTheme(): Promise<RenderedTheme> {
  const { theme } = await loadTheme({ templates: 'nowhere', builtin });
  const all = views(theme.words('zh-Hans'));
  const files: RenderedTheme['files'] = new Map();
  const add = (path: string, output: string | Uint8Array, contentType: string) =>
    files.set(path, { body: Buffer.from(output), contentType });
  for (const kind of pageKinds) add(`/${kind}`, await render(theme, kind, all[kind] as never), 'text/html');
  const long = body(paragraph(text('围绕龙头企业——云川电机等……'.repeat(30))));
  add('/dashes', await render(theme, 'speech', { ...all.speech, speech: { ...speech, body: long } }), 'text/html');
  for (const kind of ['feed', 'sitemap'] as const) {
    add(`/${kind}`, await render(theme, kind, all[kind] as never), 'text/plain');
  }
  for (const { name, bytes } of theme.assets) {
    const type = name.endsWith('.css') ? 'text/css' : name.endsWith('.js') ? 'text/javascript' : 'image/svg+xml';
    add(`/assets/${name}`, bytes, type);
  }
  return { theme, files };
}

/** Lets a browser's page find the theme's pages, as a secure site would serve them. */
export async function serveTo(page: Page, { files }: RenderedTheme): Promise<void> {
  await page.route('**/*', (route) => {
    const file = files.get(new URL(route.request().url()).pathname);
    return file ? route.fulfill(file) : route.fulfill({ status: 404 });
  });
}

/** Opens one of the pages. @param modes what the reader chose on an earlier visit */
export function open<T>(
  rendered: RenderedTheme,
  path: string,
  options: PageOptions,
  use: (page: Page) => Promise<T>,
  modes: Record<string, string> = {},
): Promise<T> {
  return withPage(options, async (page) => {
    await serveTo(page, rendered);
    await page.goto(origin + path);
    if (Object.keys(modes).length > 0) {
      await page.evaluate((chosen) => {
        for (const [mode, value] of Object.entries(chosen)) localStorage.setItem(`zhaideng-${mode}`, value);
      }, modes);
      await page.reload();
    }
    return use(page);
  });
}

/** @returns by how many pixels the page is wider than the window */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
