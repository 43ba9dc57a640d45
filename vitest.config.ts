import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node' as const,
  globalSetup: ['tests/setup/compile.ts', 'tests/setup/chromium.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'fast', include: ['tests/**/*.test.ts'], exclude: ['tests/**/*.slow.test.ts'] } },
      { test: { ...shared, name: 'slow', include: ['tests/**/*.slow.test.ts'], testTimeout: 600_000 } },
    ],
  },
});
