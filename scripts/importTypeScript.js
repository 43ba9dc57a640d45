import { createRequire } from 'node:module';
import { build } from 'esbuild';

/**
 * Runs a module of the program from its source.
 * @param {string} path
 * @returns {Promise<any>} what it exports
 */
export async function importTypeScript(path) {
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
  return module.exports;
}
