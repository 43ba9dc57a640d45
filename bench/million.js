import { zhaideng } from './rows.js';
import { writeTexts } from './sites.js';
import { linesOf, runStages } from './stages.js';
import { table } from './table.js';

const discard = new URL('discard.js', import.meta.url).href;

/**
 * Builds one large archive, cold, once. Its pages are hashed and not written: see `discard.js`.
 * @param {string} dir
 * @param {number} count
 * @param {readonly string[]} jobs
 */
export async function million(dir, count, jobs) {
  writeTexts(dir, count);
  const [, ...command] = [...zhaideng.command, ...jobs];
  const run = runStages(command, dir, [discard]);
  const { pages } = JSON.parse(run.stdout);
  const [first, last] = [run.marks[0], run.marks.at(-1)];
  const wall = (last?.at ?? 0) - (first?.at ?? 0);
  console.log(`${count} speeches, ${pages} pages, cold: ${wall.toFixed(0)} s, peak ${Math.round(run.peak)} MB`);
  console.log(table(['stage', 'wall', 'CPU', 'memory after'], linesOf([run])));
}
