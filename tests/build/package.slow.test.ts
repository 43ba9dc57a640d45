import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zhaideng-package-'));
let preview: ChildProcess | undefined;
afterAll(() => {
  preview?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('the package, installed elsewhere, makes a site, builds it and previews it', async () => {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run('npm', 'pack', root, '--pack-destination', folder);
  const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  run('npm', 'install', '--prefix', folder, '--no-audit', '--no-fund', join(folder, archive));
  const program = join(folder, 'node_modules', '.bin', 'zhaideng');
  run(program, 'new', 'site');
  run(program, 'build', '--content', 'site/content', '--out', 'site/dist');
  expect(existsSync(join(folder, 'site/dist/index.html'))).toBe(true);

  preview = spawn(program, ['dev'], { cwd: join(folder, 'site'), stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await addressIn(preview);
  expect(await (await fetch(url)).text()).toContain('@zhaideng/client.js');
  expect((await fetch(`${url}@zhaideng/client.js`)).status).toBe(200);
});

function addressIn({ stdout, stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    for (const stream of [stdout, stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(output) ?? [];
        if (url) resolve(url);
      });
    }
  });
}
