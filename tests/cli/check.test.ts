import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { editionSchema } from '../../src/records/edition.js';
import { digest, folderWith } from '../plan/planned.js';
import { ran, ranIn } from './ran.js';

const a = digest('区长 陆明', '罗青');

/** The contract's words, and no key beside them. */
const place = { line: z.int().min(1), column: z.int().min(1) };
const point: z.ZodType = z.strictObject({
  marker: z.string(),
  title: z.string(),
  paragraph: z.int().min(0),
  get points() {
    return z.array(point);
  },
});
const speech = z.strictObject({
  id: z.string(),
  speaker: z.string(),
  speakerId: z.string(),
  speakerKind: z.enum(['person', 'organisation', 'role']),
  titles: z.array(z.string()),
  notes: z.array(z.string()),
  headline: z.string().nullable(),
  excerpt: z.boolean(),
  paragraphs: z.array(z.string()),
  points: z.array(point),
  detail: z.strictObject({ label: z.string(), href: z.string().nullable() }).nullable(),
  position: z.strictObject(place),
});
const report = z.strictObject({
  editions: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      title: z.string(),
      date: z
        .string()
        .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
        .nullable(),
      source: z.string().nullable(),
      occasion: z.string().nullable(),
      lede: z.array(z.string()),
      asides: z.array(z.object({ after: z.int().min(1), paragraphs: z.array(z.string()) })),
      credits: z.array(z.string()),
      speeches: z.array(speech),
    }),
  ),
  messages: z.array(
    z.strictObject({
      file: z.string(),
      ...place,
      severity: z.enum(['error', 'warning', 'info']),
      ruleId: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
      reason: z.string().min(1),
      hint: z.string().min(1),
    }),
  ),
  accounting: z.strictObject({ characters: z.int(), placed: z.int(), decoration: z.int(), unplaced: z.int() }),
});

async function reported(files: Record<string, string>, args: string[] = []) {
  const { status, stdout, stderr } = await ranIn(files, ['check', '--json', ...args]);
  expect(stderr).toBe('');
  return { status, ...report.parse(JSON.parse(stdout)) };
}

describe('check --json', () => {
  test('prints the contract’s fields and no others, editions by path', async () => {
    const { status, editions, accounting } = await reported({
      'content/2020-b.txt': `---\naliases: [/old]\nlayout: titles-name-colon\n---\n${a}`,
      'content/2020-a.md':
        '## 市政协委员 | 何砚（女） | 让**河湖**更清\n\n一、治污。要快。见[报道](https://a.cn/)。[详情](x.html)\n',
      'content/2019-z.html': '<p>凝心聚力</p><p><img src="http://a.cn/p.jpg"></p><p>区长 陆明：实干</p><p>要实干。</p>',
      'content/Z.txt': '主持人:\n大家好。\n罗青:\n谢谢主持人。\n主持人:\n谢谢罗青。\n',
    });
    expect(status).toBe(0);
    expect(editions.map(({ file }) => file)).toEqual([
      'content/2019-z.html',
      'content/2020-a.md',
      'content/2020-b.txt',
      'content/Z.txt',
    ]);
    expect(accounting.placed + accounting.decoration + accounting.unplaced).toBe(accounting.characters);
  });

  test('prints them where the content has errors too', async () => {
    const { status, editions, messages } = await reported({
      'content/2020-a.txt': `---\naliases: [/old]\ndraft: true\n---\n${a}\n## 市财政局局长 | | 管好钱袋子\n要管好。\n`,
      'content/2021-empty.txt': '',
      'content/2022-none.txt': '关于值班的通知\n各单位要认真值班。\n',
    });
    expect(status).toBe(1);
    expect(editions.length).toBe(3);
    expect(messages.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(3);
  });

  test('gives records that are what the schemas say', async () => {
    const { editions } = await reported({ 'content/2020-a.txt': a });
    for (const edition of editions) expect(editionSchema.parse(edition)).toEqual(edition);
  });

  test('gives the address that a speaker has on the site, drafts left out of it', async () => {
    const { editions } = await reported({
      'content/2018-x.txt': `---\ndraft: true\n---\n${digest('陆鸣')}`,
      'content/2019-x.txt': digest('陆明'),
      'content/2020-x.txt': digest('陆鸣'),
    });
    expect(editions.map(({ speeches }) => speeches[0]?.speakerId)).toEqual(['lu-ming', 'lu-ming', 'lu-ming-2']);
  });

  test('speaks the language that is asked for', async () => {
    const files = { 'content/2020-a.txt': '' };
    const { messages } = await reported(files, ['--lang', 'en']);
    expect(messages[0]?.reason).toMatch(/^[ -~]+$/);
  });
});

describe('check PATH', () => {
  const files = {
    'content/2020-a.txt': a,
    'content/site.yaml': 'punctuation: { fullWidth: false }\n',
    'paste/2024-05-06-b.txt': digest('陆明').replace('，群众', ',群众'),
    'paste/2024-05-07-c.txt': digest('何砚'),
    'paste/speakers.yaml': 'speakers: [{ name: 陆明, slug: lu }]\n',
  };

  test('of a folder knows what lies in it, its configuration, and nothing else', async () => {
    const { editions, messages } = await reported(files, ['paste']);
    expect(editions.map(({ file }) => file)).toEqual(['paste/2024-05-06-b.txt', 'paste/2024-05-07-c.txt']);
    expect(editions[0]?.speeches[0]?.speakerId).toBe('lu');
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['shown-full-width']);
  });

  test('of a file knows the configuration beside it and no other file', async () => {
    const { editions } = await reported(files, ['paste/2024-05-06-b.txt']);
    expect(editions).toMatchObject([{ file: 'paste/2024-05-06-b.txt', speeches: [{ speakerId: 'lu' }] }]);
  });

  test('of several paths knows them all, each once', async () => {
    const { editions } = await reported(files, ['paste', 'content/2020-a.txt', 'paste/2024-05-07-c.txt']);
    expect(editions.map(({ file }) => file)).toEqual([
      'content/2020-a.txt',
      'paste/2024-05-06-b.txt',
      'paste/2024-05-07-c.txt',
    ]);
  });

  test('outside the working folder works as well', async () => {
    const elsewhere = folderWith({ '2020-a.txt': a });
    const { status, stdout } = await ran(folderWith({}), ['check', '--json', join(elsewhere, '2020-a.txt')]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).editions.length).toBe(1);
  });

  test('of nothing is an error', async () => {
    const { status, messages, editions } = await reported(files, ['nowhere']);
    expect(status).toBe(1);
    expect(editions).toEqual([]);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['no-such-path']);
  });
});

