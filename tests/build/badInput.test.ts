import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSite, type Site, seedFile, seedSite, seedText } from '../setup/site.js';

interface Message {
  file: string;
  line: number;
  column: number;
  severity: string;
  ruleId: string;
  reason: string;
  hint: string;
}

/** A PNG's first bytes: its signature and the header of a picture of one pixel. */
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const good = '市教育局局长 罗青:办好家门口的学校\n罗青\n今年要办好三件事。\n一是扩容。新建两所学校。\n';

const stackTrace = /\n\s+at .+:\d+:\d+/;

/** @param files path → text, or what to do with the path that it will have */
function siteOf(files: Record<string, string | Uint8Array | ((path: string) => void)>): Site {
  const site = makeSite();
  for (const [path, content] of Object.entries(files)) {
    if (typeof content === 'function') content(join(site.folder, path));
    else site.write(path, content);
  }
  return site;
}

interface Case {
  name: string;
  files: Parameters<typeof siteOf>[0];
  expected: Partial<Message>;
}

const errors: Case[] = [
  {
    name: 'an empty file',
    files: { 'content/2020-kong.txt': '' },
    expected: { file: 'content/2020-kong.txt', line: 1, column: 1, ruleId: 'empty-file' },
  },
  {
    name: 'a file of white space',
    files: { 'content/2020-kong.txt': ' \n\u3000\n' },
    expected: { file: 'content/2020-kong.txt', line: 1, column: 1, ruleId: 'empty-file' },
  },
  {
    name: 'a file with no speaker',
    files: { 'content/2020-tianqi.txt': '近期天气转冷，请注意防寒保暖。\n各单位要认真值班。\n' },
    expected: { file: 'content/2020-tianqi.txt', line: 1, column: 1, ruleId: 'no-speaker' },
  },
  {
    name: 'a speaker line with no name',
    files: { 'content/2020-x.txt': `${good}市财政局局长 :管好钱袋子\n要管好钱袋子。\n` },
    expected: { file: 'content/2020-x.txt', line: 5, column: 1, ruleId: 'speaker-without-name' },
  },
  {
    name: 'an explicit speaker line with no name',
    files: { 'content/2020-x.txt': `${good}## 市财政局局长 | | 管好钱袋子\n要管好钱袋子。\n` },
    expected: { file: 'content/2020-x.txt', line: 5, column: 1, ruleId: 'speaker-without-name' },
  },
  {
    name: 'front matter that is no YAML',
    files: { 'content/2020-x.txt': `---\ntitle: "a\n---\n${good}` },
    expected: { file: 'content/2020-x.txt', line: 3, column: 1, ruleId: 'yaml-broken' },
  },
  {
    name: 'front matter with a value of the wrong kind',
    files: { 'content/2020-x.txt': `---\ntitle: 好\ndraft: 也许\n---\n${good}` },
    expected: { file: 'content/2020-x.txt', line: 3, column: 1, ruleId: 'front-matter-invalid' },
  },
  {
    name: 'an unknown key in site.yaml',
    files: { 'content/2020-x.txt': good, 'content/site.yaml': 'name: 摘登\nnmae: 摘登\n' },
    expected: { file: 'content/site.yaml', line: 2, column: 1, ruleId: 'site-unknown-key' },
  },
  {
    name: 'a dangling link in the place of a file',
    files: { 'content/2020-x.txt': (path) => symlinkSync('nowhere.txt', path) },
    expected: { file: 'content/2020-x.txt', line: 1, column: 1, ruleId: 'unreadable-file' },
  },
  {
    name: 'a file in the place of the templates',
    files: { 'content/2020-x.txt': good, templates: 'x' },
    expected: { file: 'templates', line: 1, column: 1, ruleId: 'unreadable-file' },
  },
  {
    name: 'a picture that was renamed',
    files: { 'content/2020-x.txt': png },
    expected: { file: 'content/2020-x.txt', line: 1, column: 1, ruleId: 'not-text' },
  },
];

describe('publishes nothing, exits 1 and says where, why and what to do:', () => {
  test.each(errors)('$name', async ({ files, expected }) => {
    const site = siteOf(files);
    const { status, stdout, stderr } = await site.run(['build', '--json']);
    expect(stdout + stderr).not.toMatch(stackTrace);
    expect(status).toBe(1);
    expect(site.exists('dist/index.html')).toBe(false);

    const messages: Message[] = JSON.parse(stdout).messages;
    expect(messages).toContainEqual(expect.objectContaining({ ...expected, severity: 'error' }));
    for (const { ruleId, reason, hint, line, column } of messages) {
      expect(ruleId).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(reason).not.toBe('');
      expect(hint).not.toBe('');
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('an error in one file', () => {
  test('leaves the site that was published before as it was', async () => {
    const site = seedSite();
    await site.run(['build']);
    const before = site.published();
    site.write('content/2021-kong.txt', '');
    const { status } = await site.run(['build']);
    expect(status).toBe(1);
    expect(site.published()).toEqual(before);
  });

  test('names the file, the line and the column on the terminal', async () => {
    const { stderr } = await siteOf({ 'content/2020-kong.txt': '' }).run(['build']);
    expect(stderr).toMatch(/content\/2020-kong\.txt:1:1/);
    expect(stderr).toContain('empty-file');
  });
});

describe('a speaker repeated in one edition', () => {
  const twice = `${good}市教育局局长 罗青:再讲一次\n罗青\n第二次发言。\n`;

  test('is a warning at the second, and the ids differ', async () => {
    const site = siteOf({ 'content/2020-x.txt': twice });
    const { status, stdout } = await site.run(['check', '--json']);
    expect(status).toBe(0);
    const { editions, messages } = JSON.parse(stdout);
    expect(editions[0].speeches.map(({ id }: { id: string }) => id)).toEqual(['luo-qing', 'luo-qing-2']);
    expect(messages).toContainEqual(
      expect.objectContaining({ file: 'content/2020-x.txt', line: 5, column: 1, ruleId: 'speaker-repeated' }),
    );
  });

  test('builds both, and fails under --strict', async () => {
    const site = siteOf({ 'content/2020-x.txt': twice });
    expect((await site.run(['build'])).status).toBe(0);
    expect(site.exists('dist/editions/2020-x/luo-qing-2/index.html')).toBe(true);
    expect((await site.run(['check', '--strict'])).status).toBe(1);
  });
});

test('two files for one address are an error that names both', async () => {
  const site = makeSite({ 'content/2020-x.txt': seedText, 'content/2020-X.md': good });
  const { status, stderr } = await site.run(['build']);
  expect(status).toBe(1);
  expect(stderr).toContain('2020-x.txt');
  expect(stderr).toContain('2020-X.md');
});

test('check of one file knows nothing of the default content', async () => {
  const site = makeSite({ [`content/${seedFile}`]: seedText, 'paste/2024-05-06-a.txt': good });
  const run = await site.run(['check', '--json', 'paste/2024-05-06-a.txt']);
  expect(run.status).toBe(0);
  expect(JSON.parse(run.stdout).editions).toMatchObject([{ file: 'paste/2024-05-06-a.txt', date: '2024-05-06' }]);
});
