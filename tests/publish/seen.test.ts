import * as fs from 'node:fs';
import { existsSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FolderOutput } from '../../src/publish/folder.js';
import { error } from './failing.js';
import { accidents, listOf, published, remembered, STEP, site, told, wait, watched } from './looking.js';
import { build, contents, dead, dyingAt, failingAt, intercepted, offer, temporary } from './site.js';

const paths = Object.keys(site).sort();
const unchanged = { written: 0, unchanged: paths.length, removed: 0 };

describe('an unchanged build', () => {
  it('reads no file that is remembered, looks at each once, and writes nothing', async () => {
    const dir = await remembered();
    const { ino, mtimeMs } = statSync(listOf(dir));
    expect(await watched(dir)).toEqual({ report: unchanged, read: [], looked: paths });
    expect(statSync(listOf(dir))).toMatchObject({ ino, mtimeMs });
    expect(existsSync(join(dir, '.zhaideng/staging'))).toBe(false);
  });

  it('reads files that are too young to be told from changed ones, and remembers them when they no longer are', async () => {
    const dir = await published();
    expect((await watched(dir)).read).toEqual(paths);
    await setTimeout(STEP);
    expect((await watched(dir)).read).toEqual(paths);
    expect((await watched(dir)).read).toEqual([]);
  });

  it('reads everything once after another start of the system, and where the system tells none', async () => {
    const dir = await remembered();
    const other = { ...told, boot: 'another' };
    expect((await watched(dir, site, other)).read).toEqual(paths);
    expect((await watched(dir, site, other)).read).toEqual([]);
    const untold = { ...told, boot: '' };
    expect((await watched(dir, site, untold)).read).toEqual(paths);
    expect((await watched(dir, site, untold)).read).toEqual(paths);
  });

  it('remembers a file only after two seconds where the clock tells whole ones', async () => {
    const dir = await remembered();
    const second = 1_000_000_000_000;
    for (const age of [0, 1000, 2000, 3000]) {
      rmSync(listOf(dir), { force: true });
      const files = {
        ...fs,
        lstatSync: ((path: fs.PathLike, ...rest: []) => {
          const stats = fs.lstatSync(path, ...rest);
          if (stats !== undefined) stats.ctimeMs = String(path).endsWith('/lock') ? second : second - age;
          return stats;
        }) as typeof fs.lstatSync,
      };
      await build(site, { dir, owner: told, files });
      expect(existsSync(listOf(dir)), String(age)).toBe(age > 2000);
    }
  });
});

describe('a remembered file is read again, and made again where it is another,', () => {
  it.each(Object.entries(accidents))('%s', async (_, act) => {
    const dir = await remembered();
    act(join(dir, 'editions/a/index.html'), dir);
    const { report } = await watched(dir);
    expect(report).toEqual({ written: 1, unchanged: 4, removed: 0 });
    expect(contents(dir)).toEqual(site);
    expect(fs.lstatSync(join(dir, 'editions/a/index.html')).isFile()).toBe(true);
  });

  it('when only its times changed, and is remembered as it is now', async () => {
    const dir = await remembered();
    utimesSync(join(dir, 'feed.xml'), 1, 1);
    await setTimeout(STEP);
    expect(await watched(dir)).toMatchObject({ report: unchanged, read: ['feed.xml'] });
    expect(await watched(dir)).toMatchObject({ report: unchanged, read: [] });
  });
});

describe('one changed file', () => {
  it('costs a look at itself; the others are not even looked at twice', async () => {
    const dir = await remembered();
    const changed = { ...site, 'feed.xml': '<feed>2</feed>', 'feed2.xml': '' };
    const { looked, report } = await watched(dir, changed);
    expect(report).toEqual({ written: 2, unchanged: 4, removed: 0 });
    const others = looked.filter((path) => !path.startsWith('feed') && path !== 'index.html');
    expect(others).toEqual(paths.filter((path) => !path.startsWith('feed') && path !== 'index.html'));
    expect((await watched(dir, changed)).read).toEqual(['feed.xml', 'feed2.xml']);
  });

  it('is read by the next build: another file may have been put there while the rest were moved', async () => {
    const files = intercepted((name, act) => {
      const result = act();
      if (name === 'renameSync') wait(30);
      return result;
    });
    expect((await watched(await published(files))).read).toEqual(paths);
  });
});

