import { describe, expect, test } from 'vitest';
import { makeSite, seedFile, seedSite, seedText } from '../setup/site.js';

describe('wrong usage exits 2 and says what is right', () => {
  test.each([
    [['publish']],
    [['build', '--colour']],
    [['build', '--jobs', 'many']],
    [['build', '--base-url', 'news']],
    [['check', '--lang', 'fr']],
    [['dev', '--port', '99999']],
    [['new']],
  ])('%j', async (args) => {
    const { status, stdout, stderr } = await seedSite().run(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('results and progress', () => {
  test('of check --json: one object on stdout, nothing else', async () => {
    const { stdout, stderr, status } = await seedSite().run(['check', '--json']);
    expect(status).toBe(0);
    expect(Object.keys(JSON.parse(stdout))).toEqual(expect.arrayContaining(['editions', 'messages', 'accounting']));
    expect(stderr).toBe('');
  });

  test('of build --json: one object on stdout', async () => {
    const { stdout, status } = await seedSite().run(['build', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toBeTypeOf('object');
  });

  test('of build --quiet: nothing but diagnostics', async () => {
    const { stdout, status } = await seedSite().run(['build', '--quiet']);
    expect(status).toBe(0);
    expect(stdout).toBe('');
  });

  test('have no colours where they are not shown on a terminal', async () => {
    const { stdout, stderr } = await makeSite({ 'content/2020-kong.txt': '' }).run(['check']);
    expect(stdout + stderr).toContain('2020-kong.txt');
    expect((stdout + stderr).includes('\u001b[')).toBe(false);
  });

  test.each([
    [['--lang', 'en'], {}, /The file is empty/],
    [['--lang', 'zh'], { LANG: 'en_GB.UTF-8' }, /文件是空的/],
    [[], { LANG: 'en_GB.UTF-8' }, /The file is empty/],
    [[], { LANG: 'zh_CN.UTF-8' }, /文件是空的/],
    [[], {}, /文件是空的/],
  ])('speak the terminal’s language: %j %j', async (options, env, text) => {
    const { stdout, stderr } = await makeSite({ 'content/2020-kong.txt': '' }).run(['check', ...options], env);
    expect(stdout + stderr).toMatch(text);
  });
});

describe('a build that fails says what became of the site', () => {
  const seed = `content/${seedFile}`;

  test('nothing, where the content is at fault', async () => {
    const site = makeSite({ [seed]: seedText, 'content/site.yaml': 'name: [' });
    expect((await site.run(['build'])).stderr).toContain('没有发布任何内容');
    expect((await site.run(['build', '--lang', 'en'])).stderr).toContain('nothing was published');
  });

  test('a part of it is new, where the disk refuses one page', async () => {
    const refuse = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      fs.renameSync = (path, dest) => {
        if (!dest.endsWith('/dist/feed.xml')) return renameSync(path, dest);
        throw Object.assign(new Error('EACCES'), { code: 'EACCES', path, dest });
      };
      syncBuiltinESMExports();`;
    const site = makeSite({ [seed]: seedText, 'refuse.mjs': refuse });
    expect((await site.run(['build'])).status).toBe(0);
    site.write('content/site.yaml', 'name: 新名');
    const run = (...args: string[]) => site.run(['build', ...args], { NODE_OPTIONS: '--import ./refuse.mjs' });
    const { status, stderr } = await run();
    expect(status).toBe(1);
    expect(stderr).toContain('网站只更新了一部分');
    expect(stderr).not.toContain('没有发布任何内容');
    expect((await run('--lang', 'en')).stderr).toContain('only a part of the site is new');
    const { stderr: healed, status: last } = await site.run(['build']);
    expect(last, healed).toBe(0);
    expect(site.read('dist/feed.xml')).toContain('新名');
  });
});

test('--version prints the version of the package', async () => {
  const { stdout, status } = await makeSite().run(['--version']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('check writes nothing', async () => {
  const site = seedSite();
  await site.run(['check']);
  expect(site.exists('dist')).toBe(false);
});

test('build takes its folders by name', async () => {
  const site = makeSite({ 'text/2020-a.txt': '市教育局局长 罗青:办学\n罗青\n要办学。\n' });
  const { status } = await site.run(['build', '--content', 'text', '--out', 'public']);
  expect(status).toBe(0);
  expect(site.exists('public/editions/2020-a/luo-qing/index.html')).toBe(true);
  expect(site.exists('dist')).toBe(false);
});

test('new makes a site that builds at once', async () => {
  const site = makeSite();
  expect((await site.run(['new', 'site'])).status).toBe(0);
  const { status, stderr } = await site.run(['build', '--content', 'site/content', '--out', 'site/dist']);
  expect(stderr).not.toMatch(/error/i);
  expect(status).toBe(0);
  expect(site.exists('site/dist/index.html')).toBe(true);
});

test('new does not touch a folder that holds anything', async () => {
  const site = makeSite({ 'site/notes.txt': 'mine' });
  expect((await site.run(['new', 'site'])).status).toBe(1);
  expect(site.read('site/notes.txt')).toBe('mine');
});
