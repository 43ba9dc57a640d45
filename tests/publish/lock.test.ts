import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/load/digest.js';
import { PublishError } from '../../src/publish/failure.js';
import { FolderOutput } from '../../src/publish/folder.js';
import { type Owner, thisProcess } from '../../src/publish/owner.js';
import { build, contents, temporary } from './site.js';

const site = { 'index.html': '首页' };

function heldBy(owner: Owner | string): string {
  const dir = temporary();
  mkdirSync(join(dir, '.zhaideng'));
  writeFileSync(join(dir, '.zhaideng/lock'), typeof owner === 'string' ? owner : JSON.stringify(owner));
  return dir;
}

function age(dir: string, seconds: number): void {
  const time = Date.now() / 1000 - seconds;
  utimesSync(join(dir, '.zhaideng/lock'), time, time);
}

async function isRefused(dir: string): Promise<boolean> {
  try {
    await build(site, { dir });
    return false;
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    const findings = error.findings.map(({ ruleId, file, line, column }) => `${ruleId} ${file}:${line}:${column}`);
    expect(findings).toEqual([`output-locked ${dir}/.zhaideng/lock:1:1`]);
    return true;
  }
}

describe('one build at a time', () => {
  it('refuses a second build while the first has the output, and lets it in afterwards', async () => {
    const dir = temporary();
    const output = new FolderOutput({ dir, forbidden: [] });
    await output.open();
    expect(await isRefused(dir)).toBe(true);
    await output.abandon();
    expect(await isRefused(dir)).toBe(false);
  });

  it('refuses while another process that holds it runs, and takes over when it has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    await new Promise((resolve) => child.once('spawn', resolve));
    const dir = heldBy({ ...thisProcess(), pid: child.pid ?? 0, started: '' });
    expect(await isRefused(dir)).toBe(true);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(await isRefused(dir)).toBe(false);
    expect(contents(dir)).toEqual(site);
    expect(existsSync(join(dir, '.zhaideng/lock'))).toBe(false);
  });

  it('knows that a process number was given to another process, and that the system was restarted', async () => {
    const self = thisProcess();
    expect(await isRefused(heldBy({ ...self, pid: process.ppid, started: '1' }))).toBe(self.started === '');
    expect(await isRefused(heldBy({ ...self, boot: 'another' }))).toBe(self.boot === '');
  });

  it('believes the lock of another machine for an hour, and a torn one for a moment', async () => {
    const elsewhere = heldBy({ pid: 1, started: '', boot: '', space: 'another-host' });
    expect(await isRefused(elsewhere)).toBe(true);
    age(elsewhere, 3700);
    expect(await isRefused(elsewhere)).toBe(false);
    const torn = heldBy('{"pid":');
    expect(await isRefused(torn)).toBe(true);
    age(torn, 11);
    expect(await isRefused(torn)).toBe(false);
  });

  it('publishes nothing when the lock was taken away meanwhile', async () => {
    const dir = temporary();
    const output = new FolderOutput({ dir, forbidden: [] });
    await output.open();
    output.stage('index.html', digestOf('key'), 'page', '首页');
    writeFileSync(join(dir, '.zhaideng/lock'), JSON.stringify({ ...thisProcess(), pid: 1 }));
    await expect(output.publish()).rejects.toBeInstanceOf(PublishError);
    await output.abandon();
    expect(contents(dir)).toEqual({});
    expect(existsSync(join(dir, '.zhaideng/lock'))).toBe(true);
  });
});
