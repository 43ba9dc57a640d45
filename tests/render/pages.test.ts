import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ViewKind, viewSchemas } from '../../src/plan/views/index.js';
import { loadTheme, type Theme } from '../../src/render/index.js';
import { builtin, render } from './themes.js';
import { bareSite, views } from './views.js';

let theme: Theme;
let validator: HtmlValidate;
beforeAll(async () => {
  ({ theme } = await loadTheme({ templates: 'nowhere', builtin }));
  const config = await readFile(path.resolve(import.meta.dirname, '../../.htmlvalidate.json'), 'utf8');
  validator = new HtmlValidate(new StaticConfigLoader(JSON.parse(config)));
});

const htmlKinds = [
  ...([
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
  ] as const),
];

async function problems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  );
}

describe('the view models of the tests', () => {
  test.each(Object.keys(viewSchemas) as ViewKind[])('%s is what the schema accepts', (kind) => {
    const model = views(theme.words('zh-Hans'))[kind];
    expect(viewSchemas[kind].strict().parse(model)).toEqual(model);
  });
});

describe('every page is valid HTML', () => {
  test.each(htmlKinds)('%s', async (kind) => {
    expect(await problems(await render(theme, kind, views(theme.words('zh-Hans'))[kind]))).toEqual([]);
  });

  test.each(htmlKinds.filter((kind) => kind !== 'alias'))(
    '%s of a site of which nothing is configured',
    async (kind) => {
      const model = { ...views(theme.words('zh-Hant'))[kind], site: bareSite };
      expect(await problems(await render(theme, kind, model as never))).toEqual([]);
    },
  );

  test('a home page without editions', async () => {
    const model = { ...views(theme.words('zh-Hans')).home, edition: null, recent: [] };
    const html = await render(theme, 'home', model);
    expect(await problems(html)).toEqual([]);
    expect(html).toContain('<h1>');
  });
});
