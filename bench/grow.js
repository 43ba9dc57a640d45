import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure, median } from './measure.js';
import { zhaideng } from './rows.js';
import { writeTexts } from './sites.js';
import { table } from './table.js';

const FIRST = 1000;
const STEP = 5;

/**
 * Builds archives that grow by fives, and fits a line through the logarithms of size and time.
 * @param {string} dir
 * @param {number} most
 * @param {number} rounds
 * @param {readonly string[]} jobs
 */
export async function grow(dir, most, rounds, jobs) {
  /** @type {{ count: number, wall: number, cpu: number, memory: number }[]} */
  const points = [];
  for (
    let count = FIRST;
    count <= most || points.length < 2;
    count = Math.max(count + 1, Math.min(count * STEP, most))
  ) {
    const site = join(dir, String(count));
    writeTexts(site, count);
    const runs = [];
    for (let round = 0; round < rounds; round += 1) {
      zhaideng.clean(site);
      runs.push(await measure([...zhaideng.command, ...jobs], site));
    }
    rmSync(site, { recursive: true });
    points.push({
      count,
      wall: median(runs.map(({ wall }) => wall)),
      cpu: median(runs.map(({ cpu }) => cpu)),
      memory: median(runs.map(({ memory }) => memory)),
    });
    if (count >= most) break;
  }
  const lines = points.map(({ count, wall, cpu, memory }) => [
    String(count),
    `${wall.toFixed(2)} s`,
    `${cpu.toFixed(2)} s`,
    `${((wall / count) * 1e6).toFixed(0)} µs`,
    `${Math.round(memory)} MB`,
  ]);
  console.log(table(['speeches', 'wall', 'CPU', 'a speech', 'memory'], lines));
  console.log(`exponent of wall ${slope(points, 'wall').toFixed(3)}, of CPU ${slope(points, 'cpu').toFixed(3)}`);
}

/**
 * Least squares over logarithms.
 * @template {string} K
 * @param {readonly ({ count: number } & Record<K, number>)[]} points
 * @param {K} what
 */
function slope(points, what) {
  const xs = points.map(({ count }) => Math.log(count));
  const ys = points.map((point) => Math.log(point[what]));
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, value, index) => sum + (value - x) * ((ys[index] ?? 0) - y), 0);
  return over / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}
