import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { generation, generationOf, publishGeneration } from './generation.js';
import { contents, temporary } from './site.js';

const KILLS = 200;
const FIRST = 60;
const PAGES = 120;

/** A process to be killed: publishes one generation after another, and tells when each begins. */
const rebuilding = `
  import { publishGeneration } from './generation.ts';
  const [dir, start, pages] = process.argv.slice(2);
  for (let number = Number(start); ; number += 1) {
    process.stdout.write(number + '\\n');
    await publishGeneration(dir, number, Number(pages));
  }
`;

function compiled(folder: string): string {
  const program = join(folder, 'rebuilding.mjs');
  buildSync({
    stdin: { contents: rebuilding, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
    logLevel: 'error',
  });
  return program;
}

it(`kill -9 at ${FIRST} random moments of a first build: nothing torn, and the next build equals a clean one`, async () => {
  const folder = temporary();
  const program = compiled(folder);
  const clean = join(folder, 'clean');
  const began = performance.now();
  await publishGeneration(clean, 1, 4 * PAGES);
  const longest = performance.now() - began;
  const during = { staging: 0, journal: 0 };
  for (let kill = 0; kill < FIRST; kill += 1) {
    const dir = join(folder, `dist${kill}`);
    const child = spawn(process.execPath, [program, dir, '1', String(4 * PAGES)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
    child.kill('SIGKILL');
    await ended;
    if (existsSync(join(dir, '.zhaideng/journal'))) during.journal += 1;
    else if (existsSync(join(dir, '.zhaideng/staging'))) during.staging += 1;
    if (existsSync(dir))
      for (const [path, text] of Object.entries(contents(dir))) expect(generationOf(text), path).not.toBeNull();
    await publishGeneration(dir, 1, 4 * PAGES);
    expect(contents(dir)).toEqual(contents(clean));
    expect(readFileSync(join(dir, '.zhaideng/manifest'))).toEqual(readFileSync(join(clean, '.zhaideng/manifest')));
  }
  expect(during.staging).toBeGreaterThan(FIRST / 10);
  console.log(`${FIRST} kills of a first build, ${during.staging} while staging, ${during.journal} while publishing`);
}, 300_000);

it(`kill -9 at ${KILLS} random moments while a client reads: no torn or missing file, and the next build heals`, async () => {
  const folder = temporary();
  const dir = join(folder, 'dist');
  const program = compiled(folder);
  await publishGeneration(dir, 0, PAGES);

  const server = createServer(async (request, response) => {
    try {
      response.end(await readFile(join(dir, request.url ?? '')));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;

  const always = Object.keys(generation(0, PAGES)).filter((path) => !path.startsWith('only/'));
  const wrong: string[] = [];
  let read = 0;
  let reading = true;
  const client = (async () => {
    for (let i = 0; reading; i += 1) {
      const path = always[(i * 7919) % always.length];
      const response = await fetch(`http://127.0.0.1:${port}/${path}`);
      const text = await response.text();
      read += 1;
      if (response.status !== 200 || generationOf(text) === null) wrong.push(`${path}: ${response.status}`);
    }
  })();

  // How long a generation takes here and now: the kills fall anywhere in one, and some in the one after it.
  let longest = 0;
  for (let number = 1; number <= 5; number += 1) {
    const began = performance.now();
    await publishGeneration(dir, number, PAGES);
    longest = Math.max(longest, performance.now() - began);
  }
  let next = 6;
  let begun = 0;
  /** Kills while files were staged, and while they were moved to their places. */
  const during = { staging: 0, journal: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = spawn(process.execPath, [program, dir, String(next), String(PAGES)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<string | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        for (const line of data.toString().trim().split('\n')) {
          next = Math.max(next, Number(line) + 1);
          begun += 1;
        }
        resolve();
      });
    });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 2.5 * longest));
    // The files are moved in a twentieth of the time: every other kill waits for it.
    const latest = performance.now() + 2 * longest;
    while (kill % 2 === 1 && performance.now() < latest && !existsSync(join(dir, '.zhaideng/journal')))
      await new Promise(setImmediate);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    if (existsSync(join(dir, '.zhaideng/journal'))) during.journal += 1;
    else if (existsSync(join(dir, '.zhaideng/staging'))) during.staging += 1;
  }
  reading = false;
  await client;
  server.close();
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(1000);
  expect(begun).toBeGreaterThanOrEqual(KILLS);
  expect(during.staging).toBeGreaterThan(KILLS / 20);
  expect(during.journal).toBeGreaterThan(KILLS / 10);

  const clean = join(folder, 'clean');
  await publishGeneration(clean, next, PAGES);
  await publishGeneration(dir, next, PAGES);
  expect(contents(dir)).toEqual(contents(clean));
  expect(readFileSync(join(dir, '.zhaideng/manifest'))).toEqual(readFileSync(join(clean, '.zhaideng/manifest')));
  console.log(
    `${read} pages read, ${begun} generations begun, ${KILLS} kills, ${during.staging} while staging, ${during.journal} while publishing`,
  );
}, 900_000);
