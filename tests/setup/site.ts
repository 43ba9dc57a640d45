import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { afterAll, inject } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The document that the project exists for, as it stands in `content/`. */
export const seedFile = '2020-qianghua-dandang-da-zhua-luoshi.txt';
export const seedText = readFileSync(join(root, 'content', seedFile), 'utf8');

/** What a program started by a test printed and how it ended. */
export interface Run {
  /** Null where a signal ended it. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A running `zhaideng dev`. */
export interface Preview {
  /** `http://127.0.0.1:PORT/` */
  url: string;
  /** All it has printed until now. */
  output(): string;
  stop(): Promise<void>;
}

/** A site in a temporary folder, removed after the last test of the file. */
export interface Site {
  folder: string;
  /** Runs the compiled program in the site's folder, as a user would, with nothing of the environment but `env`. */
  run(args: string[], env?: NodeJS.ProcessEnv): Promise<Run>;
  /** @param path relative to the site's folder */
  read(path: string): string;
  /** @param path relative to the site's folder; folders are made as needed */
  write(path: string, text: string | Uint8Array): void;
  exists(path: string): boolean;
  /** @returns path → SHA-256 of every published file of `dist/`, in the order of the paths */
  published(): Record<string, string>;
  /** Serves `dist/` on loopback. @returns the address, with a slash at its end */
  serve(): Promise<string>;
  /** Starts `zhaideng dev` on a free port. @returns when the server answers */
  dev(args?: string[]): Promise<Preview>;
}

const cleanups: (() => void | Promise<void>)[] = [];

afterAll(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/**
 * Makes a site.
 * @param files path relative to the site's folder (`content/2020-a.txt`) → text or bytes
 */
export function makeSite(files: Record<string, string | Uint8Array> = {}): Site {
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const write: Site['write'] = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  mkdirSync(join(folder, 'content'));
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    folder,
    write,
    run: (args, env) => run(folder, args, env),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    exists: (path) => existsSync(join(folder, path)),
    published: () => digests(join(folder, 'dist')),
    serve: () => serve(join(folder, 'dist')),
    dev: (args = []) => dev(folder, args),
  };
}

/** @returns a site of the seed alone */
export function seedSite(): Site {
  return makeSite({ [`content/${seedFile}`]: seedText });
}

/** @returns the compiled program's entry */
function program(): string {
  const failure = inject('compileFailure');
  if (failure) throw new Error(`The program does not compile:\n${failure}`);
  return join(root, 'lib', 'zhaideng.js');
}

function environment(env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, ...env };
}

function run(cwd: string, args: string[], env?: NodeJS.ProcessEnv): Promise<Run> {
  const entry = program();
  return new Promise((resolve) => {
    const options = { cwd, env: environment(env), maxBuffer: 1 << 28 };
    const child = execFile(process.execPath, [entry, ...args], options, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
    child.stdin?.end();
  });
}

function digests(dist: string): Record<string, string> {
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .filter((path) => !path.startsWith('.zhaideng'))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dist, path)))
        .digest('hex'),
    ]),
  );
}

async function serve(dist: string): Promise<string> {
  const files = sirv(dist, { dev: true, dotfiles: false });
  const notFound = join(dist, '404.html');
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html' });
      response.end(existsSync(notFound) ? readFileSync(notFound) : 'Not found');
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function dev(cwd: string, args: string[]): Promise<Preview> {
  const child = spawn(process.execPath, [program(), 'dev', '--port', String(await freePort()), ...args], {
    cwd,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => end(child);
  cleanups.push(stop);
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`zhaideng dev ended before it served:\n${output}`)));
  });
  return { url, output: () => output, stop };
}

/** @returns a port that was free a moment ago; the preview takes the next one if it no longer is */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}
