import { rmSync, statSync, utimesSync } from 'node:fs';
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

const another = `${seedText.replaceAll('强化担当', '狠抓落实')}`;
const twoEditions = { [`content/${seedFile}`]: seedText, 'content/2021-03-zai-chufa.txt': another };

describe('the same input', () => {
  let expected: Record<string, string>;
  beforeAll(async () => {
    const site = makeSite(twoEditions);
    await site.run(['build']);
    expected = site.published();
    expect(Object.keys(expected).length).toBeGreaterThan(20);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['under the same environment', {}],
    ['in another time zone', { TZ: 'Asia/Kathmandu' }],
    ['under a locale that sorts and cases otherwise', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }],
    ['years later', { NODE_OPTIONS: `--import=${clockOf(2099)}` }],
  ])('gives the same bytes %s', async (_, env) => {
    const site = makeSite(twoEditions);
    await site.run(['build'], env);
    expect(site.published()).toEqual(expected);
  });

  test('gives the same bytes without the build state', async () => {
    const site = makeSite(twoEditions);
    await site.run(['build', '--no-cache']);
    expect(site.published()).toEqual(expected);
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
