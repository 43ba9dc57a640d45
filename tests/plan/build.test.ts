import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildResult, buildSite } from '../../src/build/build.js';
import { renderPages } from '../../src/build/renderPages.js';
import { PageList } from '../../src/plan/pageList.js';
import { MemoryOutput } from '../../src/publish/index.js';
import type { State } from '../../src/state/state.js';
import { digest, folderWith, forgetful, plan } from './planned.js';

function build(cwd: string, openState: () => State, output = new MemoryOutput()): Promise<BuildResult> {
  return buildSite({
    cwd,
    content: 'content',
    templates: 'templates',
    baseUrl: null,
    strict: false,
    openState,
    output,
  });
}

describe('a file that changes while it is read', () => {
  /** Writes the file each time the scan has hashed it and the text is still to be read. */
  const meddling = (folder: string, times: number): (() => State) => {
    let left = times;
    return () => ({
      ...forgetful,
      get: () => {
        if (left-- > 0) writeFileSync(join(folder, 'content/2020-a.txt'), digest(`区长 陆明${'甲乙丙丁戊己'[left]}`));
        return undefined;
      },
    });
  };

  test('is read again, and the site is that of its last state', async () => {
    const folder = folderWith({ 'content/2020-a.txt': digest('陆明') });
    const output = new MemoryOutput();
    const { ok } = await build(folder, meddling(folder, 2), output);
    expect(ok).toBe(true);
    expect([...output.files.keys()]).toContain('speakers/lu-mingjia/index.html');
  });

  test('all the time is an error, and nothing is published', async () => {
    const folder = folderWith({ 'content/2020-a.txt': digest('陆明') });
    const output = new MemoryOutput();
    const { ok, findings } = await build(folder, meddling(folder, 6), output);
    expect(ok).toBe(false);
    expect(findings).toMatchObject([
      { ruleId: 'input-keeps-changing', file: 'content/2020-a.txt', line: 1, column: 1 },
    ]);
    expect(output.files.size).toBe(0);
  });
});

test('a page that cannot be made is an error that names page and template', async () => {
  const { pages, site } = await plan({ '2020-a.txt': digest('陆明') });
  const theme = {
    ...site.theme,
    render: () => {
      throw new Error('outer', { cause: new Error('inner\n  why') });
    },
  };
  const output = new MemoryOutput();
  await output.open();
  const list = new PageList();
  list.add({ length: 1, of: () => pages.filter(({ kind }) => kind === 'edition') });
  const { findings } = await renderPages({ pages: list, theme, output, helpers: () => [] });
  expect(findings).toMatchObject([
    {
      ruleId: 'page-not-rendered',
      file: 'content/2020-a.txt',
      line: 1,
      column: 1,
      params: { kind: 'edition', why: 'inner why' },
    },
  ]);
});

test('an error leaves the site as it was', async () => {
  const folder = folderWith({ 'content/2020-a.txt': digest('陆明') });
  const output = new MemoryOutput();
  await build(folder, () => forgetful, output);
  const before = output.files;
  writeFileSync(join(folder, 'content/2021-b.txt'), '');
  const { ok } = await build(folder, () => forgetful, output);
  expect(ok).toBe(false);
  expect(output.files).toBe(before);
});
