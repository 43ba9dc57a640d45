import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/load/digest.js';
import { PublishError } from '../../src/publish/failure.js';
import { FolderOutput } from '../../src/publish/folder.js';
import { after, before, dyingAfterJournal, error, failsAtAnyCall, rules, situations } from './failing.js';
import { build, contents, dead, dyingAt, intercepted, Killed, temporary } from './site.js';

/** These may be missing for a moment: a file and a folder cannot have one name at a time. */
const flips = new Set(['flip', 'flip/index.html', 'flop', 'flop/index.html']);

/** Every address holds a whole old or a whole new file, and what exists in both sites is never missing. */
function expectWhole(dir: string, context: string): void {
  const now = contents(dir);
  for (const [path, text] of Object.entries(now)) {
    if (!path.endsWith('/')) expect([before[path], after[path]], `${path} ${context}`).toContain(text);
  }
  for (const path of Object.keys(before)) {
    if (path in after && !flips.has(path)) expect(now[path], `${path} missing ${context}`).toBeDefined();
  }
}

/** What a page needs is there before the page: assets, then pages, then lists. */
function expectOrder(dir: string, context: string): void {
  const now = contents(dir);
  if (now['index.html'] === after['index.html']) {
    expect(now['assets/site.css'], context).toBe(after['assets/site.css']);
    expect(now['assets/new.css'], context).toBe(after['assets/new.css']);
  }
  if (now['feed.xml'] === after['feed.xml']) expect(now['new/deep/index.html'], context).toBe('新来的');
  if (now['gone/deep/index.html'] === undefined) expect(now['feed.xml'], context).toBe(after['feed.xml']);
}

describe('a build that is killed', () => {
  it('at any call leaves whole files in the right order, and the next build equals a clean one', async () => {
    const clean = temporary();
    await build(after, { dir: clean });
    let healed = 0;
    for (let at = 0; ; at += 1) {
      const dir = temporary();
      await build(before, { dir });
      const { files } = dyingAt(at);
      const output = new FolderOutput({ dir, forbidden: [], files, owner: dead });
      const run = async (): Promise<void> => {
        await output.open();
        for (const [path, text] of Object.entries(after)) {
          const key = digestOf(text, 'key');
          if (!output.keep({ path, key })) {
            const phase = path.startsWith('assets/') ? 'asset' : path.endsWith('.xml') ? 'list' : 'page';
            output.stage(path, key, phase, text);
          }
        }
        await output.publish();
      };
      const reason = await error(run());
      expectWhole(dir, `killed at ${at}`);
      expectOrder(dir, `killed at ${at}`);
      const next = new FolderOutput({ dir, forbidden: [] });
      await next.open();
      healed += next.findings.filter(({ ruleId }) => ruleId === 'publish-resumed').length;
      expectWhole(dir, `healing after ${at}`);
      await next.abandon();
      await build(after, { dir });
      expect(contents(dir), `healed after ${at}`).toEqual(contents(clean));
      expect(readFileSync(join(dir, '.zhaideng/manifest'))).toEqual(readFileSync(join(clean, '.zhaideng/manifest')));
      if (reason === null) break;
      expect(reason, String(reason)).toBeInstanceOf(Killed);
    }
    expect(healed).toBeGreaterThan(15);
  });

  it('while healing, at any call, is healed by the next one', async () => {
    for (let at = 0; ; at += 1) {
      const dir = temporary();
      await build(before, { dir });
      await error(build(after, { dir, owner: dead, files: dyingAfterJournal(4) }));
      const { files } = dyingAt(at);
      const reason = await error(new FolderOutput({ dir, forbidden: [], files, owner: dead }).open());
      expectWhole(dir, `killed at ${at} of healing`);
      await build(after, { dir });
      expect(contents(dir)).toEqual(after);
      if (reason === null) break;
    }
  });

  it('and whose power was cut, with staged and published files torn or empty, is healed by the next one', async () => {
    for (const length of [0, 3]) {
      const dir = temporary();
      await build(before, { dir });
      await error(build(after, { dir, owner: dead, files: dyingAfterJournal(3) }));
      const staging = join(dir, '.zhaideng/staging');
      for (const name of readdirSync(staging)) if (name !== 'manifest') truncateSync(join(staging, name), length);
      const next = new FolderOutput({ dir, forbidden: [] });
      await next.open();
      await next.abandon();
      expectWhole(dir, `torn at ${length}`);
      truncateSync(join(dir, 'assets/site.css'), length);
      await build(after, { dir });
      expect(contents(dir)).toEqual(after);
    }
  });

  it('goes on to the site that it had begun, also when the next build is another one and fails', async () => {
    const dir = temporary();
    await build(before, { dir });
    await error(build(after, { dir, owner: dead, files: dyingAfterJournal(1) }));
    const next = new FolderOutput({ dir, forbidden: [] });
    await next.open();
    await next.abandon();
    expect(contents(dir)).toEqual(after);
    const findings = next.findings.map(({ ruleId, file, line, column }) => `${ruleId} ${file}:${line}:${column}`);
    expect(findings).toEqual([`publish-resumed ${dir}:1:1`]);
  });
});

describe('a disk that fails', () => {
  it.each(Object.keys(rules))(
    'once, at any call, with %s: one clear message, whole files, healed by the next build',
    async (code) => {
      const { published } = await failsAtAnyCall(situations['a rebuild that changes, adds and removes'], code);
      expect(published).toBeGreaterThan(0);
    },
  );

  it.each([
    ['EROFS', 'output-not-writable'],
    ['EDQUOT', 'disk-full'],
    ['ENAMETOOLONG', 'output-name-too-long'],
    ['EXDEV', 'other-file-system'],
    ['ENOTDIR', 'file-in-the-way'],
  ])('says what %s means', async (code, rule) => {
    const dir = temporary();
    const files = intercepted((name, act) => {
      if (name === 'renameSync') throw Object.assign(new Error(code), { code, dest: `${dir}/a/index.html` });
      return act();
    });
    const reason = await error(build(after, { dir, files }));
    if (!(reason instanceof PublishError)) throw reason;
    expect(reason.findings.map((finding) => `${finding.ruleId} ${finding.file}`)).toEqual([
      `${rule} ${dir}/a/index.html`,
    ]);
    expect(contents(dir)).toEqual({});
  });

  it('is told apart from a mistake of our own, which is not dressed up as a message', async () => {
    const files = intercepted((name, act) => {
      if (name === 'renameSync') throw new TypeError('ours');
      return act();
    });
    expect(await error(build(after, { dir: temporary(), files }))).toBeInstanceOf(TypeError);
  });
});
