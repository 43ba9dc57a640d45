import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why the program did not compile, or an empty string. */
    compileFailure: string;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Compiles the program once before all tests, so that they run what the sources say and not what `lib/` held
 * before. Where that fails, the tests that run the program fail; those of a single stage still tell what they know.
 */
export function setup({ provide }: TestProject): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/compile.js'], { cwd: root, encoding: 'utf8' });
  provide('compileFailure', status === 0 ? '' : stderr || 'scripts/compile.js was killed');
}
