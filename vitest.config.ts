import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node' as const,
  // No test changes what another one sees, and each file read all libraries anew.
  isolate: false,
  globalSetup: ['tests/setup/compile.ts', 'tests/setup/chromium.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // Most of the time a worker waits for a browser or for the program that it started.
    maxWorkers: 3,
    projects: [
      {
        test: { ...shared, name: 'fast', include: ['tests/**/*.test.ts'], exclude: ['tests/**/*.{slow,cost}.test.ts'] },
      },
      { test: { ...shared, name: 'slow', include: ['tests/**/*.slow.test.ts'], testTimeout: 600_000 } },
      {
        test: {
          ...shared,
          isolate: true,
          name: 'cost',
          include: ['tests/**/*.cost.test.ts'],
          testTimeout: 600_000,
          // What a build costs can be told only where nothing else runs.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
