import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { severityOf } from '../../src/diagnostics/finding.js';
import { PublishError } from '../../src/publish/failure.js';
import { build, contents, dead, dyingAt, failingAt, intercepted, Killed, type Site, temporary } from './site.js';

export const before: Site = {
  'index.html': '首页一',
  'a/index.html': '甲一',
  'b/index.html': '乙',
  'gone/deep/index.html': '要走的',
  flip: '文件',
  'flop/index.html': '页',
  'assets/site.css': 'body{}',
  'feed.xml': '<feed>一</feed>',
};
export const after: Site = {
  'index.html': '首页二',
  'a/index.html': '甲二',
  'b/index.html': '乙',
  'new/deep/index.html': '新来的',
  'flip/index.html': '页',
  flop: '文件',
  'assets/site.css': 'body{color:red}',
  'assets/new.css': 'a{}',
  'feed.xml': '<feed>二</feed>',
};
export async function error(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (reason: unknown) => reason,
  );
}

/** Dies at the n-th call after the journal was put in place. */
export function dyingAfterJournal(n: number) {
  let renames = 0;
  let since = -1;
  return intercepted((name, act) => {
    if (since >= 0) since += 1;
    if (since > n) throw new Killed();
    const result = act();
    if (name === 'renameSync') renames += 1;
    if (renames === 1 && since < 0) since = 0;
    return result;
  });
}

interface Situation {
  prepare(dir: string): Promise<void>;
  from: Site;
  to: Site;
}

/** What a build can come upon: the folder as it is before, and what it must be in the end. */
export const situations = {
  'a rebuild that changes, adds and removes': {
    prepare: async (dir) => {
      await build(before, { dir });
    },
    from: before,
    to: after,
  },
  'a first build': { prepare: async () => {}, from: {}, to: after },
  'a build that finds files of others, one of them like its own': {
    prepare: async (dir) => {
      await build(before, { dir });
      writeFileSync(join(dir, 'assets/new.css'), 'a{}');
      writeFileSync(join(dir, 'CNAME'), 'a.example');
    },
    from: { ...before, 'assets/new.css': 'a{}', CNAME: 'a.example' },
    to: { ...after, CNAME: 'a.example' },
  },
  'a build that finds the lock and the leavings of a process that died before its journal': {
    prepare: async (dir) => {
      await build(before, { dir });
      await error(build(after, { dir, owner: dead, files: dyingAt(60).files }));
    },
    from: before,
    to: after,
  },
  'a build that finishes what a process that died had begun': {
    prepare: async (dir) => {
      await build(before, { dir });
      await error(build(after, { dir, owner: dead, files: dyingAfterJournal(6) }));
    },
    from: before,
    to: after,
  },
  'a build that removes everything': {
    prepare: async (dir) => {
      await build(before, { dir });
    },
    from: before,
    to: { 'index.html': '首页二' },
  },
} satisfies Record<string, Situation>;

/** The errors of a disk, and the rule by which each is told. */
export const rules: Record<string, string> = {
  ENOSPC: 'disk-full',
  EIO: 'disk-fault',
  EACCES: 'output-not-writable',
  EMFILE: 'too-many-open-files',
};

/**
 * Lets each call of a build fail, once or from then on: one clear message, whole files, healed by the next build.
 * @returns how often each function of the disk was made to fail, and how many of the builds did without it
 */
export async function failsAtAnyCall(
  { prepare, from, to }: Situation,
  code: string,
  lasting = false,
): Promise<{ failed: Map<string, number>; published: number }> {
  const failed = new Map<string, number>();
  let published = 0;
  for (let at = 1; ; at += 1) {
    const dir = temporary();
    await prepare(dir);
    const begun = contents(dir);
    // What a build must finish first is the site before it, whether it comes so far or not.
    const finished = existsSync(join(dir, '.zhaideng/journal')) ? after : begun;
    const disk = failingAt(at, code, lasting);
    const reason = await error(build(to, { dir, files: disk.files }));
    const name = disk.failed();
    if (name === null) break;
    failed.set(name, (failed.get(name) ?? 0) + 1);
    const context = `${code} at ${at}, ${name}`;
    const now = contents(dir);
    for (const [path, text] of Object.entries(now)) {
      if (!path.endsWith('/'))
        expect([from[path], to[path], before[path], after[path]], `${path} ${context}`).toContain(text);
    }
    if (reason === null) {
      // Reading a published file, or clearing up: the build can do without.
      published += 1;
      expect(now, context).toEqual(to);
    } else {
      if (!(reason instanceof PublishError)) throw reason;
      const [cause, note, ...more] = reason.findings;
      expect(more, context).toEqual([]);
      expect(cause?.ruleId, context).toBe(rules[code]);
      expect(cause && severityOf(cause), context).toBe('error');
      expect(`${cause?.file}:${cause?.line}:${cause?.column}`, context).toMatch(/^\/.*:1:1$/);
      expect(cause?.file.startsWith(dir), `${context}: ${cause?.file}`).toBe(true);
      if (note !== undefined)
        expect(`${note.ruleId} ${note.file}:${note.line}:${note.column}`).toBe(`publish-unfinished ${dir}:1:1`);
      else expect([begun, finished], context).toContainEqual(now);
    }
    await build(to, { dir });
    expect(contents(dir), context).toEqual(to);
  }
  return { failed, published };
}
