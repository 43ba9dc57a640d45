import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zhaideng-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package, installed elsewhere, makes a site and builds it', () => {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run('npm', 'pack', root, '--pack-destination', folder);
  const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  run('npm', 'install', '--prefix', folder, '--no-audit', '--no-fund', join(folder, archive));
  const program = join(folder, 'node_modules', '.bin', 'zhaideng');
  run(program, 'new', 'site');
  run(program, 'build', '--content', 'site/content', '--out', 'site/dist');
  expect(existsSync(join(folder, 'site/dist/index.html'))).toBe(true);
});
