import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './measure.js';
import { zhaideng } from './rows.js';
import { writeTexts } from './sites.js';
import { table } from './table.js';

const probe = new URL('probe.js', import.meta.url).href;

/**
 * @typedef {object} Stages
 * @property {{ stage: string, at: number, cpu: number, memory: number }[]} marks when each began, in seconds
 * @property {number} peak MB
 * @property {string} stdout
 */

/**
 * Runs a program under the probe.
 * @param {readonly string[]} command arguments of node
 * @param {string} cwd
 * @param {readonly string[]} before modules to load before the program, besides the probe
 * @returns {Stages}
 */
export function runStages(command, cwd, before = []) {
  const imports = [probe, ...before].flatMap((module) => ['--import', module]);
  const { status, stdout, stderr, output } = spawnSync(process.execPath, [...imports, ...command], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`status ${status}\n${stderr}`);
  return { ...JSON.parse(output[3] ?? ''), stdout };
}

/** @returns {string[][]} stage, seconds, CPU seconds, memory at its end */
export function linesOf(/** @type {readonly Stages[]} */ runs) {
  const stages = runs[0]?.marks ?? [];
  return stages.slice(0, -1).map(({ stage }, index) => {
    const spent = (/** @type {'at' | 'cpu'} */ what) =>
      median(runs.map(({ marks }) => (marks[index + 1]?.[what] ?? 0) - (marks[index]?.[what] ?? 0)));
    const memory = median(runs.map(({ marks }) => marks[index + 1]?.memory ?? 0));
    return [stage, `${spent('at').toFixed(3)} s`, `${spent('cpu').toFixed(3)} s`, `${Math.round(memory)} MB`];
  });
}

/**
 * Prints Zhaideng's time by stage, cold and unchanged.
 * @param {string} dir
 * @param {number} count
 * @param {number} rounds
 * @param {readonly string[]} jobs
 */
export async function printStages(dir, count, rounds, jobs) {
  const site = join(dir, 'stages');
  writeTexts(site, count);
  const [, ...command] = [...zhaideng.command, ...jobs];
  /** @type {{ [name: string]: Stages[] }} */
  const runs = { cold: [], unchanged: [] };
  for (let round = 0; round < rounds; round += 1) {
    zhaideng.clean(site);
    runs.cold?.push(runStages(command, site));
    runs.unchanged?.push(runStages(command, site));
  }
  for (const [name, all] of Object.entries(runs)) {
    console.log(`\n${count} speeches, ${name}; peak ${Math.round(median(all.map(({ peak }) => peak)))} MB`);
    console.log(table(['stage', 'wall', 'CPU', 'memory after'], linesOf(all)));
  }
}
