import { join } from 'node:path';

/**
 * Libraries that not every build needs, by the file of `lib/` that holds them: none is read before it is asked for.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const groups = {
  chinese: ['opencc-js/t2cn'],
  docx: ['jszip', 'mammoth'],
  html: ['hast-util-from-html'],
  markdown: ['remark-cjk-friendly', 'remark-html', 'remark-parse', 'unified'],
  pinyin: ['pinyin-pro'],
  templates: ['nunjucks', 'nunjucks/src/transformer.js'],
  watch: ['chokidar'],
  yaml: ['yaml'],
};

/**
 * Leads imports of these libraries to the files that hold them.
 * @returns {import('esbuild').Plugin}
 */
export function librariesApart() {
  const all = new Map(Object.entries(groups).flatMap(([group, names]) => names.map((name) => [name, group])));
  return {
    name: 'libraries-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[a-z]/ }, ({ path }) => (all.has(path) ? { path, namespace: 'library' } : undefined));
      onResolve({ filter: /^\.\// }, ({ namespace, path }) =>
        namespace === 'library' ? { path, external: true } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'library' }, async ({ path }) => {
        const names = Object.keys(await import(path)).filter((name) => name !== 'default' && /^[\w$]+$/.test(name));
        const contents = `const library = require('./${all.get(path)}.js')[${JSON.stringify(path)}];
export default library.default;
export const { ${names.join(', ')} } = library;`;
        return { contents };
      });
    },
  };
}

/**
 * @param {string} root folder of `package.json`
 * @param {readonly string[]} names of libraries
 * @returns {import('esbuild').StdinOptions} a module that holds them by their names
 */
export function moduleOf(root, names) {
  const lines = names.map((name, index) => `import * as library${index} from ${JSON.stringify(name)};`);
  const members = names.map((name, index) => `library${index} as ${JSON.stringify(name)}`);
  return {
    contents: `${lines.join('\n')}\nexport { ${members.join(', ')} };`,
    resolveDir: root,
    sourcefile: join(root, 'libraries.mjs'),
  };
}
