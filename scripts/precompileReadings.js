import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { importTypeScript } from './importTypeScript.js';

/**
 * Puts the readings of names in the place of `src/slugs/readings.ts`, so that no start has to read the dictionary
 * for them.
 * @param {string} root folder of `package.json`
 * @returns {import('esbuild').Plugin}
 */
export function precompiledReadings(root) {
  return {
    name: 'precompiled-readings',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/]slugs[\\/]readings\.ts$/ }, async () => {
        /** @type {typeof import('../src/slugs/makeReadings.js')} */
        const { makeReadings } = await importTypeScript(join(root, 'src/slugs/makeReadings.ts'));
        const patterns = join(root, 'node_modules/pinyin-pro/dist/esm/data/patterns.mjs');
        const { PatternsNormal } = await import(pathToFileURL(patterns).href);
        const words = PatternsNormal.map((/** @type {{ zh: string }} */ { zh }) => zh);
        return { contents: `export const readings = ${JSON.stringify(makeReadings(pinyin, words))};`, loader: 'js' };
      });
    },
  };
}
