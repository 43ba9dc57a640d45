import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../../src/build/build.js';
import { MemoryOutput } from '../../src/publish/index.js';
import { openState } from '../../src/state/state.js';
import { digest, folderWith, writeInto } from './planned.js';

/** Builds with the default theme. @returns path → text of the site */
async function build(
  folder: string,
  output = new MemoryOutput(),
  program = 'program',
): Promise<{ site: Record<string, string>; rendered: number }> {
  const result = await buildSite({
    cwd: folder,
    content: 'content',
    templates: 'templates',
    baseUrl: 'https://a.cn/x/',
    strict: false,
    openState: () => openState(join(folder, '.zhaideng'), program),
    output,
  });
  expect(result.findings.filter(({ fatal }) => fatal === true)).toEqual([]);
  const site = Object.fromEntries(
    [...output.files].map(([path, { bytes }]) => [path, Buffer.from(bytes).toString('latin1')]),
  );
  return { site, rendered: result.rendered };
}

const files = {
  'content/2019-a.txt': digest('陆明', '罗青'),
  'content/2020-b.txt': digest('区长 陆明', '何砚').replace('，群众', ',群众'),
  'content/2020-b/photos/陆明.jpg': 'jpg',
  'content/2021-c.txt': digest('陆明', '陸鳴'),
  'content/_pages/about.md': '# 关于\n\n**编辑部**。\n',
};

describe('the build state changes no byte', () => {
  const states: [string, (state: string) => void][] = [
    ['warm', () => undefined],
    ['cut short', (state) => writeFileSync(state, readFileSync(state).subarray(0, 700))],
    ['empty', (state) => writeFileSync(state, '')],
    ['of another kind', (state) => writeFileSync(state, '{"a":1}\n'.repeat(100))],
    [
      'with turned bits',
      (state) => {
        const bytes = readFileSync(state);
        for (let at = 40; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0x20;
        writeFileSync(state, bytes);
      },
    ],
  ];

  test.each(states)('%s', async (_, spoil) => {
    const folder = folderWith(files);
    const cold = await build(folder);
    spoil(join(folder, '.zhaideng/state'));
    expect((await build(folder)).site).toEqual(cold.site);
  });

  test('another site’s, and another program’s', async () => {
    const [folder, other] = [folderWith(files), folderWith({ 'content/2019-a.txt': digest('何砚') })];
    const cold = await build(folder);
    await build(other);
    writeFileSync(join(folder, '.zhaideng/state'), readFileSync(join(other, '.zhaideng/state')));
    expect((await build(folder)).site).toEqual(cold.site);
    expect((await build(folder, new MemoryOutput(), 'newer')).site).toEqual(cold.site);
  });

  test('moved along with its site', async () => {
    const folder = folderWith(files);
    const cold = await build(folder);
    const moved = folderWith({ ...files, '.zhaideng/state': readFileSync(join(folder, '.zhaideng/state')) });
    expect((await build(moved)).site).toEqual(cold.site);
  });
});

describe('building again', () => {
  test('renders nothing when nothing changed', async () => {
    const folder = folderWith(files);
    const output = new MemoryOutput();
    await build(folder, output);
    expect((await build(folder, output)).rendered).toBe(0);
  });

  test('gives what a clean build gives, whatever was edited', async () => {
    const edit = fc.record({
      path: fc.constantFrom(
        '2019-a.txt',
        '2020-b.txt',
        '2021-c.txt',
        '2022-d.txt',
        '_pages/about.md',
        'site.yaml',
        'speakers.yaml',
      ),
      who: fc.constantFrom('陆明', '区长 陆明', '陆鸣', '阿依·热合曼'),
      title: fc.constantFrom('凝心聚力', '同心协力'),
    });
    const textOf = ({ path, who, title }: { path: string; who: string; title: string }) => {
      if (path === 'site.yaml') return `name: ${title}\n`;
      if (path === 'speakers.yaml') return `speakers: [{ name: ${who.split(' ').at(-1)}, slug: someone }]\n`;
      return path.startsWith('_') ? `# ${title}\n\n编辑部。\n` : digest(who, '罗青').replace('凝心聚力', title);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const folder = folderWith(files);
        const output = new MemoryOutput();
        await build(folder, output);
        for (const each of edits) {
          writeInto(folder, `content/${each.path}`, textOf(each));
          const { site } = await build(folder, output);
          expect(site).toEqual((await build(folder, new MemoryOutput(), 'without state')).site);
        }
      }),
      { numRuns: 5 },
    );
  });
});
