import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** @returns the site's pages by their paths */
function built(command: string): Record<string, string> {
  const folder = mkdtempSync(join(program, 'site-'));
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'content/2020-a.txt'), digest('区长 陆明', '罗青'));
  execFileSync(process.execPath, [join(program, 'lib/zhaideng.js'), command], { cwd: folder, stdio: 'ignore' });
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
