import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { FileSystem } from '../../src/publish/fileSystem.js';
import { aging, forge, listOf, remembered, STEP, site, told, wait } from './looking.js';
import { build, contents, intercepted, temporary } from './site.js';

/** Does something before the call, and lets it grow older than the clock's step, as in a large site. */
function before(call: number, act: () => void): { files: FileSystem; calls: () => number } {
  let calls = 0;
  const files = intercepted((_name, go) => {
    calls += 1;
    if (calls === call) {
      act();
      wait(STEP);
    }
    return go();
  });
  return { files, calls: () => calls };
}

it('a page that is edited at any call of the build that makes it is found by the next one', async () => {
  const changed = { ...site, 'index.html': '首页二' };
  const dir = await remembered();
  const path = join(dir, 'index.html');
  let edited = 0;
  for (let at = 1; ; at += 1) {
    const disk = before(at, () => {
      if (readFileSync(path, 'utf8') !== '首页二') return;
      edited += 1;
      writeFileSync(path, '首页三');
    });
    await build(changed, { dir, owner: told, files: disk.files });
    if (disk.calls() < at) break;
    await build(changed, { dir, owner: told });
    expect(contents(dir), `edited at call ${at}`).toEqual(changed);
    await build(site, { dir, owner: told });
  }
  expect(edited).toBeGreaterThan(10);
}, 60_000);

it('a page that is forged, times and all, at any call of a build that reads it is found by the next one', async () => {
  const dir = await remembered();
  const path = join(dir, 'index.html');
  for (let at = 1; ; at += 1) {
    rmSync(listOf(dir), { force: true });
    await setTimeout(STEP);
    const disk = before(at, () => forge(path));
    await build(site, { dir, owner: told, files: disk.files });
    if (disk.calls() < at) break;
    await build(site, { dir, owner: told });
    expect(contents(dir), `forged at call ${at}`).toEqual(site);
  }
}, 60_000);

it('a page of a first build that is forged, times and all, at any call after it was published is found by the next one', async () => {
  for (const isAged of [true, false]) {
    let forged = 0;
    for (let at = 1; ; at += 1) {
      const dir = temporary();
      const path = join(dir, 'editions/a/index.html');
      let calls = 0;
      const act = (_name: string, go: () => unknown): unknown => {
        calls += 1;
        if (calls === at && existsSync(path)) {
          forge(path);
          forged += 1;
          wait(STEP);
        }
        return go();
      };
      await build(site, { dir, owner: told, files: isAged ? aging(act) : intercepted(act) });
      if (calls < at) break;
      await build(site, { dir, owner: told });
      expect(contents(dir), `forged at call ${at}`).toEqual(site);
    }
    expect(forged).toBeGreaterThan(5);
  }
}, 60_000);
