import { runCli } from '../cli/program.js';
import { tuneV8 } from './tuneV8.js';

/** What `lib/program.js` exports. */
export interface Program {
  main(keepCode: () => void): Promise<void>;
  work(): Promise<void>;
}

/**
 * The program as it is called from a shell.
 * @param keepCode keeps for later runs what V8 has compiled in this one
 */
export async function main(keepCode: () => void): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    // `zhaideng check | head`: nobody listens any more, and that is no fault.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const args = process.argv.slice(2);
  const { stdout, stderr, env } = process;
  process.exitCode = await runCli(args, { cwd: process.cwd(), env, stdout, stderr });
  // No other command runs as much of the program.
  if (process.exitCode !== 0 || args[0] !== 'build') return;
  // A long build sets flags of its own, and the code that is kept is for the start.
  tuneV8();
  keepCode();
}

/** A worker of the build. */
export async function work(): Promise<void> {
  await import('../build/worker.js');
}
