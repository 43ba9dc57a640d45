import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, median } from './measure.js';
import { zhaideng } from './rows.js';
import { table } from './table.js';

const seed = fileURLToPath(new URL('../content', import.meta.url));

/**
 * Builds the project's own site, cold and unchanged, in turn with a program that does nothing.
 * @param {string} dir
 * @param {number} rounds
 */
export async function measureStart(dir, rounds) {
  cpSync(seed, join(dir, 'content'), { recursive: true });
  /** @type {{ [name: string]: number[] }} */
  const times = { 'node -e 0': [], 'seed, cold': [], 'seed, unchanged': [] };
  for (let round = 0; round < Math.max(rounds, 9); round += 1) {
    times['node -e 0']?.push((await measure([process.execPath, '-e', '0'], dir)).wall);
    zhaideng.clean(dir);
    times['seed, cold']?.push((await measure(zhaideng.command, dir)).wall);
    times['seed, unchanged']?.push((await measure(zhaideng.command, dir)).wall);
  }
  const base = median(times['node -e 0'] ?? []);
  const lines = Object.entries(times).map(([name, all]) => [
    name,
    `${Math.round(median(all) * 1000)} ms`,
    `${Math.round((median(all) - base) * 1000)} ms`,
  ]);
  console.log(table(['', 'wall', 'over node'], lines));
}
