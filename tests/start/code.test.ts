import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digest } from '../plan/planned.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
let program = '';
let pages: Record<string, string> = {};

beforeAll(() => {
  program = mkdtempSync(join(tmpdir(), 'zhaideng-start-'));
  cpSync(join(root, 'package.json'), join(program, 'package.json'));
  for (const name of ['lib', 'templates/default']) cpSync(join(root, name), join(program, name), { recursive: true });
  for (const name of codeFiles()) rmSync(join(program, 'lib', name));
});

afterAll(() => rmSync(program, { recursive: true }));

const codeFiles = (): string[] => readdirSync(join(program, 'lib')).filter((name) => name.endsWith('.code'));

function run(args: string[], cwd: string): { stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(program, 'lib/zhaideng.js'), ...args], {
    cwd,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return { stderr };
}

/** @returns the site's pages by their paths */
function built(command: string): Record<string, string> {
  const folder = mkdtempSync(join(program, 'site-'));
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'content/2020-a.txt'), digest('区长 陆明', '罗青'));
  run([command], folder);
  const paths = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  const pages = paths.filter((path) => path.endsWith('.html')).sort();
  return Object.fromEntries(pages.map((path) => [path, readFileSync(join(folder, 'dist', path), 'utf8')]));
}

test('a build keeps the program’s code, and one with kept code makes the same pages', () => {
  pages = built('build');
  const kept = codeFiles();
  expect(kept.filter((name) => name.startsWith('program.js.'))).toHaveLength(1);
  expect(built('build')).toEqual(pages);
  expect(codeFiles()).toEqual(kept);
  expect(Object.keys(pages).length).toBeGreaterThan(10);
});

test('code of which one byte is another is not run, and made anew', () => {
  const before = codeFiles().map((name) => readFileSync(join(program, 'lib', name)));
  for (const share of [0, 0.1, 0.5, 0.9]) {
    for (const name of codeFiles()) {
      const path = join(program, 'lib', name);
      const bytes = readFileSync(path);
      const at = Math.floor(bytes.length * share);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(path, bytes);
    }
    expect(built('build')).toEqual(pages);
  }
  expect(codeFiles()).toHaveLength(before.length);
});

test('code that is damaged is not run', () => {
  for (const [index, name] of codeFiles().entries()) {
    const path = join(program, 'lib', name);
    writeFileSync(path, index % 2 === 0 ? readFileSync(path).subarray(0, 5000) : 'no code');
  }
  expect(built('build')).toEqual(pages);
});

test('code that a long build keeps, with flags of its own, is what a short one starts with', () => {
  for (const name of codeFiles()) rmSync(join(program, 'lib', name));
  const folder = mkdtempSync(join(program, 'long-'));
  mkdirSync(join(folder, 'content'));
  // Together more than what makes a build a long one.
  for (const name of ['a', 'b', 'c', 'd']) {
    const lines = `${'今年要办好实事，群众满意才算数。'.repeat(50)}\n`.repeat(180);
    writeFileSync(join(folder, `content/2020-${name}.txt`), digest('区长 陆明', '罗青') + lines);
  }
  run(['build'], folder);
  const kept = codeFiles();
  const inodes = kept.map((name) => statSync(join(program, 'lib', name)).ino);
  expect(kept.filter((name) => name.startsWith('program.js.'))).toHaveLength(1);
  expect(built('build')).toEqual(pages);
  // What V8 does not take is made anew and put in its place.
  expect(kept.map((name) => statSync(join(program, 'lib', name)).ino)).toEqual(inodes);
});

test('V8 knows every flag that is set: it would say so on each start', () => {
  expect(run(['--version'], program).stderr).toBe('');
});