describe('a list', () => {
  it('that is damaged at any place, torn, longer or of another format is none', async () => {
    const dir = await remembered();
    const whole = readFileSync(listOf(dir));
    const damaged = fc.oneof(
      fc
        .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }))
        .map(([at, bits]) => whole.map((byte, index) => (index === at ? byte ^ bits : byte))),
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 64 }).map((more) => Buffer.concat([whole, more])),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        writeFileSync(listOf(dir), bytes);
        const { read, report } = await watched(dir);
        expect({ read, report }).toEqual({ read: paths, report: unchanged });
      }),
      { numRuns: 40 },
    );
    rmSync(listOf(dir));
    fs.mkdirSync(listOf(dir));
    expect(await watched(dir)).toMatchObject({ report: unchanged, read: paths });
  });

  it('of another manifest, or another folder, is none', async () => {
    const dir = await remembered();
    const list = readFileSync(listOf(dir));
    const changed = { ...site, 'index.html': '首页二' };
    await build(changed, { dir, owner: told });
    writeFileSync(listOf(dir), list);
    expect((await watched(dir, changed)).read).toEqual(paths);

    const copy = temporary();
    fs.cpSync(await remembered(), copy, { recursive: true, preserveTimestamps: true });
    expect((await watched(copy)).read).toEqual(paths);
  });

  it('is not left behind, torn or in anybody’s way by a build that is killed at any call', async () => {
    let spoilt = 0;
    const dir = await remembered();
    for (let at = 0; ; at += 1) {
      rmSync(listOf(dir));
      const reason = await error(build(site, { dir, owner: { ...dead, boot: told.boot }, files: dyingAt(at).files }));
      if (existsSync(join(dir, '.zhaideng/staging/seen'))) spoilt += 1;
      expect((await watched(dir)).report, `killed at ${at}`).toEqual(unchanged);
      expect((await watched(dir)).read, `killed at ${at}`).toEqual([]);
      expect(existsSync(join(dir, '.zhaideng/staging'))).toBe(false);
      if (reason === null) break;
    }
    expect(spoilt).toBeGreaterThan(0);
  }, 60_000);

  it.each(['EIO', 'ENOSPC', 'EACCES'])('never makes a build fail, with %s at any call about it', async (code) => {
    const dir = await remembered();
    let failed = 0;
    for (const isListed of [true, false]) {
      for (let at = 1; ; at += 1) {
        if (!isListed) rmSync(listOf(dir), { force: true });
        const disk = failingAt(at, code);
        const output = new FolderOutput({ dir, forbidden: [], owner: told, files: disk.files });
        if ((await error(output.open())) !== null) continue;
        offer(output, site);
        expect(await output.publish(), `${code} at ${at}, ${disk.failed()}`).toEqual(unchanged);
        if (disk.failed() === null) break;
        failed += 1;
        expect(await build(site, { dir, owner: told })).toEqual(unchanged);
        expect((await watched(dir)).read, `${code} at ${at}, ${disk.failed()}`).toEqual([]);
      }
    }
    expect(failed).toBeGreaterThan(40);
  });

  it('does not keep the folder of a first build that published nothing', async () => {
    const dir = join(temporary(), 'dist');
    const output = new FolderOutput({ dir, forbidden: [], owner: told });
    await output.open();
    offer(output, site);
    await output.abandon();
    expect(existsSync(dir)).toBe(false);
    expect(await build({}, { dir, owner: told })).toEqual({ written: 0, unchanged: 0, removed: 0 });
    expect(existsSync(dir)).toBe(false);
  });

  it('is not written through a link', async () => {
    const dir = await remembered();
    const elsewhere = join(temporary(), 'important');
    writeFileSync(elsewhere, '重要');
    rmSync(listOf(dir));
    symlinkSync(elsewhere, listOf(dir));
    await build(site, { dir, owner: told });
    expect(readFileSync(elsewhere, 'utf8')).toBe('重要');
    expect(fs.lstatSync(listOf(dir)).isFile()).toBe(true);
  });
});
