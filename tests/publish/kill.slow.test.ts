import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { generation, generationOf, publishGeneration } from './generation.js';
import { contents, temporary } from './site.js';

const KILLS = 200;
const PAGES = 120;

/** A process to be killed: publishes one generation after another, and tells of each. */
const rebuilding = `
  import { publishGeneration } from './generation.ts';
  const [dir, start, pages] = process.argv.slice(2);
  for (let number = Number(start); ; number += 1) {
    await publishGeneration(dir, number, Number(pages));
    process.stdout.write(number + '\\n');
  }
`;

it(`kill -9 at ${KILLS} random moments while a client reads: no torn or missing file, and the next build heals`, async () => {
  const folder = temporary();
  const dir = join(folder, 'dist');
  const program = join(folder, 'rebuilding.mjs');
  buildSync({
    stdin: { contents: rebuilding, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
    logLevel: 'error',
  });
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

  let next = 1;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = spawn(process.execPath, [program, dir, String(next), String(PAGES)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (data: Buffer) => {
      for (const line of data.toString().trim().split('\n')) next = Math.max(next, Number(line) + 1);
    });
    const ended = new Promise<string | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    // From before the program has started to several generations on.
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 400));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    next += 1;
  }
  reading = false;
  await client;
  server.close();
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(1000);
  expect(next).toBeGreaterThan(KILLS);

  const clean = join(folder, 'clean');
  await publishGeneration(clean, next, PAGES);
  await publishGeneration(dir, next, PAGES);
  expect(contents(dir)).toEqual(contents(clean));
  expect(readFileSync(join(dir, '.zhaideng/manifest'))).toEqual(readFileSync(join(clean, '.zhaideng/manifest')));
  console.log(`${read} pages read, ${next - KILLS} generations published, ${KILLS} kills`);
});
