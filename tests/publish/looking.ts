import * as fs from 'node:fs';
import {
  appendFileSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FileSystem } from '../../src/publish/fileSystem.js';
import type { PublishReport } from '../../src/publish/output.js';
import { type Owner, thisProcess } from '../../src/publish/owner.js';
import { build, intercepted, type Site, temporary } from './site.js';

export const site: Site = {
  'index.html': '首页一',
  'editions/a/index.html': '甲',
  'editions/b/index.html': '乙',
  'assets/site.css': 'body{}',
  'feed.xml': '<feed/>',
};

/** A system that tells its start: elsewhere no list is kept, and there is nothing to test. */
export const told: Owner = { ...thisProcess(), boot: 'a start of the system' };

/** More than the clock's step that is allowed for. */
export const STEP = 70;

export const listOf = (dir: string): string => join(dir, '.zhaideng/seen');

/** @returns the report of a build, and which published files it read and looked at */
export async function watched(
  dir: string,
  next = site,
  owner = told,
): Promise<{ report: PublishReport; read: string[]; looked: string[] }> {
  const [read, looked]: [string[], string[]] = [[], []];
  const note = (to: string[], path: fs.PathLike): void => {
    const inside = String(path).slice(dir.length + 1);
    if (String(path).startsWith(`${dir}/`) && !inside.startsWith('.zhaideng')) to.push(inside);
  };
  const files = {
    ...fs,
    openSync: ((path, ...rest) => {
      note(read, path);
      return fs.openSync(path, ...rest);
    }) as typeof fs.openSync,
    lstatSync: ((path: fs.PathLike, ...rest: []) => {
      note(looked, path);
      return fs.lstatSync(path, ...rest);
    }) as typeof fs.lstatSync,
  };
  const report = await build(next, { dir, owner, files });
  return { report, read: read.sort(), looked: looked.sort() };
}

/** A published site of which every file is remembered. */
export async function remembered(): Promise<string> {
  const dir = temporary();
  await build(site, { dir, owner: told });
  await setTimeout(STEP);
  await build(site, { dir, owner: told });
  return dir;
}

/** A published site of which no file is remembered: each was moved to its place by itself. */
export async function published(files?: FileSystem): Promise<string> {
  const dir = temporary();
  await build({ 'old.html': '' }, { dir, owner: told });
  await build(site, { dir, owner: told, ...(files && { files }) });
  return dir;
}

/** The disk, on which all pages are older than the clock's step when the first of them is published. */
export function aging(around: (name: string, act: () => unknown) => unknown = (_, act) => act()): FileSystem {
  return intercepted((name, act, args) => {
    if (name === 'openSync' && String(args[0]).endsWith('/staging/manifest')) wait(STEP);
    return around(name, act);
  });
}

export function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Other bytes of the same length, in place, and the old times. */
export function forge(path: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  writeFileSync(
    path,
    bytes.map((byte) => byte ^ 1),
  );
  utimesSync(path, atime, mtime);
}

/** What happens to a file, by what is told of it. */
export const accidents: Record<string, (path: string, dir: string) => void> = {
  'when it was edited in place, with its length and its times': (path) => forge(path),
  'when another was moved over it, with its length and its times': (path, dir) => {
    const { atime, mtime, size } = statSync(path);
    writeFileSync(join(dir, 'other'), Buffer.alloc(size, 'x'));
    utimesSync(join(dir, 'other'), atime, mtime);
    renameSync(join(dir, 'other'), path);
  },
  'when it is a link to itself elsewhere': (path, dir) => {
    renameSync(path, join(dir, '.zhaideng/elsewhere'));
    symlinkSync(join(dir, '.zhaideng/elsewhere'), path);
  },
  'when it is longer': (path) => appendFileSync(path, ' '),
  'when it is gone': (path) => rmSync(path),
};
