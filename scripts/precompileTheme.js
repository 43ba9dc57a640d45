import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';

/**
 * Puts the program's own theme, compiled, in the place of `src/render/precompiled.ts`, so that no start has to
 * parse and compile it. Its templates are checked by the tests.
 * @param {string} root folder of `package.json`
 * @returns {import('esbuild').Plugin}
 */
export function precompiledTheme(root) {
  return {
    name: 'precompiled-theme',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/]render[\\/]precompiled\.ts$/ }, async ({ path }) => {
        const theme = join(root, 'templates/default');
        const { templateCode, factsOf, toolsName } = await importTypeScript(join(root, 'src/render/templateCode.ts'));
        const files = filesOf(theme).map((name) => ({ name, bytes: readFileSync(join(theme, name)) }));
        const templates = files.filter(({ name }) => name.endsWith('.njk'));
        const facts = factsOf(new Map(templates.map(({ name, bytes }) => [name, bytes.toString()])));
        const code = templates.map(({ name, bytes }) => {
          const make = `make(${toolsName}) {\n${templateCode(name, bytes.toString(), facts)}\n}`;
          return `${JSON.stringify(name)}: { digest: ${JSON.stringify(digestOf(bytes))}, ${make} }`;
        });
        const words = files
          .filter(({ name }) => /^words\/[\w-]+\.yaml$/.test(name))
          .map(({ name, bytes }) => [name, { digest: digestOf(bytes), list: parse(bytes.toString()) }]);
        const contents = `export const precompiled = {
  templates: { ${code.join(',\n')} },
  words: ${JSON.stringify(Object.fromEntries(words))},
};`;
        return { contents, loader: 'js', watchFiles: [path, ...files.map(({ name }) => join(theme, name))] };
      });
    },
  };
}

/**
 * @param {string} folder
 * @returns {string[]} files below it, relative, `/` between parts, in the order of code units
 */
function filesOf(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** @param {Buffer} bytes */
function digestOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Runs a module of the program from its source.
 * @param {string} path
 * @returns {Promise<typeof import('../src/render/templateCode.js')>}
 */
async function importTypeScript(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`Nothing came of ${path}`);
  const module = { exports: {} };
  new Function('module', 'exports', 'require', output.text)(module, module.exports, createRequire(import.meta.url));
  return /** @type {typeof import('../src/render/templateCode.js')} */ (module.exports);
}
