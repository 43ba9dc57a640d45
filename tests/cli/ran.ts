import { Writable } from 'node:stream';
import { runCli } from '../../src/cli/program.js';
import { folderWith } from '../plan/planned.js';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

export interface Around {
  env?: NodeJS.ProcessEnv;
  /** Which streams are terminals. */
  terminal?: { stdout?: boolean; stderr?: boolean };
}

/** Runs a command in this process, as if in the folder. */
export async function ran(cwd: string, args: string[], { env = {}, terminal = {} }: Around = {}): Promise<Ran> {
  const [stdout, stderr] = [new Caught(terminal.stdout ?? false), new Caught(terminal.stderr ?? false)];
  const status = await runCli(args, { cwd, env, stdout, stderr });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** Runs a command in a new folder of these files. */
export function ranIn(files: Record<string, string | Uint8Array>, args: string[], around?: Around): Promise<Ran> {
  return ran(folderWith(files), args, around);
}

class Caught extends Writable {
  text = '';

  constructor(readonly isTTY: boolean) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
