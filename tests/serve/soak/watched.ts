import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listen, type Stream } from '../preview.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** After this whatever is waited for does not come. Milliseconds, on a busy machine. */
const PATIENCE = 60_000;

/** Path → bytes. */
export type Pages = Map<string, Buffer>;

export interface CleanBuild {
  ok: boolean;
  pages: Pages;
  /** `content/a.txt:1:1` of each error. */
  errors: string[];
}

/** @returns a copy of the compiled program, which nobody compiles anew while it runs */
export function copyProgram(to: string): string {
  mkdirSync(to, { recursive: true });
  for (const part of ['lib', 'templates', 'src/serve/client', 'package.json'])
    cpSync(join(root, part), join(to, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'));
  return join(to, 'lib/zhaideng.js');
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}

/** Builds the site in a fresh process, without any state, into a new folder. */
export function cleanBuild(program: string, cwd: string, out: string): Promise<CleanBuild> {
  rmSync(out, { recursive: true, force: true });
  const args = [program, 'build', '--no-cache', '--quiet', '--json', '--out', out];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, env: environment(), maxBuffer: 1 << 28 }, (_error, stdout, stderr) => {
      try {
        const { ok, messages } = JSON.parse(stdout);
        const errors = (messages as { file: string; line: number; column: number; severity: string }[])
          .filter(({ severity }) => severity === 'error')
          .map(({ file, line, column }) => `${file}:${line}:${column}`);
        resolve({ ok, errors, pages: ok ? pagesIn(out) : new Map() });
      } catch (error) {
        reject(new Error(`no clean build:\n${stdout}\n${stderr}`, { cause: error }));
      }
    });
  });
}

function pagesIn(out: string): Pages {
  const pages: Pages = new Map();
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(out.length + 1);
    if (entry.isFile() && !path.startsWith('.zhaideng')) pages.set(path, readFileSync(join(out, path)));
  }
  return pages;
}

/** Collects what is garbage and tells what is left, when it is asked by a signal. */
const gauge = `data:text/javascript,${encodeURIComponent(`
  process.on('SIGUSR2', () => {
    gc(); gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.stderr.write('GAUGE ' + JSON.stringify({ kept: heapUsed + external, rss }) + '\\n');
  });
`)}`;

/** Bytes: what is still referred to after a garbage collection, and what the system has given. */
export interface Memory {
  kept: number;
  rss: number;
}

/** `zhaideng dev`, with a page that listens to it. */
export class Watched {
  readonly origin: string;
  /** Null while all is well; else the places that the overlay names. */
  problem: string[] | null = null;
  readonly #child: ChildProcess;
  #stream: Stream | null = null;
  #output = '';
  #line = '';
  #told: Memory | null = null;

  private constructor(child: ChildProcess, origin: string, printed: string) {
    this.#child = child;
    this.origin = origin;
    this.#output = printed;
    child.stderr?.on('data', (data: Buffer) => this.#read(data.toString()));
  }

  /** @param around a command that runs the one that is put behind it */
  static async start(program: string, cwd: string, around: readonly string[] = []): Promise<Watched> {
    const args = ['--expose-gc', `--import=${gauge}`, program, 'dev', '--port', '0'];
    const [command = '', ...rest] = [...around, process.execPath, ...args];
    const child = spawn(command, rest, { cwd, env: environment(), stdio: ['ignore', 'ignore', 'pipe'] });
    let printed = '';
    const origin = await new Promise<string>((resolve, reject) => {
      child.stderr?.on('data', (data: Buffer) => {
        printed += data.toString();
        const [address] = /http:\/\/127\.0\.0\.1:\d+(?=\/)/.exec(printed) ?? [];
        if (address) resolve(address);
      });
      child.once('exit', () => reject(new Error(`dev ended:\n${printed}`)));
      setTimeout(() => reject(new Error(`dev tells no address:\n${printed}`)), PATIENCE).unref();
    });
    child.stderr?.removeAllListeners('data');
    return new Watched(child, origin, printed);
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** The end of what it printed. */
  get printed(): string {
    return this.#output;
  }

  /** Listens as the script in a page does. @param prefix where the site lies now */
  async listen(prefix: string): Promise<void> {
    const { body } = await this.get(prefix);
    const [, folder, query] = /<script src="([^"]*)client\.js\?([^"]*)"/.exec(body.toString()) ?? [];
    if (folder === undefined || query === undefined) throw new Error(`no script in the page at ${prefix}`);
    this.#stream = await listen(this.origin, `${folder}events?${query.replaceAll('&amp;', '&')}`);
  }

  /** Takes in what the stream has told since. */
  hear(): void {
    for (const { event, data } of this.#stream?.events.splice(0) ?? []) {
      if (event === 'fine') this.problem = null;
      if (event === 'problem')
        this.problem = (data as { findings: { place: string }[] }).findings.map(({ place }) => place);
    }
  }

  get(path: string): Promise<{ status: number; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const sent = request(this.origin + path, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces) }));
      });
      sent.on('error', reject);
      sent.setTimeout(PATIENCE, () => sent.destroy(new Error(`no answer for ${path}:\n${this.#output}`)));
      sent.end();
    });
  }

  /** After a garbage collection. */
  async memory(): Promise<Memory> {
    this.#told = null;
    this.#child.kill('SIGUSR2');
    for (let wait = 0; wait < 2000 && !this.hasEnded; wait += 1) {
      await pause(10);
      if (this.#told !== null) return this.#told;
    }
    throw new Error(`dev does not tell its memory:\n${this.#output}`);
  }

  #read(text: string): void {
    this.#output = (this.#output + text).slice(-20_000);
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('GAUGE ')) this.#told = JSON.parse(line.slice(6));
  }

  async stop(): Promise<void> {
    this.#stream?.close();
    if (this.hasEnded) return;
    await new Promise((resolve, reject) => {
      this.#child.once('exit', resolve);
      this.#child.kill('SIGTERM');
      setTimeout(() => {
        this.#child.kill('SIGKILL');
        reject(new Error(`dev does not end:\n${this.#output}`));
      }, PATIENCE).unref();
    });
  }
}
