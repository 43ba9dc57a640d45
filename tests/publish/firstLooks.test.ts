import * as fs from 'node:fs';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { accidents, aging, listOf, STEP, site, told, watched } from './looking.js';
import { build, contents, temporary } from './site.js';

const paths = Object.keys(site).sort();
const unchanged = { written: 0, unchanged: paths.length, removed: 0 };

describe('a file of a first build', () => {
  const alone = paths.filter((path) => !path.includes('/'));

  it('that came to its place with its folder is not read by the next build', async () => {
    const dir = temporary();
    await build(site, { dir, owner: told, files: aging() });
    expect(await watched(dir)).toEqual({ report: unchanged, read: alone, looked: paths });
    await setTimeout(STEP);
    expect((await watched(dir)).read).toEqual(alone);
    expect((await watched(dir)).read).toEqual([]);
  });

  it('is read where it was published within the clock’s step, and where the system tells no start', async () => {
    const { lstatSync, fstatSync } = fs;
    for (const age of [0, 40, 60]) {
      const dir = temporary();
      const at = <S extends fs.Stats | undefined>(stats: S, ctimeMs: number): S =>
        Object.assign(stats ?? {}, { ctimeMs }) as S;
      const files = {
        ...fs,
        fstatSync: ((fd: number) => at(fstatSync(fd), 1000 - age)) as typeof fs.fstatSync,
        lstatSync: ((path: fs.PathLike, ...rest: []) =>
          String(path).endsWith('/staging/manifest')
            ? at(lstatSync(path), 1000.5)
            : lstatSync(path, ...rest)) as typeof fs.lstatSync,
      };
      await build(site, { dir, owner: told, files });
      expect(existsSync(listOf(dir)), String(age)).toBe(age > 50);
    }
    const untold = { ...told, boot: '' };
    const dir = temporary();
    await build(site, { dir, owner: untold, files: aging() });
    expect(existsSync(listOf(dir))).toBe(false);
  });

  it('is read after another start of the system', async () => {
    const dir = temporary();
    await build(site, { dir, owner: told, files: aging() });
    expect((await watched(dir, site, { ...told, boot: 'another' })).read).toEqual(paths);
  });

  it.each(Object.entries(accidents))('is made again %s, staged or published', async (_, act) => {
    for (const place of ['.zhaideng/staging/site/', '']) {
      const dir = temporary();
      let isDone = false;
      const files = aging((name, go) => {
        const path = join(dir, `${place}editions/a/index.html`);
        if (name === 'renameSync' && !isDone && existsSync(path)) {
          act(path, dir);
          isDone = true;
        }
        return go();
      });
      await build(site, { dir, owner: told, files });
      expect(isDone).toBe(true);
      rmSync(join(dir, 'other'), { force: true });
      expect((await watched(dir)).report).toEqual({ written: 1, unchanged: 4, removed: 0 });
      expect(contents(dir)).toEqual(site);
    }
  });

  it('is read where nobody could look at it', async () => {
    const dir = temporary();
    const files = aging((name, go) => {
      if (name === 'fstatSync') throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return go();
    });
    expect(await build(site, { dir, owner: told, files })).toEqual({ written: paths.length, unchanged: 0, removed: 0 });
    expect((await watched(dir)).read).toEqual(paths);
  });
});
