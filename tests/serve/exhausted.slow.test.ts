import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporary } from './preview.js';
import { copyProgram, Watched } from './soak/watched.js';

/** A command that runs another one where the kernel gives so little to watch with (user_namespaces(7)). */
function little(limit: string, value: number): string[] {
  return ['unshare', '-U', '-r', 'sh', '-c', `echo ${value} > /proc/sys/user/${limit} && exec "$@"`, 'sh'];
}

const [unshare = '', ...test] = [...little('max_inotify_watches', 3), 'true'];
const isPossible = spawnSync(unshare, test).status === 0;

// A container may forbid it; the same errors, made up, are among the tests of the watched roots.
// Other processes of the same user count against the same limits: a try may find nothing left at all.
describe.runIf(isPossible)('where the kernel gives nothing more to watch with', { retry: 2 }, () => {
  it.each([
    ['max_inotify_watches', 3, 'ENOSPC', 'sudo sysctl fs.inotify.max_user_watches=524288'],
    ['max_inotify_instances', 0, 'EMFILE', 'sudo sysctl fs.inotify.max_user_instances=1024'],
  ])('%s of %i: the preview says so, with the line that raises it, and goes on', async (limit, value, code, line) => {
    const folder = temporary();
    const text = (word: string) => `大会摘登\n市教育局局长 罗青:办学\n罗青\n${word}。\n`;
    for (const inner of ['a', 'b', 'c', 'd']) mkdirSync(join(folder, 'site/content', inner), { recursive: true });
    writeFileSync(join(folder, 'site/content/2020-x.txt'), text('要办学'));
    const program = copyProgram(join(folder, 'program'));
    const watched = await Watched.start(program, join(folder, 'site'), little(limit, value));
    try {
      const page = async () => (await watched.get('/editions/2020-x/')).body.toString();
      await expect.poll(page, { timeout: 30_000 }).toContain('要办学');
      for (const word of ['要办好学', '还要办好学']) {
        writeFileSync(join(folder, 'site/content/2020-x.txt'), text(word));
        await expect.poll(page, { timeout: 30_000 }).toContain(word);
      }
      writeFileSync(join(folder, 'site/content/d/2021-y.txt'), text('新来的'));
      const fresh = async () => (await watched.get('/editions/2021-y/')).body.toString();
      await expect.poll(fresh, { timeout: 30_000 }).toContain('新来的');
      expect(watched.printed.split('watch-limit')).toHaveLength(2);
      expect(watched.printed).toContain(code);
      expect(watched.printed).toContain(line);
    } finally {
      await watched.stop();
    }
  });
});
