import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { importTypeScript } from './importTypeScript.js';

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
        /** @type {typeof import('../src/render/templateCode.js')} */
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
