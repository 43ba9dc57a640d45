import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeSite, type Site, seedFile, seedSite, seedText } from '../setup/site.js';

/** @returns path → inode and time of change, to the nanosecond: both stay only where nothing was written */
function identities(site: Site): Record<string, string> {
  return Object.fromEntries(
    Object.keys(site.published()).map((path) => {
      const { ino, mtimeNs } = statSync(join(site.folder, 'dist', path), { bigint: true });
      return [path, `${ino} ${mtimeNs}`];
    }),
  );
}

/** @returns a module that sets the program's clock to a year */
function clockOf(year: number): string {
  const now = Date.UTC(year, 1, 28);
  const source = `const Real = Date; globalThis.Date = class extends Real {
    constructor(...parts) { super(...(parts.length ? parts : [${now}])); }
    static now() { return ${now}; }
  }`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

/** A module that has folders list their files in another order each time. */
const shuffled = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const list = fs.readdirSync;
  fs.readdirSync = (...args) => {
    const names = list(...args);
    for (let i = names.length - 1; i > 0; i -= 1) {
      const j = Math.floor(Math.random() * (i + 1));
      [names[i], names[j]] = [names[j], names[i]];
    }
    return names;
  };
  syncBuiltinESMExports();
`)}`;

const another = `${seedText.replaceAll('强化担当', '狠抓落实')}`;
const twoEditions = { [`content/${seedFile}`]: seedText, 'content/2021-03-zai-chufa.txt': another };
/** Of everything that lies in a folder some: what is listed can come in any order. */
const everything: Record<string, string> = {
  ...twoEditions,
  'content/2021-03-zai-chufa/photos/徐善斌.jpg': 'jpg',
  'content/2021-03-zai-chufa/full/徐善斌.txt': '全文。\n',
  'content/2021-03-zai-chufa/full/屠强.md': '全文。\n',
  'content/旧刊/a.md': another.replaceAll('摘登', '选登'),
  'content/旧刊/B.txt': `---\naliases: [/old/, /older/]\n---\n${another}`,
  'content/_pages/about.md': '# 关于\n',
  'content/_pages/联系.md': '# 联系\n',
  'content/_static/CNAME': 'news.example.cn',
  'content/_static/z/十.txt': '十',
  'content/_static/z/Z.txt': 'Z',
  'content/speakers.yaml': 'speakers:\n  - { name: 屠强, slug: tu }\n',
};

describe('the same input', () => {
  let expected: Record<string, string>;
  beforeAll(async () => {
    const site = makeSite(everything);
    await site.run(['build']);
    expected = site.published();
    expect(Object.keys(expected).length).toBeGreaterThan(40);
  });

  test.each<[string, NodeJS.ProcessEnv, string[]]>([
    ['in another time zone', { TZ: 'Asia/Kathmandu' }, []],
    ['under a locale that sorts and cases otherwise', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }, []],
    ['years later', { NODE_OPTIONS: `--import=${clockOf(2099)}` }, []],
    ['from folders that list their files in any order', { NODE_OPTIONS: `--import=${shuffled}` }, []],
    ['with one worker', {}, ['--jobs', '1']],
    ['with four workers', {}, ['--jobs', '4']],
    ['without the build state', {}, ['--no-cache']],
  ])('gives the same bytes %s', async (_, env, args) => {
    const site = makeSite(everything);
    await site.run(['build', ...args], env);
    expect(site.published()).toEqual(expected);
  });

  test('gives the same bytes after another site, with whatever damage to the build state', async () => {
    const site = makeSite({ ...everything, 'content/2022-x.txt': another });
    await site.run(['build']);
    const changed = site.published();
    rmSync(join(site.folder, 'content/2022-x.txt'));
    const damages: ((bytes: Buffer) => Uint8Array)[] = [
      (bytes) => bytes.map((byte, at) => (at % 97 === 50 ? byte ^ 1 : byte)),
      (bytes) => bytes.subarray(0, bytes.length / 2),
    ];
    for (const damage of damages) {
      const state = join(site.folder, '.zhaideng');
      for (const entry of readdirSync(state, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile()) writeFileSync(path, damage(readFileSync(path)));
      }
      expect((await site.run(['build'])).status).toBe(0);
      expect(site.published()).toEqual(expected);
      site.write('content/2022-x.txt', another);
      await site.run(['build']);
      expect(site.published()).toEqual(changed);
      rmSync(join(site.folder, 'content/2022-x.txt'));
    }
  });

  test('built again, even if touched, renders and writes nothing', async () => {
    const site = makeSite(twoEditions);
    await site.run(['build']);
    const before = identities(site);
    utimesSync(join(site.folder, 'content', seedFile), new Date(0), new Date(0));
    const { status, stdout } = await site.run(['build', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, rendered: 0, written: 0, removed: 0 });
    expect(identities(site)).toEqual(before);
  });
});

describe('one changed text', () => {
  test('gives what a clean build gives, and leaves the other edition’s files alone', async () => {
    const site = makeSite(twoEditions);
    await site.run(['build']);
    const before = identities(site);
    site.write('content/2021-03-zai-chufa.txt', another.replaceAll('疫情就是命令', '责任就是命令'));
    await site.run(['build']);

    const clean = makeSite({
      ...twoEditions,
      'content/2021-03-zai-chufa.txt': site.read('content/2021-03-zai-chufa.txt'),
    });
    await clean.run(['build']);
    expect(site.published()).toEqual(clean.published());

    const old = `editions/${seedFile.replace('.txt', '')}/wang-zhengjun/index.html`;
    expect(before[old]).toBeDefined();
    expect(identities(site)[old]).toBe(before[old]);
  });

  test('kept at its size and time is noticed all the same', async () => {
    const site = seedSite();
    await site.run(['build']);
    const path = join(site.folder, 'content', seedFile);
    const { atime, mtime } = statSync(path);
    site.write(`content/${seedFile}`, seedText.replace('疫情就是命令', '民意就是命令'));
    utimesSync(path, atime, mtime);
    await site.run(['build']);
    expect(site.read('dist/index.html')).toContain('民意就是命令');
  });

  test('removed takes its pages away', async () => {
    const site = makeSite(twoEditions);
    await site.run(['build']);
    rmSync(join(site.folder, 'content/2021-03-zai-chufa.txt'));
    await site.run(['build']);
    const clean = seedSite();
    await clean.run(['build']);
    expect(site.published()).toEqual(clean.published());
    expect(site.exists('dist/archive/2021')).toBe(false);
  });
});
