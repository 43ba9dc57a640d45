/**
 * `npm run bench -- --n 10000`: builds one archive with Zhaideng, Eleventy and Hugo in turn and prints what each
 * took. `--help` names the rest.
 */
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './compare.js';
import { grow } from './grow.js';
import { measure, median } from './measure.js';
import { million } from './million.js';
import { eleventy, hugo, zhaideng } from './rows.js';
import { printStages } from './stages.js';
import { measureStart } from './start.js';
import { table } from './table.js';
import { measureWatch } from './watch.js';

/** @typedef {import('./rows.js').Row} Row */

const help = `npm run bench -- [options]
  --n 10000         speeches
  --rounds 3        rounds; medians are printed
  --only zhaideng   generators, with commas: zhaideng, hugo, eleventy
  --jobs N          workers of Zhaideng
  --stages          time and memory of Zhaideng by stage
  --start           the seed's site against an empty program
  --watch           from save to served, in Zhaideng's preview
  --grow            growth from 1,000 speeches to --n, by fives
  --million         one large archive, once, into hashes instead of files: --n 1000000
  --keep            leave the folders, and print where they are`;

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: 'zhaideng,hugo,eleventy' },
    jobs: { type: 'string' },
    stages: { type: 'boolean', default: false },
    start: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    grow: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const count = Number(values.n);
const rounds = Number(values.rounds);
/** In memory where the system has such a folder, so that no disk is measured. */
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zhaideng-bench-'));
const jobs = values.jobs === undefined ? [] : ['--jobs', values.jobs];
process.on('exit', () => {
  if (!values.keep) rmSync(scratch, { recursive: true, force: true });
});

if (values.help) console.log(help);
else {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${scratch}`);
  if (values.stages) await printStages(scratch, count, rounds, jobs);
  else if (values.start) await measureStart(scratch, rounds);
  else if (values.watch) await measureWatch(scratch, count, rounds);
  else if (values.grow) await grow(scratch, count, rounds, jobs);
  else if (values.million) await million(scratch, count, jobs);
  else await inTurn();
}
if (values.keep) console.log(scratch);

/** The table of all generators. */
async function inTurn() {
  const entrants = rowsOf(values.only.split(','));
  const dirs = new Map(entrants.map((row, index) => [row, join(scratch, `${index}`)]));
  for (const [row, dir] of dirs) row.write(dir, count);
  /** @type {Map<string, import('./measure.js').Run[]>} */
  const runs = new Map();
  const keep = (/** @type {string} */ name, /** @type {import('./measure.js').Run} */ run) =>
    runs.set(name, [...(runs.get(name) ?? []), run]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [row, dir] of dirs) {
      row.clean(dir);
      const command = row === zhaideng ? /** @type {const} */ ([...row.command, ...jobs]) : row.command;
      keep(row.name, await measure(command, dir));
      if (row !== zhaideng) continue;
      keep('zhaideng, nothing changed', await measure(command, dir));
      changeOne(dir, round);
      const changed = await measure(command, dir);
      keep(`zhaideng, one changed (${JSON.parse(changed.stdout).written} written)`, changed);
    }
  }
  for (const row of dirs.keys()) {
    const dir = dirs.get(row);
    // The archive as it was, for the comparison.
    if (row !== zhaideng || dir === undefined) continue;
    row.write(dir, count);
    row.clean(dir);
    await measure(row.command, dir);
  }
  const compared = new Map([...dirs].map(([row, dir]) => [row.name, compare(join(dir, row.output), count)]));
  printRuns(runs, compared);
}

/** @returns {Row[]} */
function rowsOf(/** @type {readonly string[]} */ names) {
  const makers = { zhaideng: () => zhaideng, hugo, eleventy };
  return names.flatMap((name) => {
    const row = makers[/** @type {keyof typeof makers} */ (name)]();
    if (typeof row !== 'string') return [row];
    console.log(`without ${name}: ${row}`);
    return [];
  });
}

/** Gives one speech of the middle edition a sentence more. */
function changeOne(/** @type {string} */ dir, /** @type {number} */ round) {
  const names = readdirSync(join(dir, 'content')).filter((name) => name.endsWith('.txt'));
  appendFileSync(join(dir, 'content', names.sort()[names.length >> 1] ?? ''), `这是第${round + 1}次改动。\n`);
}

/**
 * @param {ReadonlyMap<string, readonly import('./measure.js').Run[]>} runs
 * @param {ReadonlyMap<string, import('./compare.js').Comparison>} compared
 */
function printRuns(runs, compared) {
  const base = [...runs].find(([name]) => name.startsWith('hugo'))?.[1] ?? [...runs.values()][0] ?? [];
  const wall = median(base.map((run) => run.wall));
  const lines = [...runs].map(([name, all]) => {
    const site = compared.get(name);
    return [
      name,
      `${median(all.map((run) => run.wall)).toFixed(2)} s`,
      `${median(all.map((run) => run.wall / wall)).toFixed(2)}`,
      `${median(all.map((run) => run.cpu)).toFixed(2)} s`,
      `${Math.round(median(all.map((run) => run.memory)))} MB`,
      site ? String(site.files) : '',
      site ? `${(site.bytes / 1e6).toFixed(1)} MB` : '',
      site ? `${Math.round(site.furniture / site.compared)}` : '',
    ];
  });
  console.log(`${count} speeches, ${rounds} rounds in turn, medians`);
  console.log(table(['', 'wall', 'ratio', 'CPU', 'memory', 'files', 'bytes', 'furniture a page'], lines));
  for (const [name, { compared: pages, faults }] of compared) {
    console.log(`${name}: main content of ${pages} pages ${faults.length === 0 ? 'is the archive’s' : 'DIFFERS'}`);
    for (const fault of faults) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}
