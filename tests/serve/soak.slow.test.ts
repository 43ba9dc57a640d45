import { expect, it } from 'vitest';
import { soak } from './soak/soak.js';
import type { Memory } from './soak/watched.js';

/** `SOAK_MINUTES=30 npx vitest run --project slow tests/serve/soak.slow.test.ts` for the long one. */
const minutes = Number(process.env.SOAK_MINUTES ?? 2);
const seed = Number(process.env.SOAK_SEED ?? 2);

it(
  `${minutes} minutes of random edits: no difference from clean builds, and the memory is flat`,
  async () => {
    const report = await soak({ seconds: minutes * 60, seed });
    const { memory, ...rest } = report;
    console.log(JSON.stringify({ ...rest, kept: memory.map(({ kept }) => mebibytes(kept)).join(' ') }, null, 2));
    console.log(`rss ${memory.map(({ rss }) => mebibytes(rss)).join(' ')}`);
    expect(report.differences).toEqual([]);
    expect(report.bad).toBeGreaterThan(0);
    // The first samples are of a program that is still being compiled.
    const settled = memory.slice(Math.ceil(memory.length / 5));
    const half = Math.ceil(settled.length / 2);
    for (const part of ['kept', 'rss'] as const) {
      const early = median(settled.slice(0, half), part);
      const late = median(settled.slice(half), part);
      expect(late, `${part}: ${mebibytes(early)} → ${mebibytes(late)} MB`).toBeLessThan(early * 1.2 + (8 << 20));
    }
  },
  (minutes * 60 + 180) * 1000,
);

function median(memory: readonly Memory[], part: keyof Memory): number {
  const sorted = memory.map((one) => one[part]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / (1 << 20));
}
