import * as fs from 'node:fs';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { digestOf } from '../../src/load/digest.js';
import type { Phase } from '../../src/plan/page.js';
import type { FileSystem } from '../../src/publish/fileSystem.js';
import { FolderOutput, type FolderOutputOptions } from '../../src/publish/folder.js';
import type { Output, PublishReport } from '../../src/publish/output.js';
import { type Owner, thisProcess } from '../../src/publish/owner.js';

/** Path → text. Keys are made from the text, as a plan would from the inputs. */
export type Site = Record<string, string>;

/** Memory where there is a disk made of it: hundreds of builds would wait for the platter at every journal. */
const base = fs.existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** @returns an empty folder that is removed after the test */
export function temporary(): string {
  const folder = fs.realpathSync(mkdtempSync(join(base, 'zhaideng-publish-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function phaseOf(path: string): Phase {
  if (path.startsWith('assets/')) return 'asset';
  return path.endsWith('.xml') ? 'list' : 'page';
}

/** Offers every file of the site to the output, as a build does. */
export function offer(output: Output, site: Site): void {
  for (const [path, text] of Object.entries(site)) {
    const key = digestOf(text, 'key');
    if (!output.keep({ path, key })) output.stage(path, key, phaseOf(path), text);
  }
}

/** One whole build; what a build does on an error is done too. */
export async function build(
  site: Site,
  options: Partial<FolderOutputOptions> & { dir: string },
): Promise<PublishReport> {
  const output = new FolderOutput({ forbidden: [], ...options });
  try {
    await output.open();
    offer(output, site);
    return await output.publish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

/** @returns path → text of a folder, without what is ours and not the site's */
export function contents(dir: string): Site {
  const site: Site = {};
  walk(dir, '', site);
  return site;
}

function walk(dir: string, inside: string, site: Site): void {
  for (const entry of readdirSync(join(dir, inside), { withFileTypes: true })) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (path === '.zhaideng') continue;
    if (entry.isDirectory()) {
      walk(dir, path, site);
      // An empty folder is a difference as well.
      if (readdirSync(join(dir, path)).length === 0) site[`${path}/`] = '';
    } else site[path] = readFileSync(join(dir, path), 'utf8');
  }
}

export class Killed extends Error {}

/** The disk of a process that dies at its `at`-th call: neither that call nor any later one is made. */
export function dyingAt(at: number): { files: FileSystem; calls: () => number } {
  let calls = 0;
  return {
    files: intercepted((_name, act) => {
      calls += 1;
      if (calls > at) throw new Killed();
      return act();
    }),
    calls: () => calls,
  };
}

/** The disk whose `at`-th call fails with the code: once, or from then on. */
export function failingAt(
  at: number,
  code: string,
  lasting = false,
): { files: FileSystem; failed: () => string | null } {
  let calls = 0;
  let failed: string | null = null;
  return {
    files: intercepted((name, act) => {
      calls += 1;
      if (lasting ? calls < at : calls !== at) return act();
      failed ??= name;
      throw Object.assign(new Error(`${code}: injected, ${name}`), { code, errno: -1, syscall: name });
    }),
    failed: () => failed,
  };
}

/** The disk is full where this text is written. Node tells no path then. */
export function failingToWrite(text: string): FileSystem {
  return intercepted((name, act, [, bytes]) => {
    if (name !== 'writeSync' || !(bytes instanceof Uint8Array) || Buffer.from(bytes).toString() !== text) return act();
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  });
}

/** node:fs with something before each call. */
export function intercepted(around: (name: string, act: () => unknown, args: unknown[]) => unknown): FileSystem {
  return new Proxy(fs, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => around(String(name), () => value.apply(target, args), args);
    },
  });
}

/** A process that does not run: its lock is nobody's. */
export const dead: Owner = { ...thisProcess(), pid: 4_194_305, started: '1' };
