/**
 * Compiles `src/` to `lib/`: the entry, the program in one file, and libraries that are loaded only where they are needed.
 * The result depends on sources and libraries alone, never on the machine or the clock.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeTexts } from '../bench/sites.js';
import { groups, librariesApart, moduleOf } from './libraries.js';
import { precompiledReadings } from './precompileReadings.js';
import { precompiledTheme } from './precompileTheme.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const lib = join(root, 'lib');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** As long as the digest that takes its place, so that no offset in the output moves. */
const placeholder = 'program-digest'.padEnd(64, '-');

/** A file of `lib/` as `src/start/code.ts` runs it. */
const wrapped = {
  banner: { js: '(function (exports, require, module, __url) {' },
  footer: { js: '})' },
};

/**
 * Nunjucks asks for chokidar only to watch templates itself, which Zhaideng never lets it do; bundled, it would
 * be read at every start.
 * @type {import('esbuild').Plugin}
 */
const withoutNunjucksWatcher = {
  name: 'without-nunjucks-watcher',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^chokidar$/ }, ({ importer, path }) =>
      /[\\/]nunjucks[\\/]/.test(importer) ? { path, namespace: 'absent' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: "throw new Error('not part of this program')" }));
  },
};

/**
 * Commander takes Node's module for child processes only to start programs of other names as commands, which Zhaideng
 * has none of; it would be loaded at every start, with all of the network.
 * @type {import('esbuild').Plugin}
 */
const withoutCommandersPrograms = {
  name: 'without-commanders-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Zod brings its messages in fifty languages; Zhaideng says what is wrong in its own words.
 * @type {import('esbuild').Plugin}
 */
const withoutZodLanguages = {
  name: 'without-zod-languages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: "export { default as en } from './en.js';",
      resolveDir: dirname(path),
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  outdir: lib,
  write: false,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  conditions: ['module'],
  define: {
    __PROGRAM_DIGEST__: JSON.stringify(placeholder),
    __PROGRAM_VERSION__: JSON.stringify(version),
    'import.meta.dirname': '__dirname',
    'import.meta.url': '__url',
  },
  // What is imported later lies in the same file, or has a file of its own by `librariesApart`.
  supported: { 'dynamic-import': false },
  legalComments: 'linked',
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};

/** @returns {Promise<{ files: Map<string, string>, digest: string }>} file name in `lib/` → text, and their hash */
async function bundle() {
  const entries = { zhaideng: 'src/start/zhaideng.ts', worker: 'src/start/worker.ts' };
  const plugins = [
    librariesApart(),
    withoutCommandersPrograms,
    withoutZodLanguages,
    precompiledReadings(root),
    precompiledTheme(root),
  ];
  const results = await Promise.all([
    build({ ...common, entryPoints: entries }),
    build({ ...common, ...wrapped, entryPoints: { program: 'src/start/main.ts' }, plugins }),
    ...Object.entries(groups).map(([group, names]) =>
      build({
        ...common,
        ...wrapped,
        outfile: join(lib, `${group}.js`),
        outdir: '',
        stdin: moduleOf(root, names),
        plugins: [withoutNunjucksWatcher],
      }),
    ),
  ]);
  const outputs = results.flatMap(({ outputFiles = [] }) => outputFiles);
  const files = new Map(outputs.map(({ path, text }) => [basename(path), path.endsWith('.js') ? ascii(text) : text]));
  files.set('package.json', '{ "type": "commonjs" }\n');
  const digest = digestOf(files);
  for (const [name, text] of files) files.set(name, text.replaceAll(placeholder, digest));
  return { files, digest };
}

/**
 * What esbuild leaves of other characters stands in regular expressions, where an escape means the same. A text
 * of ASCII alone is read four times as fast as another one and takes half the memory.
 * @param {string} text
 */
function ascii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * @param {Map<string, string>} files
 * @returns {string} SHA-256 over names and texts, in the order of the names
 */
function digestOf(files) {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) hash.update(`${name}\0${files.get(name)}\0`);
  return hash.digest('hex');
}

/**
 * Puts the files in place so that a program started meanwhile finds a whole one: chunks first, the entry after
 * them, what is no longer needed last.
 * @param {Map<string, string>} files
 * @param {string} digest of the files: code that was kept of them stays
 */
function install(files, digest) {
  mkdirSync(lib, { recursive: true });
  const names = [...files.keys()].sort((a, b) => Number(a === 'zhaideng.js') - Number(b === 'zhaideng.js'));
  for (const name of names) replace(join(lib, name), files.get(name) ?? '', name === 'zhaideng.js' ? 0o755 : 0o644);
  const kept = `.${digest.slice(0, 16)}-`;
  for (const name of readdirSync(lib)) {
    if (!files.has(name) && !(name.endsWith('.code') && name.includes(kept))) {
      rmSync(join(lib, name), { recursive: true, force: true });
    }
  }
}

/**
 * @param {string} path
 * @param {string} text
 * @param {number} mode
 */
function replace(path, text, mode) {
  if (textOf(path) === text) return;
  const staged = `${path}.${process.pid}`;
  writeFileSync(staged, text);
  chmodSync(staged, mode);
  renameSync(staged, path);
}

/**
 * @param {string} path
 * @returns {string | null} null where there is no such file
 */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Speeches of that site. */
const SPEECHES = 40;

/**
 * Builds a small site once, so that the program keeps its code (`src/start/code.ts`) as it is after all of
 * it has run.
 * @param {string} digest of the files
 */
function warm(digest) {
  if (readdirSync(lib).some((name) => name.startsWith(`program.js.${digest.slice(0, 16)}-`))) return;
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-compile-'));
  try {
    writeTexts(folder, SPEECHES);
    mkdirSync(join(folder, 'content/_pages'));
    writeFileSync(join(folder, 'content/_pages/about.md'), '# 关于\n\n本站**摘登**发言。\n');
    spawnSync(process.execPath, [join(lib, 'zhaideng.js'), 'build'], { cwd: folder, stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { files, digest } = await bundle().catch(() => process.exit(1)); // esbuild has said what is wrong, with its place
const entry = files.get('zhaideng.js') ?? '';
files.set('zhaideng.js', entry.startsWith('#!') ? entry : `#!/usr/bin/env node\n${entry}`);
install(files, digest);
warm(digest);
