import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/cli/terminal.js';
import { digest, folderWith } from '../plan/planned.js';
import { ran, ranIn } from './ran.js';

const files = { 'content/2020-a.txt': digest('区长 陆明', '罗青') };
const broken = { 'content/2020-a.txt': '' };

function published(folder: string): Record<string, string> {
  const paths = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    paths
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.zhaideng'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  );
}

describe('wrong usage', () => {
  test.each([
    [[]],
    [['publish']],
    [['build', '--colour']],
    [['build', 'content']],
    [['build', '--jobs', '0']],
    [['build', '--jobs', '1.5']],
    [['build', '--base-url', 'news.cn']],
    [['build', '--base-url', 'ftp://news.cn/']],
    [['build', '--content']],
    [['check', '--lang', 'fr']],
    [['dev', '--port', '99999']],
    [['new']],
    [['new', 'a', 'b']],
  ])('%j exits 2, with nothing on stdout', async (args) => {
    const { status, stdout, stderr } = await ranIn(files, args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('is called so in the terminal’s language', async () => {
    expect((await ranIn(files, ['build', '--colour'])).stderr).toMatch(/^用法不对: .*--colour/);
    const { stderr } = await ranIn(files, ['build', '--colour'], { env: { LANG: 'en_US.UTF-8' } });
    expect(stderr).toMatch(/^Wrong usage: .*--colour/);
  });
});

test.each([[['--help']], [['build', '--help']], [['--version']], [['help']]])(
  '%j exits 0 and speaks on stdout',
  async (args) => {
    const { status, stdout, stderr } = await ranIn({}, args);
    expect(status).toBe(0);
    expect(stdout).not.toBe('');
    expect(stderr).toBe('');
  },
);

describe('build', () => {
  test('takes every option of the contract', async () => {
    const folder = folderWith(files);
    const args = ['--content', 'content', '--out', 'dist', '--templates', 'templates', '--base-url', 'https://a.cn/'];
    const more = ['--strict', '--no-search', '--no-cache', '--jobs', '2', '--json', '--quiet', '--lang', 'en'];
    const { status, stdout, stderr } = await ran(folder, ['build', ...args, ...more]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, editions: 1, speeches: 2, removed: 0 });
    expect(existsSync(join(folder, '.zhaideng'))).toBe(false);
  });

  test('with and without the build state and the workers gives the same bytes', async () => {
    const folder = folderWith(files);
    await ran(folder, ['build']);
    const first = published(folder);
    for (const args of [[], ['--no-cache'], ['--jobs', '4'], ['--jobs', '1', '--no-cache']]) {
      await ran(folder, ['build', ...args]);
      expect(published(folder)).toEqual(first);
    }
  });

  test('says on stderr how it went, and in JSON on stdout', async () => {
    const folder = folderWith(files);
    const plain = await ran(folder, ['build']);
    expect(plain.status).toBe(0);
    expect(plain.stdout).toBe('');
    expect(plain.stderr).toContain('no-site-address');
    expect(plain.stderr).toContain('已生成网站：1 期，2 篇讲话');
    const again = await ran(folder, ['build', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, rendered: 0, written: 0 });
  });

  test('warns once where the site’s address is not known', async () => {
    const { stdout } = await ranIn(files, ['build', '--json']);
    const { messages } = JSON.parse(stdout);
    expect(messages).toMatchObject([
      { ruleId: 'no-site-address', severity: 'warning', file: 'content/site.yaml', line: 1, column: 1 },
    ]);
  });

  test('does not call an address missing that is wrong', async () => {
    const { stdout } = await ranIn({ ...files, 'content/site.yaml': 'name: 摘登\nurl: news.example.cn\n' }, [
      'build',
      '--json',
    ]);
    expect(JSON.parse(stdout).messages).toMatchObject([{ ruleId: 'site-invalid', line: 2 }]);
  });

  test('fails for a warning under --strict, and publishes nothing', async () => {
    const folder = folderWith(files);
    const { status, stderr } = await ran(folder, ['build', '--strict']);
    expect(status).toBe(1);
    expect(stderr).toContain('--strict');
    expect(existsSync(join(folder, 'dist/index.html'))).toBe(false);
  });

  test('reports errors under --quiet too, and nothing else', async () => {
    const failed = await ranIn(broken, ['build', '--quiet']);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('empty-file');
    const fine = await ranIn(files, ['build', '--quiet', '--base-url', 'https://a.cn/']);
    expect(fine).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each([
    ['content/dist'],
    ['content'],
    ['.'],
    ['templates/x'],
    ['content/../content/x'],
    [fileURLToPath(new URL('../../src/x', import.meta.url))],
    [fileURLToPath(new URL('../../templates', import.meta.url))],
    [fileURLToPath(new URL('../..', import.meta.url))],
  ])('refuses to publish to %s', async (out) => {
    const folder = folderWith({ ...files, 'templates/words/x.txt': 'x' });
    const { status, stderr } = await ran(folder, ['build', '--out', out]);
    expect(status).toBe(1);
    expect(stderr).toContain('output-in-source');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(join(folder, 'content'))).toEqual(['2020-a.txt']);
  });

  test('says in one line that the program failed, without a stack', async () => {
    const folder = folderWith(files);
    writeFileSync(join(folder, 'content/2020-a'), 'a file where the companion folder would be');
    const { stderr } = await ran(folder, ['build', '--templates', 'content/2020-a.txt/x']);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('new', () => {
  test('makes a site that checks and builds without a warning but for its address', async () => {
    const folder = folderWith({});
    const made = await ran(folder, ['new', 'my site']);
    expect(made).toMatchObject({ status: 0, stdout: '' });
    const site = join(folder, 'my site');
    const { status, stdout } = await ran(site, ['check', '--json', '--strict']);
    expect(status).toBe(0);
    const { editions, messages } = JSON.parse(stdout);
    expect(messages).toEqual([]);
    expect(editions[0].speeches.map(({ speaker }: { speaker: string }) => speaker)).toEqual(['何砚', '罗青']);
    const built = await ran(site, ['build', '--json']);
    expect(built.status).toBe(0);
    expect(JSON.parse(built.stdout).messages.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'no-site-address',
    ]);
    const manifest = JSON.parse(readFileSync(join(site, 'package.json'), 'utf8'));
    expect(manifest.name).toBe('my-site');
    expect(manifest.scripts.build).toBe('zhaideng build');
  });

  test('says that the folder is taken: by files, or by a file', async () => {
    for (const name of ['content', 'content/2020-a.txt', 'content/2020-a.txt/x']) {
      const { status, stderr } = await ranIn(files, ['new', name]);
      expect(status).toBe(1);
      expect(stderr).toBe(`${name} 不是空文件夹；请换一个名字\n`);
    }
  });

  test('says why it could not make it', async () => {
    const { status, stderr } = await ranIn({}, ['new', 'x'.repeat(300)]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^没能建立 x+：ENAMETOOLONG.*\n$/);
  });
});

describe('colours', () => {
  const colour = '\u001b[';

  test('are where the stream is a terminal, and not in what goes to a file', async () => {
    const run = await ranIn(files, ['check'], { terminal: { stderr: true } });
    expect(run.stdout).not.toContain(colour);
    const other = await ranIn(broken, ['check'], { terminal: { stderr: true } });
    expect(other.stderr).toContain(colour);
    const third = await ranIn(files, ['check'], { terminal: { stdout: true } });
    expect(third.stdout).toContain(colour);
  });

  test('are not where NO_COLOR asks for none, or the terminal is dumb', async () => {
    const terminal = { stdout: true, stderr: true };
    for (const env of [
      { NO_COLOR: '1' },
      { NO_COLOR: '1', FORCE_COLOR: '1' },
      { TERM: 'dumb' },
      { FORCE_COLOR: '0' },
    ]) {
      const { stdout, stderr } = await ranIn(broken, ['check'], { terminal, env });
      expect(stdout + stderr).not.toContain(colour);
    }
    expect((await ranIn(broken, ['check'], { terminal, env: { NO_COLOR: '' } })).stderr).toContain(colour);
    expect((await ranIn(broken, ['check'], { env: { FORCE_COLOR: '1' } })).stderr).toContain(colour);
  });
});

test.each([
  [undefined, {}, 'zh'],
  [undefined, { LANG: 'en_GB.UTF-8' }, 'en'],
  [undefined, { LANG: 'en' }, 'en'],
  [undefined, { LANG: 'zh_TW.UTF-8' }, 'zh'],
  [undefined, { LANG: 'C.UTF-8' }, 'zh'],
  [undefined, { LANG: 'de_DE.UTF-8' }, 'zh'],
  [undefined, { LANG: 'en_US', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
  [undefined, { LANG: 'zh_CN', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [undefined, { LANG: 'en_US', LC_ALL: '' }, 'en'],
  ['zh', { LANG: 'en_US' }, 'zh'],
  ['en', { LANG: 'zh_CN' }, 'en'],
] as const)('the language of %j under %j is %s', (wanted, env, language) => {
  expect(languageOf(wanted, env)).toBe(language);
});
