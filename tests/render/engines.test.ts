import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { builtin } from './themes.js';

/** The oldest engines that the pages are made for: those of WeChat, 360 and UOS browsers, and of old iPhones. */
const target = ['chrome80', 'safari13'];
const asset = (name: string) => readFileSync(join(builtin, 'assets', name), 'utf8');

/** What a build tool cannot turn into older syntax, with the first versions of Chrome and Safari that know it. */
const younger: Record<'css' | 'js', [pattern: RegExp, chrome: number, safari: number][]> = {
  css: [
    [/:(?:is|where)\(/, 88, 14],
    [/:has\(/, 105, 15.4],
    [/@(?:layer|container|property|scope)\b/, 85, 15.4],
    [/\baspect-ratio\s*:/, 88, 15],
    [/(?:^|[;{\s])inset(?:-(?:inline|block)\w*)?\s*:/, 87, 14.1],
    [/(?:margin|padding|border)-(?:inline|block)\b/, 87, 14.1],
    [/\b(?:color-mix|oklch|oklab|lch|light-dark)\(/, 111, 15.4],
    [/\d(?:dvh|svh|lvh|cqw|cqi)\b/, 108, 15.4],
    [/@media[^{]*[<>]=?/, 104, 16.4],
    [/\baccent-color\s*:/, 93, 15.4],
  ],
  js: [
    [/\.(?:at|findLast|replaceAll|toSorted|toReversed|replaceChildren|checkVisibility)\(/, 85, 13.1],
    [/\bObject\.hasOwn\b|\bstructuredClone\b|\bPromise\.any\b/, 85, 14],
    [/\?\.|\?\?|\|\|=|&&=/, 80, 13.1],
  ],
};

/** @returns the text without comments and without the contents of strings */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '').replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '$1$1');
}

/** Rules of a style sheet: selector → declarations, those inside media queries too. */
function rules(css: string): { selector: string; body: string }[] {
  return [...code(css).matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({ selector, body }));
}

describe.each([
  ['site.css', 'css'],
  ['site.js', 'js'],
  ['mode.js', 'js'],
] as const)('%s needs no engine younger than Chrome 80 and Safari 13', (name, loader) => {
  test('no syntax of it has to be lowered', async () => {
    const newest = await transform(asset(name), { loader, target: 'esnext' });
    const oldest = await transform(asset(name), { loader, target });
    expect(oldest.code).toBe(newest.code);
    expect(oldest.warnings).toEqual([]);
  });

  test.each(younger[loader])('it has no %s (Chrome %d, Safari %d)', (pattern) => {
    expect(code(asset(name))).not.toMatch(pattern);
  });
});

test('gaps are used in grids and columns alone: between flexible boxes Chrome 84 and Safari 14.1 were the first', () => {
  const css = asset('site.css');
  const flexible = rules(css).flatMap(({ selector, body }) =>
    /display:\s*(?:inline-)?flex/.test(body) ? selector.split(',').map((one) => one.trim()) : [],
  );
  expect(flexible).toContain('.who');
  const gapped = rules(css).flatMap(({ selector, body }) =>
    /(?<!column-)\bgap:/.test(body) ? [{ selector: selector.trim(), isGrid: /display:\s*grid/.test(body) }] : [],
  );
  expect(gapped.filter(({ isGrid }) => !isGrid)).toEqual([]);
});

test('what a scan of this kind is for would be found', () => {
  expect(code('a { color: red } /* :is(b) */ c::before { content: ":is(" }')).not.toMatch(younger.css[0]?.[0] ?? '');
  expect(':is(a, b) {}').toMatch(younger.css[0]?.[0] ?? '');
  expect('a { inset: 0 }').toMatch(younger.css[4]?.[0] ?? '');
  expect('a { box-shadow: inset 0 2px red }').not.toMatch(younger.css[4]?.[0] ?? '');
  expect('list.at(-1)').toMatch(younger.js[0]?.[0] ?? '');
  expect('a?.b').toMatch(younger.js[2]?.[0] ?? '');
});
