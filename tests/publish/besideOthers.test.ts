import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { error } from './failing.js';
import { before, recorded, rulesOf, site } from './firstSite.js';
import { build, contents, intercepted, temporary } from './site.js';

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
