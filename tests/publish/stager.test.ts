import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/load/digest.js';
import { PublishError } from '../../src/publish/failure.js';
import { type FileSystem, nodeFileSystem } from '../../src/publish/fileSystem.js';
import { FolderOutput } from '../../src/publish/folder.js';
import { type StagedBytes, Stager, stagedName } from '../../src/publish/stager.js';
import { error } from './failing.js';
import { contents, failingToWrite, intercepted, temporary } from './site.js';

/** More than all that waits to be written. */
const HUGE = 1 << 20;

function stager(dir: string, isByPath: boolean, files: FileSystem = nodeFileSystem, thread = 0): Stager {
  mkdirSync(join(dir, 'staging/site'), { recursive: true });
  return new Stager(files, { root: dir, staging: join(dir, 'staging'), isByPath, isTold: false }, thread);
}

describe('staging', () => {
  it('writes every file whole and tells of them in their order, whatever their sizes', () => {
    const file = fc.record({
      text: fc.string({ unit: 'binary', maxLength: 20 }),
      times: fc.constantFrom(1, 1, 100, 4000, 20_000, 60_000),
      isBytes: fc.boolean(),
      isFlushed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), fc.boolean(), (files, isByPath) => {
        const dir = temporary();
        const staging = stager(dir, isByPath);
        const told: { path: string; file: StagedBytes }[] = [];
        const expected = files.map(({ text, times, isBytes, isFlushed }, index) => {
          const path = `a/${index}`;
          const bytes = Buffer.from(text.repeat(times));
          staging.put(path, isBytes ? bytes : text.repeat(times), false, (file) => told.push({ path, file }));
          if (isFlushed) staging.flush();
          return { path, bytes };
        });
        staging.flush();
        expect(told.map(({ path }) => path)).toEqual(expected.map(({ path }) => path));
        for (const [at, { path, bytes }] of expected.entries()) {
          const { digest, staged } = told[at]?.file ?? expect.fail('not told');
          expect(digest).toBe(digestOf(bytes));
          expect(readFileSync(join(dir, 'staging', stagedName(staged ?? Number.NaN, path))).equals(bytes)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes the bytes as they are when they are put: whoever put them may use the memory again', () => {
    for (const size of [10, 1000, HUGE]) {
      const dir = temporary();
      const staging = stager(dir, true);
      const bytes = Buffer.alloc(size, 'a');
      staging.put('file', bytes, false, () => undefined);
      bytes.fill('b');
      staging.flush();
      expect(readFileSync(join(dir, 'staging/site/file'), 'utf8')).toBe('a'.repeat(size));
    }
  });

  it('gives files names that no other thread gives', () => {
    const dir = temporary();
    const names: (number | null)[] = [];
    for (const thread of [0, 1, 2]) {
      const staging = stager(dir, false, nodeFileSystem, thread);
      for (let file = 0; file < 1100; file += 1)
        staging.put(`p/${file}`, `${thread}`, false, ({ staged }) => names.push(staged));
      staging.flush();
    }
    expect(new Set(names).size).toBe(3 * 1100);
  });

  it('refuses a path that leads out of the output', () => {
    const staging = stager(temporary(), true);
    for (const path of ['../a', '/a', 'a/../../b', '.zhaideng/manifest', ''])
      expect(() => staging.put(path, '', false, () => undefined), path).toThrow('Not a path in the output');
  });

  it('names the file of the site where it could not be made, and not that of the staging folder', () => {
    const dir = temporary();
    for (const call of ['openSync', 'mkdirSync']) {
      const files = intercepted((name, act, [path]) => {
        if (name !== call) return act();
        throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: name, path });
      });
      const staging = stager(dir, true, files);
      staging.put('editions/a/index.html', '甲', false, () => undefined);
      expect(() => staging.flush()).toThrow(expect.objectContaining({ path: join(dir, 'editions/a/index.html') }));
    }
  });

  it('tells of a file that the output holds already in its place among the others', () => {
    const dir = temporary();
    mkdirSync(join(dir, 'a'));
    nodeFileSystem.closeSync(nodeFileSystem.openSync(join(dir, 'a/same'), 'w'));
    const staging = stager(dir, false);
    const told: (number | null)[] = [];
    for (const [path, text] of [
      ['a/new', '新'],
      ['a/same', ''],
      ['a/other', '别的'],
    ] as const)
      staging.put(path, text, true, ({ staged }) => told.push(staged));
    staging.flush();
    expect(told).toEqual([0, null, 1024]);
  });

  it('drops what waits behind a file that could not be written, and goes on with what comes later', () => {
    const dir = temporary();
    const staging = stager(dir, true, failingToWrite('乙'));
    const told: string[] = [];
    const put = (path: string, text: string): void => staging.put(path, text, false, () => told.push(path));
    put('a', '甲');
    put('b', '乙');
    put('c', '丙');
    expect(() => staging.flush()).toThrow(expect.objectContaining({ code: 'ENOSPC', path: join(dir, 'b') }));
    expect(told).toEqual(['a']);
    put('d', '丁');
    staging.flush();
    expect(told).toEqual(['a', 'd']);
  });

  it.each([
    ['when the site is published', 'c', '丙'],
    ['while a later one is put', 'c', '丙'.repeat(HUGE)],
  ])('a full disk is told with the page that did not fit, found %s', async (_when, path, text) => {
    const dir = temporary();
    const output = new FolderOutput({ dir, forbidden: [], files: failingToWrite('乙') });
    await output.open();
    const put = async (): Promise<void> => {
      output.stage('a', '0'.repeat(32), 'page', '甲');
      output.stage('b', '0'.repeat(32), 'page', '乙');
      output.stage(path, '0'.repeat(32), 'page', text);
      if (text.length < HUGE) await output.publish();
    };
    const reason = await error(put());
    await output.abandon();
    if (!(reason instanceof PublishError)) expect.fail(String(reason));
    expect(reason.findings).toMatchObject([{ ruleId: 'disk-full', file: `${dir}/b` }]);
    expect(contents(dir)).toEqual({});
  });
});
