import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { describe, expect, it } from 'vitest';
import { severityOf } from '../../src/diagnostics/finding.js';
import { calm, pause, shows, start, temporary, textOf } from './preview.js';

describe('a watched root', () => {
  it('that is removed and made again at once, or later, is watched again', async () => {
    const preview = await start({ files: { 'a.txt': '甲' } });
    for (const wait of [0, 5, 100, 600]) {
      rmSync(preview.content, { recursive: true });
      await pause(wait);
      mkdirSync(preview.content);
      preview.write('a.txt', `再建 ${wait}`);
      await shows(preview.url, '/a/', `再建 ${wait}`);
      await pause(50);
      preview.write('a.txt', `又改 ${wait}`);
      await shows(preview.url, '/a/', `又改 ${wait}`);
    }
  });

  it('leaves no watch behind that would keep the process alive, however often it was removed', async () => {
    const preview = await start({ files: { 'a.txt': '甲', 'b/c.txt': '丙', 'b/d/e.txt': '戊' } });
    for (let i = 0; i < 15; i += 1) {
      rmSync(preview.content, { recursive: true });
      await pause(i * 2);
      preview.write('b/d/e.txt', `${i}`);
      preview.write('a.txt', `${i}`);
      await pause(15);
    }
    await shows(preview.url, '/b/d/e/', '14');
    await preview.close();
    const watches = (): string[] => process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap');
    await pause(200);
    expect(watches()).toEqual([]);
  });

  it('that is replaced by another folder is watched again', async () => {
    const preview = await start();
    renameSync(preview.content, `${preview.content}.old`);
    mkdirSync(`${preview.content}.new`);
    writeFileSync(join(`${preview.content}.new`, 'a.txt'), '换了');
    renameSync(`${preview.content}.new`, preview.content);
    await shows(preview.url, '/a/', '换了');
    await pause(50);
    preview.write('a.txt', '又改');
    await shows(preview.url, '/a/', '又改');
    await calm(preview.rebuilds);
    const before = preview.rebuilds();
    writeFileSync(join(`${preview.content}.old`, 'a.txt'), '与我无关');
    await pause(400);
    expect(preview.rebuilds()).toBe(before);
  });

  it('that does not exist yet, a folder or a file, is watched when it comes', async () => {
    const folder = temporary();
    const preview = await start({
      content: join(folder, 'content'),
      roots: () => [join(folder, 'content'), join(folder, 'templates'), join(folder, 'site.yaml')],
    });
    const rebuilt = async (act: () => void): Promise<void> => {
      await pause(400);
      const before = preview.rebuilds();
      act();
      await expect.poll(preview.rebuilds, { timeout: 8000, interval: 5 }).toBeGreaterThan(before);
    };
    await rebuilt(() => mkdirSync(join(folder, 'templates')));
    await rebuilt(() => writeFileSync(join(folder, 'templates/page.njk'), 'x'));
    await rebuilt(() => writeFileSync(join(folder, 'site.yaml'), 'name: 一'));
    await rebuilt(() => {
      writeFileSync(join(folder, 'site.yaml.new'), 'name: 二');
      renameSync(join(folder, 'site.yaml.new'), join(folder, 'site.yaml'));
    });
    await rebuilt(() => writeFileSync(join(folder, 'site.yaml'), 'name: 三'));
    await calm(preview.rebuilds);
    const before = preview.rebuilds();
    writeFileSync(join(folder, 'other.yaml'), '');
    await pause(400);
    expect(preview.rebuilds()).toBe(before);
  });

  it('may be asked for by a rebuild', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'picture.jpg'), 'x');
    let rebuilds = 0;
    await start({
      rebuild: async () => {
        rebuilds += 1;
        return { ok: true, findings: [], watch: [join(folder, 'picture.jpg')] };
      },
    });
    await pause(400);
    const before = rebuilds;
    writeFileSync(join(folder, 'picture.jpg'), 'y');
    await expect.poll(() => rebuilds, { timeout: 5000 }).toBeGreaterThan(before);
  });

  it('may hold links in a circle', async () => {
    const preview = await start();
    symlinkSync(preview.content, join(preview.content, 'loop'));
    symlinkSync('/nowhere', join(preview.content, 'dangling'));
    preview.write('a.txt', '改');
    await expect.poll(() => textOf(preview, 'a/index.html'), { timeout: 8000 }).toContain('改');
    await calm(preview.rebuilds);
    expect(preview.findings).toEqual([]);
  });
});

describe('when the system can watch no more', () => {
  it.each(['ENOSPC', 'EMFILE'])(
    '%s: says so once, with the line that raises the limit, and looks instead',
    async (code) => {
      const failing: typeof watch = (paths, options) => {
        const watcher = watch(paths, options);
        if (!options?.usePolling) {
          // What chokidar does when inotify_add_watch fails.
          const error = Object.assign(new Error('System limit for number of file watchers reached'), { code });
          setTimeout(() => {
            watcher.emit('error', error);
            watcher.emit('error', error);
          }, 5);
        }
        return watcher;
      };
      const preview = await start({ watch: failing });
      await expect.poll(() => preview.findings.length, { timeout: 5000 }).toBe(1);
      const [finding] = preview.findings;
      expect(
        finding && `${severityOf(finding)} ${finding.ruleId} ${finding.file}:${finding.line}:${finding.column}`,
      ).toBe(`warning watch-limit ${preview.content}:1:1`);
      expect(finding?.note).toContain(
        code === 'ENOSPC' ? 'sysctl fs.inotify.max_user_watches=' : 'sysctl fs.inotify.max_user_instances=',
      );
      await pause(400);
      preview.write('a.txt', '还是看得到');
      await shows(preview.url, '/a/', '还是看得到');
      preview.write('新/b.txt', '新的也是');
      await expect.poll(() => textOf(preview, '新/b/index.html'), { timeout: 8000 }).toContain('新的也是');
      rmSync(join(preview.content, 'a.txt'));
      await expect.poll(() => preview.output.get('a/index.html'), { timeout: 8000 }).toBeUndefined();
      expect(preview.findings).toHaveLength(1);
    },
  );

  it('any other fault is a warning with its place, once', async () => {
    const failing: typeof watch = (paths, options) => {
      const watcher = watch(paths, options);
      setTimeout(() => watcher.emit('error', Object.assign(new Error('x'), { code: 'EIO' })), 5);
      setTimeout(() => watcher.emit('error', Object.assign(new Error('x'), { code: 'EIO' })), 10);
      return watcher;
    };
    const preview = await start({ watch: failing });
    await pause(50);
    expect(preview.findings.map((f) => `${severityOf(f)} ${f.ruleId} ${f.file}:${f.line}:${f.column}`)).toEqual([
      `warning watch-fault ${preview.content}:1:1`,
    ]);
  });
});
