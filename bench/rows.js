import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeMarkdown, writeTexts } from './sites.js';

/**
 * A generator that takes part.
 * @typedef {object} Row
 * @property {string} name
 * @property {(dir: string, count: number) => void} write the archive in its form
 * @property {(dir: string) => void} clean what it has written, caches too
 * @property {readonly [string, ...string[]]} command run in `dir`
 * @property {string} output folder in `dir`
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const cache = fileURLToPath(new URL('.cache/', import.meta.url));
export const zhaidengEntry = join(root, 'lib/zhaideng.js');
/** Installed when it is first asked for: it brings 150 packages that nothing else here needs. */
const ELEVENTY = '@11ty/eleventy@3.1.2';

/** @type {Row} */
export const zhaideng = {
  name: 'zhaideng',
  write: writeTexts,
  clean: (dir) => remove(dir, ['dist', '.zhaideng']),
  command: [process.execPath, zhaidengEntry, 'build', '--quiet', '--json'],
  output: 'dist',
};

/** @returns {Row | string} why it cannot take part */
export function hugo() {
  let version = '';
  try {
    version = /v([\d.]+)/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))?.[1] ?? '';
  } catch {
    return 'hugo is not on PATH';
  }
  return {
    name: `hugo ${version}`,
    write: (dir, count) => writeMarkdown(dir, count, 'hugo'),
    clean: (dir) => remove(dir, ['public', 'resources', '.hugo_build.lock']),
    command: ['hugo', '--quiet', '--ignoreCache'],
    output: 'public',
  };
}

/** @returns {Row | string} why it cannot take part */
export function eleventy() {
  const entry = join(cache, 'node_modules/@11ty/eleventy/cmd.cjs');
  if (!existsSync(entry)) {
    try {
      execFileSync('npm', ['install', '--prefix', cache, '--no-save', '--no-audit', '--no-fund', ELEVENTY], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    } catch {
      return `npm could not install ${ELEVENTY}`;
    }
  }
  return {
    name: ELEVENTY.slice(6).replace('@', ' '),
    write: (dir, count) => writeMarkdown(dir, count, 'eleventy'),
    clean: (dir) => remove(dir, ['public']),
    command: [process.execPath, entry, '--quiet'],
    output: 'public',
  };
}

function remove(/** @type {string} */ dir, /** @type {readonly string[]} */ names) {
  for (const name of names) rmSync(join(dir, name), { recursive: true, force: true });
}
