import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PublishError } from '../../src/publish/failure.js';
import { FolderOutput } from '../../src/publish/folder.js';
import { dyingAfterJournal, error } from './failing.js';
import { build, contents, dead, dyingAt, intercepted, Killed, type Site, temporary } from './site.js';

/** Phases by name are those of `offer`: what lies in `assets/` is an asset, what ends in `.xml` a list. */
const site: Site = {
  'assets/fonts/a.woff2': '字',
  'assets/site.css': 'body{}',
  'editions/a/index.html': '甲',
  'editions/a/s1/index.html': '甲一',
  'editions/b/index.html': '乙',
  'editions/feed.xml': '<feed>期</feed>',
  'speakers/li/index.html': '李',
  'index.html': '首页',
  'feed.xml': '<feed/>',
};

/** The disk, with the names of what is renamed, from the staging folder or to it. */
function recorded(dir: string): { files: ReturnType<typeof intercepted>; renamed: string[] } {
  const renamed: string[] = [];
  const files = intercepted((name, act, args) => {
    const to = String(args[1]).slice(dir.length + 1);
    // A slow machine writes it in a first build already.
    if (name === 'renameSync' && to !== '.zhaideng/seen') renamed.push(to);
    return act();
  });
  return { files, renamed };
}

/** Does something before the call. */
function before(call: number, act: () => void): { files: ReturnType<typeof intercepted>; calls: () => number } {
  let calls = 0;
  const files = intercepted((_name, go) => {
    calls += 1;
    if (calls === call) act();
    return go();
  });
  return { files, calls: () => calls };
}

function rulesOf(reason: unknown): string[] {
  if (!(reason instanceof PublishError)) throw reason;
  return reason.findings.map(({ ruleId, file }) => `${ruleId} ${file}`);
}

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

describe('a first build beside folders of others', () => {
  it('moves the files of a folder that is there one by one, and other folders whole', async () => {
    const dir = temporary();
    mkdirSync(join(dir, '.git'));
    mkdirSync(join(dir, 'speakers'));
    mkdirSync(join(dir, 'editions/a'), { recursive: true });
    writeFileSync(join(dir, '.git/HEAD'), 'ref');
    writeFileSync(join(dir, 'editions/a/notes.txt'), '我的');
    const { files, renamed } = recorded(dir);
    await build(site, { dir, files });
    const own = renamed.filter((path) => !path.startsWith('.zhaideng'));
    expect(own.filter((path) => path.startsWith('assets'))).toEqual(['assets']);
    expect(own.filter((path) => /^editions|^speakers/.test(path)).sort()).toEqual(
      Object.keys(site).filter((path) => /^editions|^speakers/.test(path)),
    );
    expect(contents(dir)).toEqual({ ...site, '.git/HEAD': 'ref', 'editions/a/notes.txt': '我的' });
  });

  /** What turns up at a folder's name or in it, and whether the build can do beside it. */
  const guests: Record<string, { make(dir: string, elsewhere: string): void; path: string; isPeaceful: boolean }> = {
    'an empty folder': { make: (dir) => mkdirSync(join(dir, 'editions')), path: 'editions', isPeaceful: true },
    'a folder with a file of another name': {
      make: (dir) => {
        mkdirSync(join(dir, 'editions/a'), { recursive: true });
        writeFileSync(join(dir, 'editions/a/notes.txt'), '我的');
      },
      path: 'editions/a/notes.txt',
      isPeaceful: true,
    },
    'a folder with a file that has a page’s name': {
      make: (dir) => {
        mkdirSync(join(dir, 'editions/a'), { recursive: true });
        writeFileSync(join(dir, 'editions/a/index.html'), '我的');
      },
      path: 'editions/a/index.html',
      isPeaceful: false,
    },
    'a file': { make: (dir) => writeFileSync(join(dir, 'editions'), '我的'), path: 'editions', isPeaceful: false },
    'a link to a folder elsewhere': {
      make: (dir, elsewhere) => symlinkSync(elsewhere, join(dir, 'editions')),
      path: 'editions',
      isPeaceful: false,
    },
    'a link to nowhere': {
      make: (dir) => symlinkSync('/nowhere', join(dir, 'editions')),
      path: 'editions',
      isPeaceful: false,
    },
  };

  it.each(Object.entries(guests))(
    'that turn up at any call: %s is neither overwritten nor lost',
    async (_, { make, path, isPeaceful }) => {
      let unfinished = 0;
      for (let at = 1; ; at += 1) {
        const [dir, elsewhere] = [temporary(), temporary()];
        writeFileSync(join(elsewhere, 'important'), '重要');
        let isThere = false;
        const disk = before(at, () => {
          // Published already: whoever edits our pages then is another matter.
          if (existsSync(join(dir, 'editions'))) return;
          make(dir, elsewhere);
          isThere = true;
        });
        const reason = await error(build(site, { dir, files: disk.files }));
        if (disk.calls() < at) break;
        if (!isThere) continue;
        const context = `at call ${at}: ${reason}`;
        const isLink = lstatSync(join(dir, path)).isSymbolicLink();
        if (!isLink && path !== 'editions') expect(readFileSync(join(dir, path), 'utf8'), context).toBe('我的');
        expect(readdirSync(elsewhere), context).toEqual(['important']);
        if (isPeaceful) expect(reason, context).toBeNull();
        else {
          const [rule, note] = rulesOf(reason);
          expect(rule, context).toMatch(new RegExp(`^(foreign-file|file-in-the-way) ${dir}/${path}$`));
          if (note !== undefined) {
            expect(note).toBe(`publish-unfinished ${dir}`);
            unfinished += 1;
            // Nor by the build that is to finish it.
            expect(rulesOf(await error(build(site, { dir }))), context).toEqual([rule, note]);
          }
          rmSync(join(dir, path));
          await build(site, { dir });
        }
        expect(contents(dir), context).toMatchObject(site);
      }
      if (!isPeaceful) expect(unfinished).toBeGreaterThan(1);
    },
  );

  it('moves file by file where the system does not rename a folder', async () => {
    for (const code of ['EXDEV', 'EPERM', 'EBUSY', 'ENOTEMPTY']) {
      const dir = temporary();
      const files = intercepted((name, act, args) => {
        if (name === 'renameSync' && lstatSync(String(args[0])).isDirectory())
          throw Object.assign(new Error(code), { code, path: args[0], dest: args[1] });
        return act();
      });
      expect(await build(site, { dir, files })).toEqual({ written: 9, unchanged: 0, removed: 0 });
      expect(contents(dir)).toEqual(site);
      expect(existsSync(join(dir, '.zhaideng/staging'))).toBe(false);
    }
  });

  it('neither writes nor clears up through a link in the place of the staging folder', async () => {
    const [dir, elsewhere] = [temporary(), temporary()];
    writeFileSync(join(elsewhere, 'important'), '重要');
    mkdirSync(join(dir, '.zhaideng'));
    symlinkSync(elsewhere, join(dir, '.zhaideng/staging'));
    expect(rulesOf(await error(build(site, { dir })))).toEqual([`file-in-the-way ${dir}/.zhaideng/staging`]);
    expect(contents(elsewhere)).toEqual({ important: '重要' });
    rmSync(join(dir, '.zhaideng/staging'));
    mkdirSync(join(dir, '.zhaideng/staging/site'), { recursive: true });
    symlinkSync(elsewhere, join(dir, '.zhaideng/staging/site/editions'));
    await build(site, { dir });
    expect(contents(elsewhere)).toEqual({ important: '重要' });
    expect(contents(dir)).toEqual(site);
  });
});
