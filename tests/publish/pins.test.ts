import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Pin } from '../../src/plan/site/pin.js';
import { FolderOutput, type FolderOutputOptions } from '../../src/publish/folder.js';
import { MemoryOutput, publishedPins } from '../../src/publish/index.js';
import { error } from './failing.js';
import { contents, dead, dyingAt, failingAt, offer, type Site, temporary } from './site.js';

const pin = (slug: string, name: string): Pin => ({ slug, name, words: [] });
const old = [pin('li-ming', '李鸣')];
const both = [...old, pin('li-ming-2', '黎明')];
const before: Site = { 'speakers/li-ming/index.html': '李鸣', 'a/index.html': '甲' };
const after: Site = { ...before, 'speakers/li-ming-2/index.html': '黎明', 'a/index.html': '甲二' };

async function build(
  site: Site,
  pins: readonly Pin[],
  options: Partial<FolderOutputOptions> & { dir: string },
): Promise<void> {
  const output = new FolderOutput({ forbidden: [], ...options });
  try {
    await output.open();
    offer(output, site);
    await output.publish(pins);
  } catch (reason) {
    await output.abandon();
    throw reason;
  }
}

async function pinsIn(dir: string): Promise<readonly Pin[]> {
  const output = new FolderOutput({ dir, forbidden: [] });
  await output.open();
  const pins = output.pins();
  await output.abandon();
  return pins;
}

it('a build that is killed at any call, or whose disk fails there, leaves each address with its person', async () => {
  for (const [from, owned] of [
    [before, old],
    [{}, []],
  ] as const) {
    for (const isKilled of [true, false]) {
      for (let at = 0; ; at += 1) {
        const dying = dyingAt(at);
        const failing = failingAt(at + 1, 'ENOSPC');
        const { files } = isKilled ? dying : failing;
        const dir = temporary();
        if (owned.length > 0) await build(from, owned, { dir });
        const reason = await error(build(after, both, { dir, files, owner: dead }));
        // Also when nobody can finish it: whoever's page is there has the address.
        const isVisible = contents(dir)['speakers/li-ming-2/index.html'] !== undefined;
        if (isVisible) expect(publishedPins(dir), `at ${at}`).toEqual(both);
        else expect([owned, both], `at ${at}`).toContainEqual(publishedPins(dir));
        const pins = await pinsIn(dir);
        const isThere = contents(dir)['speakers/li-ming-2/index.html'] !== undefined;
        expect(pins, `at ${at}`).toEqual(isThere ? both : owned);
        await build(after, both, { dir });
        expect(await pinsIn(dir)).toEqual(both);
        expect(contents(dir)).toEqual(after);
        if (isKilled ? reason === null : failing.failed() === null) break;
      }
    }
  }
});

it('a journal that is lost on the way loses no address that can be seen', async () => {
  for (let at = 0; ; at += 1) {
    const dir = temporary();
    await build(before, old, { dir });
    const reason = await error(build(after, both, { dir, files: dyingAt(at).files, owner: dead }));
    const isVisible = contents(dir)['speakers/li-ming-2/index.html'] !== undefined;
    try {
      readFileSync(join(dir, '.zhaideng/journal'));
      writeFileSync(join(dir, '.zhaideng/journal'), 'torn');
    } catch {}
    const pins = await pinsIn(dir);
    if (isVisible) expect(pins, `at ${at}`).toEqual(both);
    else expect([old, both], `at ${at}`).toContainEqual(pins);
    await build(after, both, { dir });
    expect(contents(dir)).toEqual(after);
    if (reason === null) break;
  }
});

it('addresses that change alone are kept, and a build that says nothing leaves them as they are', async () => {
  const dir = temporary();
  await build(before, old, { dir });
  await build(before, both, { dir });
  expect(await pinsIn(dir)).toEqual(both);
  const output = new FolderOutput({ dir, forbidden: [] });
  await output.open();
  offer(output, after);
  await output.publish();
  expect(await pinsIn(dir)).toEqual(both);
});

it('an output that was never published pins nothing, and the preview pins what it was given', async () => {
  expect(publishedPins(join(temporary(), 'none'))).toEqual([]);
  const output = new MemoryOutput(old);
  await output.open();
  await output.publish();
  expect(output.pins()).toEqual(old);
});
