import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderOutput } from '../../src/publish/folder.js';
import { dyingAfterJournal, error } from './failing.js';
import { recorded, site } from './firstSite.js';
import { build, contents, dead, dyingAt, Killed, type Site, temporary } from './site.js';

function expectWhole(now: Site, context: string): void {
  for (const [path, text] of Object.entries(now)) {
    if (!path.endsWith('/')) expect(text, `${path} ${context}`).toBe(site[path]);
  }
  // What a page needs is there before it.
  if (now['editions/a/index.html'] !== undefined) expect(now['assets/site.css'], context).toBe('body{}');
  if (now['index.html'] !== undefined) expect(now['speakers/li/index.html'], context).toBe('李');
  if (now['feed.xml'] !== undefined) expect(now['index.html'], context).toBe('首页');
}

describe('a first build', () => {
  it('moves the folders at the top whole, and no file in them by itself', async () => {
    const dir = join(temporary(), 'dist');
    const { files, renamed } = recorded(dir);
    expect(await build(site, { dir, files })).toEqual({ written: 9, unchanged: 0, removed: 0 });
    expect(renamed).toEqual([
      '.zhaideng/journal',
      'assets',
      'speakers',
      'editions',
      'index.html',
      'feed.xml',
      '.zhaideng/manifest',
    ]);
    expect(contents(dir)).toEqual(site);
    expect(readdirSync(join(dir, '.zhaideng')).filter((name) => name !== 'seen')).toEqual(['manifest']);
    expect(await build(site, { dir })).toEqual({ written: 0, unchanged: 9, removed: 0 });
  });

  it('puts a folder of assets alone before one with pages too, whatever their names', async () => {
    const dir = temporary();
    const { files, renamed } = recorded(dir);
    const output = new FolderOutput({ dir, forbidden: [], files });
    await output.open();
    const key = '0'.repeat(32);
    output.stage('a/index.html', key, 'page', '页');
    output.stage('a/photo.jpg', key, 'asset', '照片');
    output.stage('z/site.css', key, 'asset', 'body{}');
    await output.publish();
    expect(renamed).toEqual(['.zhaideng/journal', 'z', 'a', '.zhaideng/manifest']);
  });

  it('killed at any call leaves whole files in the right order, and the next build equals a clean one', async () => {
    const clean = temporary();
    await build(site, { dir: clean });
    let healed = 0;
    for (let at = 0; ; at += 1) {
      const dir = temporary();
      const reason = await error(build(site, { dir, owner: dead, files: dyingAt(at).files }));
      // A process that dies clears nothing up.
      expectWhole(contents(dir), `killed at ${at}`);
      const next = new FolderOutput({ dir, forbidden: [] });
      await next.open();
      const isResumed = next.findings.some(({ ruleId }) => ruleId === 'publish-resumed');
      if (isResumed) expect(contents(dir), `healed after ${at}`).toEqual(site);
      else expect([{}, site], `begun anew after ${at}`).toContainEqual(contents(dir));
      healed += Number(isResumed);
      await next.abandon();
      await build(site, { dir });
      expect(contents(dir), `after ${at}`).toEqual(site);
      expect(readFileSync(join(dir, '.zhaideng/manifest'))).toEqual(readFileSync(join(clean, '.zhaideng/manifest')));
      expect(existsSync(join(dir, '.zhaideng/staging'))).toBe(false);
      if (reason === null) break;
      expect(reason, String(reason)).toBeInstanceOf(Killed);
    }
    expect(healed).toBeGreaterThan(8);
  });

  it('killed in the middle, and again at any call of healing, is healed by the next one', async () => {
    for (let at = 0; ; at += 1) {
      const dir = temporary();
      await error(build(site, { dir, owner: dead, files: dyingAfterJournal(3) }));
      const { files } = dyingAt(at);
      const reason = await error(new FolderOutput({ dir, forbidden: [], files, owner: dead }).open());
      for (const [path, text] of Object.entries(contents(dir))) if (!path.endsWith('/')) expect(text).toBe(site[path]);
      await build(site, { dir });
      expect(contents(dir), `killed at ${at} of healing`).toEqual(site);
      if (reason === null) break;
    }
  });

  it('whose power was cut publishes no torn page that is still staged', async () => {
    for (const length of [0, 1]) {
      const dir = temporary();
      await error(build(site, { dir, owner: dead, files: dyingAfterJournal(0) }));
      for (const path of ['editions/a/index.html', 'feed.xml'])
        truncateSync(join(dir, '.zhaideng/staging/site', path), length);
      const next = new FolderOutput({ dir, forbidden: [] });
      await next.open();
      await next.abandon();
      const { 'editions/a/index.html': _, 'feed.xml': __, ...rest } = site;
      expect(contents(dir)).toEqual(rest);
      expect(await build(site, { dir })).toEqual({ written: 2, unchanged: 7, removed: 0 });
      expect(contents(dir)).toEqual(site);
    }
  });

  it('leaves nothing behind when it is abandoned', async () => {
    const dir = join(temporary(), 'dist');
    const output = new FolderOutput({ dir, forbidden: [] });
    await output.open();
    output.stage('editions/a/index.html', '0'.repeat(32), 'page', '甲');
    // So much that it cannot wait.
    output.stage('feed.xml', '0'.repeat(32), 'list', '乙'.repeat(1 << 20));
    expect(readFileSync(join(dir, '.zhaideng/staging/site/editions/a/index.html'), 'utf8')).toBe('甲');
    await output.abandon();
    expect(existsSync(dir)).toBe(false);
  });

  it('stages a page by a number where its place in the staging folder has too long a path', async () => {
    const dir = temporary();
    const [short, name] = ['.zhaideng/staging/site/'.length, 'a'.repeat(200)];
    let path = 'editions';
    while (`${dir}/${path}/${name}`.length < 4095 - short) path += `/${name}`;
    path += `/${'b'.repeat(4095 - 2 - `${dir}/${path}`.length)}`;
    const long = { ...site, [path]: '深' };
    expect(await build(long, { dir })).toEqual({ written: 10, unchanged: 0, removed: 0 });
    expect(readFileSync(join(dir, path), 'utf8')).toBe('深');
    expect(await build(long, { dir })).toEqual({ written: 0, unchanged: 10, removed: 0 });
  });
});