describe('check', () => {
  test('in a folder without content says so', async () => {
    const { status, stderr, stdout } = await ranIn({ 'a.txt': a }, ['check']);
    expect(status).toBe(1);
    expect(stderr).toContain('content');
    expect(stderr).toContain('no-content-folder');
    expect(stdout.trim()).toBe('');
  });

  test('fails for warnings under --strict only', async () => {
    const files = { 'content/2020-a.txt': digest('区长 陆明', '罗青', '区长 陆明') };
    expect((await ranIn(files, ['check'])).status).toBe(0);
    expect((await ranIn(files, ['check', '--strict'])).status).toBe(1);
    expect((await ranIn({ 'content/2020-a.txt': a }, ['check', '--strict'])).status).toBe(0);
  });

  test('prints the proof to stdout and the diagnostics to stderr', async () => {
    const { stdout, stderr } = await ranIn({ 'content/2020-a.txt': digest('区长 陆明', '罗青', '区长 陆明') }, [
      'check',
    ]);
    expect(stdout).toContain('凝心聚力 共谋发展');
    expect(stdout).toMatch(/陆明 +区长 +抓好第1件实事/);
    expect(stdout).not.toContain('speaker-repeated');
    expect(stderr).toContain('speaker-repeated');
    expect(stderr).toMatch(/\n {2}8 \| 区长 陆明：抓好第3件实事\n {6}\^\n/);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'an earlier address that a file has',
      { 'content/2020-a.txt': `---\naliases: [/x.html]\n---\n${a}`, 'content/_static/x.html': 'x' },
      'content/2020-a.txt:1:1 same-address',
    ],
    [
      'a file under the name of a page',
      { 'content/2020-a.txt': a, 'content/_static/Index.html': 'x' },
      'content/_static/Index.html:1:1 same-address',
    ],
    [
      'a file under the name of one of the theme’s',
      { 'content/2020-a.txt': a, 'content/_static/assets/own.css': 'x', 'templates/assets/own.css': 'x' },
      'content/_static/assets/own.css:1:1 same-address',
    ],
    [
      'an address that no file can have',
      { 'content/2020-a.txt': `---\naliases: [/con/]\n---\n${a}` },
      'content/2020-a.txt:1:1 address-not-possible',
    ],
    [
      'a template that cannot be read',
      { 'content/2020-a.txt': a, 'templates/home.njk': '{% if %}' },
      'templates/home.njk:1:7 template-syntax',
    ],
  ])('finds what would keep the site from being published: %s', async (_, files, expected) => {
    const { status, messages } = await reported(files);
    expect(status).toBe(1);
    const errors = messages.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line, column, ruleId }) => `${file}:${line}:${column} ${ruleId}`)).toEqual([
      expect.stringMatching(new RegExp(`${expected}$`)),
    ]);
  });

  test('of a path knows no templates', async () => {
    const files = { 'content/2020-a.txt': a, 'templates/home.njk': '{% if %}' };
    expect((await reported(files, ['content/2020-a.txt'])).status).toBe(0);
  });

  test('writes nothing', async () => {
    const folder = folderWith({ 'content/2020-a.txt': a });
    await ran(folder, ['check']);
    expect(readdirSync(folder)).toEqual(['content']);
    expect(existsSync(join(folder, 'content/2020-a'))).toBe(false);
  });

  test('shows twenty findings of one kind in a file, and says how many more there are', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `第${index + 1}次开会。\n第${index + 1}次开会。`);
    const { stderr } = await ranIn({ 'content/2020-a.txt': `${a}\n${lines.join('\n')}\n` }, ['check']);
    expect(stderr.match(/这一行和上一行完全相同/gu)).toHaveLength(20);
    expect(stderr).toContain('content/2020-a.txt  还有 10 处同样的问题没有列出（line-doubled）');
    expect(stderr).toContain('30 个警告');
  });

  test('lets no text of the content steer the terminal', async () => {
    const head = '---\ntitle: "凝心\\u001b[2J\\u0007聚力"\nlayout: "\\u001b]0;x\\u0007"\n---\n';
    const text = `${head}区长 陆\u202e明：实干\n陆明\n要实干。\n区长 罗青：快干\n区长 罗青：慢\u202e干\n要干。\n`;
    const { stdout, stderr } = await ranIn({ 'content/2020-a.txt': text }, ['check']);
    expect(stdout).toContain('罗青');
    expect(stderr).toContain('unknown-layout');
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});
