import { tuneHeap } from './heap.js';
import { runCli } from './program.js';

tuneHeap();

for (const stream of [process.stdout, process.stderr]) {
  // `zhaideng check | head`: nobody listens any more, and that is no fault.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
});
