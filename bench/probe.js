/*
 * Loaded before the program (`node --import`): notes when each stage begins, by what the build tells on its channel,
 * and says so at the end on file descriptor 3.
 */
import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** @type {{ stage: string, at: number, cpu: number, memory: number }[]} */
const marks = [];

function note(/** @type {string} */ stage) {
  const { user, system } = process.cpuUsage();
  marks.push({
    stage,
    at: performance.now() / 1000,
    cpu: (user + system) / 1e6,
    memory: process.memoryUsage.rss() / 1e6,
  });
}

subscribe('zhaideng:stage', (stage) => note(String(stage)));
if (isMainThread)
  process.on('exit', () => {
    note('end');
    writeSync(3, JSON.stringify({ marks, peak: process.resourceUsage().maxRSS / 1024 }));
  });
