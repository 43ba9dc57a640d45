import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { KnownFiles } from '../../src/load/knownFiles.js';
import { type Content, scanContent } from '../../src/load/scan.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-known-'));
  folders.push(folder);
  mkdirSync(join(folder, 'content'));
  return folder;
}

function write(cwd: string, path: string, text: string): string {
  const absolute = join(cwd, 'content', path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
  return absolute;
}

const scan = (cwd: string, known?: KnownFiles): Promise<Content> =>
  scanContent('content', { cwd, ...(known && { known }) });

test('a file that is known is not read again until it is forgotten', async () => {
  const cwd = temporary();
  const known = new KnownFiles();
  const path = write(cwd, '2020-a.txt', '甲');
  const first = await scan(cwd, known);
  write(cwd, '2020-a.txt', '乙');
  expect((await scan(cwd, known)).inputs[0]?.digest).toBe(first.inputs[0]?.digest);
  known.forget(new Set([path]));
  expect((await scan(cwd, known)).inputs).toEqual((await scan(cwd)).inputs);
});

test('what is forgotten with a folder is all that lies in it, and nothing of one whose name is longer', async () => {
  const known = new KnownFiles();
  for (const path of ['/c/a/x.txt', '/c/a/b/y.txt', '/c/ab/x.txt', '/c/a.txt'])
    known.set(path, { digest: path, size: 1 });
  known.forget(new Set(['/c/a']));
  expect(['/c/a/x.txt', '/c/a/b/y.txt', '/c/ab/x.txt', '/c/a.txt'].map((path) => known.get(path)?.digest)).toEqual([
    undefined,
    undefined,
    '/c/ab/x.txt',
    '/c/a.txt',
  ]);
});

test('an event may spell a name otherwise; two files whose names differ in case alone are two', () => {
  const known = new KnownFiles();
  known.set('/c/e\u0301.txt', { digest: 'x', size: 1 });
  known.forget(new Set(['/c/\u00c9.TXT']));
  expect(known.get('/c/e\u0301.txt')).toBeUndefined();
  known.set('/c/A.txt', { digest: 'A', size: 1 });
  expect(known.get('/c/a.txt')).toBeUndefined();
});

test('what changed without an event is found by reading all again', async () => {
  const cwd = temporary();
  const known = new KnownFiles();
  const [a, b, c] = ['2020-a.txt', '2020-b.txt', '_static/c.bin'].map((name) => write(cwd, name, name));
  await scan(cwd, known);
  expect(await known.changed(() => true)).toEqual([]);
  write(cwd, '2020-a.txt', '2020-A.txt');
  rmSync(c ?? '');
  expect((await known.changed(() => true)).sort()).toEqual([a, c].sort());
  expect(b).toBeDefined();
});

test('a file that is reached through a link is read each time: its own name tells of no change', async () => {
  const cwd = temporary();
  const known = new KnownFiles();
  write(cwd, 'real/2020-a.txt', '甲');
  symlinkSync(join(cwd, 'content/real/2020-a.txt'), join(cwd, 'content/2021-b.txt'));
  const before = await scan(cwd, known);
  const path = write(cwd, 'real/2020-a.txt', '乙');
  known.forget(new Set([path]));
  const after = await scan(cwd, known);
  expect(after.inputs).toEqual((await scan(cwd)).inputs);
  expect(after.inputs.map(({ own }) => own)).not.toEqual(before.inputs.map(({ own }) => own));
});

const names = ['2020-a', 'b', 'x/2020-a', 'x/b'];
const edit = fc.record({
  path: fc.constantFrom(
    ...names.flatMap((name) => [
      `${name}.txt`,
      `${name}.md`,
      `${name}.yaml`,
      `${name}/photos/罗青.jpg`,
      `${name}/full/罗青.txt`,
    ]),
    'x/index.txt',
    'p.png',
    '_static/s.bin',
    '_pages/about.md',
  ),
  text: fc.option(fc.constantFrom('一', '二')),
});

test('whatever is edited: with the changes told, a scan that knows files finds what one finds that does not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 25 }), fc.nat(3), async (edits, move) => {
      const cwd = temporary();
      const known = new KnownFiles();
      for (const [index, { path, text }] of edits.entries()) {
        const absolute = join(cwd, 'content', path);
        const told = new Set([absolute]);
        if (text === null) rmSync(absolute, { force: true });
        else write(cwd, path, text);
        if (index % 4 === move) {
          const [from, to] = ['x', 'y'].map((name) => join(cwd, 'content', name));
          if (from === undefined || to === undefined) continue;
          rmSync(to, { recursive: true, force: true });
          try {
            renameSync(from, to);
          } catch {}
          told.add(from).add(to);
        }
        known.forget(told);
        const { inputs, pages, statics, findings } = await scan(cwd, known);
        expect({ inputs, pages, statics, findings }).toEqual(
          (({ inputs, pages, statics, findings }) => ({ inputs, pages, statics, findings }))(await scan(cwd)),
        );
      }
    }),
    { numRuns: 60 },
  );
});
