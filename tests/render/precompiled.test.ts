import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import type { ViewKind } from '../../src/plan/views/index.js';
import type * as render from '../../src/render/index.js';
import { loadTheme } from '../../src/render/index.js';
import { builtin } from './themes.js';
import { views } from './views.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The render stage as it is compiled with the program. */
async function compiledStage(): Promise<typeof render> {
  const outdir = await mkdtemp(path.join(tmpdir(), 'zhaideng-precompiled-'));
  onTestFinished(() => rm(outdir, { recursive: true }));
  const script = pathToFileURL(path.join(root, 'scripts/precompileTheme.js')).href;
  const { precompiledTheme } = (await import(script)) as { precompiledTheme(root: string): Plugin };
  // What only a theme of the site's own needs is left out, so that the test fails where it would be asked for.
  const withoutCompiler: Plugin = {
    name: 'without-compiler',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/]render[\\/](templates|words)\.ts$/ }, () => ({
        contents: 'throw new Error("compiled")',
      }));
    },
  };
  await build({
    entryPoints: [path.join(root, 'src/render/index.ts')],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [precompiledTheme(root), withoutCompiler],
    external: ['chokidar'],
  });
  return (await import(pathToFileURL(path.join(outdir, 'index.mjs')).href)) as typeof render;
}

test('the theme that is compiled with the program renders the same pages, and compiles nothing', async () => {
  const stage = await compiledStage();
  const compiled = await stage.loadTheme({ templates: 'nowhere', builtin });
  const fresh = await loadTheme({ templates: 'nowhere', builtin });
  expect(compiled.findings).toEqual([]);
  expect(compiled.theme.digest).toBe(fresh.theme.digest);
  for (const lang of ['zh-Hans', 'zh-Hant']) expect(compiled.theme.words(lang)).toEqual(fresh.theme.words(lang));
  for (const [kind, model] of Object.entries(views(fresh.theme.words('zh-Hans')))) {
    const page = { path: kind } as never;
    expect(await compiled.theme.render(kind as ViewKind, model as never, page)).toEqual(
      await fresh.theme.render(kind as ViewKind, model as never, page),
    );
  }
});

test('a theme with a file of the site’s own is compiled', async () => {
  const stage = await compiledStage();
  const templates = path.join(root, 'templates/default/partials');
  await expect(stage.loadTheme({ templates, builtin })).rejects.toThrow('compiled');
});
