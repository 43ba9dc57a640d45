import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSite, type Site } from '../setup/site.js';

const speech = (name: string) => `抓好落实\n市教育局局长 ${name}：抓好实事\n${name}\n实事要一件一件办好。\n`;
const first = { 'content/2020-a.txt': speech('李鸣') };
const older = { 'content/2010-a.txt': speech('黎明') };

/** @returns whose page each address is */
function people(site: Site): Record<string, string> {
  const paths = Object.keys(site.published()).filter((path) => /^speakers\/[^/]+\/index\.html$/u.test(path));
  return Object.fromEntries(
    paths.map((path) => [path.split('/')[1] ?? '', /李鸣|黎明|黎鸣/u.exec(site.read(`dist/${path}`))?.[0] ?? '']),
  );
}

const manifest = (site: Site) => join(site.folder, 'dist/.zhaideng/manifest');

/** @returns the site built from nothing into an output that knows the same addresses */
async function clean(site: Site, files: Record<string, string>, args: string[] = []): Promise<Site> {
  const other = makeSite(files);
  mkdirSync(join(other.folder, 'dist/.zhaideng'), { recursive: true });
  copyFileSync(manifest(site), manifest(other));
  expect((await other.run(['build', '--no-cache', ...args])).status).toBe(0);
  return other;
}

async function messages(site: Site, args: string[]): Promise<{ file: string; line: number; ruleId: string }[]> {
  const { stdout } = await site.run([...args, '--json']);
  return JSON.parse(stdout).messages.filter(({ ruleId }: { ruleId: string }) => ruleId.startsWith('speaker'));
}

describe('an older edition that is added later', () => {
  test('leaves the address with its person, in every kind of build', async () => {
    const site = makeSite(first);
    await site.run(['build']);
    expect(people(site)).toEqual({ 'li-ming': '李鸣' });
    for (const [path, text] of Object.entries(older)) site.write(path, text);
    expect((await site.run(['build'])).status).toBe(0);
    expect(people(site)).toEqual({ 'li-ming': '李鸣', 'li-ming-2': '黎明' });
    for (const args of [['--jobs', '1'], ['--jobs', '3'], []]) {
      const other = await clean(site, { ...first, ...older }, args);
      expect(other.published()).toEqual(site.published());
      expect(readFileSync(manifest(other))).toEqual(readFileSync(manifest(site)));
    }
  });

  test('is told by build and check, with lines that a fresh clone keeps the addresses by', async () => {
    const site = makeSite(first);
    await site.run(['build']);
    for (const [path, text] of Object.entries(older)) site.write(path, text);
    const expected = [{ file: 'content/2010-a.txt', line: 2, ruleId: 'speakers-share-slug' }];
    expect(await messages(site, ['build'])).toMatchObject(expected);
    expect(await messages(site, ['check'])).toMatchObject(expected);
    const { stderr } = await site.run(['check']);
    const lines = '\n  - { name: 黎明, slug: li-ming-2 }\n  - { name: 李鸣, slug: li-ming }\n';
    expect(stderr).toContain(lines);
    const register = { 'content/speakers.yaml': `speakers:${lines}` };
    const clone = makeSite({ ...first, ...older, ...register });
    expect(await messages(clone, ['build'])).toEqual([]);
    expect(people(clone)).toEqual({ 'li-ming': '李鸣', 'li-ming-2': '黎明' });
    expect((await clone.run(['check', '--strict', 'content'])).status).toBe(0);
  });

  test('has its own address in a look at files, which reads no output', async () => {
    const site = makeSite(first);
    await site.run(['build']);
    for (const [path, text] of Object.entries(older)) site.write(path, text);
    await site.run(['build']);
    const ids = async (args: string[]) => {
      const { stdout } = await site.run(['check', '--json', ...args]);
      const { editions }: { editions: { id: string; speeches: { speakerId: string }[] }[] } = JSON.parse(stdout);
      return Object.fromEntries(editions.map(({ id, speeches }) => [id, speeches[0]?.speakerId]));
    };
    expect(await ids(['content'])).toEqual({ '2010-a': 'li-ming', '2020-a': 'li-ming-2' });
    expect(await ids([])).toEqual({ '2010-a': 'li-ming-2', '2020-a': 'li-ming' });
  });
});

test('a slug of the register that is another person’s published one is an error, and publishes nothing', async () => {
  const site = makeSite(first);
  await site.run(['build']);
  const before = site.published();
  for (const [path, text] of Object.entries(older)) site.write(path, text);
  site.write('content/speakers.yaml', 'speakers:\n  - { name: 黎明, slug: li-ming }\n');
  const { status, stdout } = await site.run(['build', '--json']);
  expect(status).toBe(1);
  const [taken] = JSON.parse(stdout).messages.filter(({ severity }: { severity: string }) => severity === 'error');
  expect(taken).toMatchObject({ ruleId: 'speaker-slug-taken', file: 'content/speakers.yaml', line: 1, column: 1 });
  expect(taken.reason).toMatch(/黎明.*李鸣/u);
  expect(site.published()).toEqual(before);
});

describe('a manifest', () => {
  test('that is damaged is told, and addresses follow the earlier edition', async () => {
    const site = makeSite(first);
    await site.run(['build']);
    const bytes = readFileSync(manifest(site));
    for (const damaged of [bytes.subarray(0, 40), bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte))]) {
      writeFileSync(manifest(site), damaged);
      const { status, stdout } = await site.run(['build', '--json']);
      expect(status).toBe(0);
      expect(JSON.parse(stdout).messages).toMatchObject([
        { ruleId: 'no-site-address' },
        { ruleId: 'manifest-damaged' },
      ]);
      expect(people(site)).toEqual({ 'li-ming': '李鸣' });
    }
  });

  test('of another site gives its people their addresses, and no others', async () => {
    const site = makeSite({ ...older, 'content/2011-a.txt': speech('黎鸣') });
    await site.run(['build']);
    const other = await clean(site, { ...first, 'content/2011-a.txt': speech('黎鸣') });
    expect(people(other)).toEqual({ 'li-ming-2': '黎鸣', 'li-ming-3': '李鸣' });
    rmSync(manifest(other));
  });
});
