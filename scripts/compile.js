/**
 * Compiles `src/` to `lib/`: one file that starts fast and chunks for what a command loads only when it needs it.
 * The result depends on sources and libraries alone, never on the machine or the clock.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { precompiledTheme } from './precompileTheme.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const lib = join(root, 'lib');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** As long as the digest that takes its place, so that no offset in the output moves. */
const placeholder = 'program-digest'.padEnd(64, '-');

/** CommonJS libraries ask for Node's modules by `require`, which a module does not have. */
const banner =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

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

/** @returns {Promise<Map<string, string>>} file name in `lib/` → text */
async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { zhaideng: 'src/cli/main.ts', worker: 'src/build/worker.ts' },
    outdir: lib,
    write: false,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    banner: { js: banner },
    define: { __PROGRAM_DIGEST__: JSON.stringify(placeholder), __PROGRAM_VERSION__: JSON.stringify(version) },
    legalComments: 'linked',
    charset: 'utf8',
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [withoutNunjucksWatcher, withoutZodLanguages, precompiledTheme(root)],
    logLevel: 'warning',
  });
  const files = new Map(outputFiles.map((file) => [basename(file.path), file.text]));
  const digest = digestOf(files);
  return new Map([...files].map(([name, text]) => [name, text.replaceAll(placeholder, digest)]));
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
 */
function install(files) {
  mkdirSync(lib, { recursive: true });
  const names = [...files.keys()].sort((a, b) => Number(a === 'zhaideng.js') - Number(b === 'zhaideng.js'));
  for (const name of names) replace(join(lib, name), files.get(name) ?? '', name === 'zhaideng.js' ? 0o755 : 0o644);
  for (const name of readdirSync(lib)) if (!files.has(name)) rmSync(join(lib, name), { recursive: true, force: true });
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

const files = await bundle().catch(() => process.exit(1)); // esbuild has said what is wrong, with its place
const entry = files.get('zhaideng.js') ?? '';
files.set('zhaideng.js', entry.startsWith('#!') ? entry : `#!/usr/bin/env node\n${entry}`);
install(files);
