import { mkdirSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { appendFile, open as openFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanContent } from '../../src/load/scan.js';
import { isIgnored } from '../../src/serve/watch/ignored.js';
import { get, open, pause, shows, start, temporary, textOf } from './preview.js';

describe('a save is noticed', () => {
  it('in place', async () => {
    const preview = await start();
    const began = performance.now();
    preview.write('a.txt', '甲改');
    await shows(preview.url, '/a/', '甲改');
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('written new and renamed over the old, again and again (Vim, Word, VS Code)', async () => {
    const preview = await start();
    for (let i = 0; i < 10; i += 1) {
      writeFileSync(join(preview.content, '.a.txt.swp'), 'x');
      writeFileSync(join(preview.content, 'a.txt.new'), `第${i}次`);
      renameSync(join(preview.content, 'a.txt.new'), join(preview.content, 'a.txt'));
      rmSync(join(preview.content, '.a.txt.swp'));
      await shows(preview.url, '/a/', `第${i}次`);
    }
  });

  it('moved away, written new, backup removed (Vim with backupcopy=no)', async () => {
    const preview = await start();
    const path = join(preview.content, 'a.txt');
    for (let i = 0; i < 5; i += 1) {
      renameSync(path, `${path}~`);
      writeFileSync(path, `第${i}次`);
      rmSync(`${path}~`);
      await shows(preview.url, '/a/', `第${i}次`);
    }
  });

  it('deleted and written again some moments later', async () => {
    const preview = await start();
    const page = await open(preview.url, '/a/');
    rmSync(join(preview.content, 'a.txt'));
    await pause(15);
    preview.write('a.txt', '回来');
    await shows(preview.url, '/a/', '回来');
    rmSync(join(preview.content, 'a.txt'));
    await expect.poll(async () => (await get(preview.url, '/a/')).status, { interval: 5, timeout: 5000 }).toBe(404);
    preview.write('a.txt', '再来');
    await shows(preview.url, '/a/', '再来');
    expect(page.events.filter(({ event }) => event === 'problem')).toEqual([]);
  });

  it('written in halves: what is served in the end is the whole', async () => {
    const preview = await start();
    for (const gap of [5, 20, 40, 60, 120]) {
      const file = await openFile(join(preview.content, 'a.txt'), 'w');
      await file.write(`上半 ${gap}，`);
      await pause(gap);
      await file.write(`下半 ${gap}`);
      await file.close();
      await shows(preview.url, '/a/', `上半 ${gap}，下半 ${gap}`);
    }
    truncateSync(join(preview.content, 'a.txt'));
    await pause(20);
    await appendFile(join(preview.content, 'a.txt'), '截断再写');
    await shows(preview.url, '/a/', '截断再写');
  });

  it('with the old time and the same size', async () => {
    const preview = await start({ files: { 'a.txt': '甲甲' } });
    const path = join(preview.content, 'a.txt');
    utimesSync(path, 1000, 1000);
    await pause(300);
    writeFileSync(path, '乙乙');
    utimesSync(path, 1000, 1000);
    await shows(preview.url, '/a/', '乙乙');
  });

  it('of five hundred files at once, in few rebuilds', async () => {
    const preview = await start();
    const before = preview.rebuilds();
    for (let i = 0; i < 500; i += 1) preview.write(`burst/${i}.txt`, `第${i}篇`);
    for (const i of [0, 250, 499]) await shows(preview.url, `/burst/${i}/`, `第${i}篇`);
    expect(preview.rebuilds() - before).toBeLessThan(20);
    for (let i = 0; i < 500; i += 1) preview.write(`burst/${i}.txt`, `改${i}篇`);
    await expect
      .poll(
        () =>
          Array.from({ length: 500 }, (_, i) => i).every((i) =>
            textOf(preview, `burst/${i}/index.html`).includes(`改${i}篇`),
          ),
        { timeout: 5000 },
      )
      .toBe(true);
    rmSync(join(preview.content, 'burst'), { recursive: true });
    await expect.poll(() => preview.output.get('burst/499/index.html'), { timeout: 5000 }).toBeUndefined();
  });

  it('of a renamed folder, and of files in it afterwards', async () => {
    const preview = await start({ files: { 'old/a.txt': '甲', 'old/deep/b.txt': '乙' } });
    renameSync(join(preview.content, 'old'), join(preview.content, 'new'));
    await shows(preview.url, '/new/deep/b/', '乙');
    await expect.poll(async () => (await get(preview.url, '/old/a/')).status, { timeout: 5000 }).toBe(404);
    preview.write('new/deep/b.txt', '乙改');
    await shows(preview.url, '/new/deep/b/', '乙改');
  });

  it('in folders made a moment before, however deep', async () => {
    const preview = await start();
    for (let i = 0; i < 8; i += 1) {
      preview.write(`${i}/一/二/三/四.txt`, `深${i}`);
      await pause(i * 3);
      preview.write(`${i}/一/二/三/五.txt`, `深深${i}`);
    }
    for (let i = 0; i < 8; i += 1) {
      const folder = ['一', '二', '三'].map(encodeURIComponent).join('/');
      await shows(preview.url, `/${i}/${folder}/${encodeURIComponent('四')}/`, `深${i}`);
      await shows(preview.url, `/${i}/${folder}/${encodeURIComponent('五')}/`, `深深${i}`);
    }
    preview.write('3/一/二/三/五.txt', '再改');
    await expect.poll(() => textOf(preview, '3/一/二/三/五/index.html'), { timeout: 8000 }).toContain('再改');
  });

  it('while the first build or another rebuild runs, and before everything is watched', async () => {
    for (let i = 0; i < 5; i += 1) {
      const content = join(temporary(), 'content');
      const preview = await start({
        content,
        files: { 'a.txt': '甲', 'deep/b.txt': '乙' },
        after: async (rebuild) => {
          if (rebuild === 1) writeFileSync(join(content, 'deep/b.txt'), '第一次之间');
          if (rebuild === 2) writeFileSync(join(content, 'deep/b.txt'), '第二次之间');
          if (rebuild <= 2) await pause(i * 10);
        },
      });
      await shows(preview.url, '/deep/b/', '第二次之间');
    }
  });
});

describe('what changes nothing in the site', () => {
  it('is not watched: the passing files of editors, which are not read either', async () => {
    const passing = [
      '.a.txt.swp',
      '4913',
      'a.txt~',
      '#a.txt#',
      '.#a.txt',
      '~$讲话.docx',
      '.~讲话.docx',
      '~WRD0001.tmp',
      '.goutputstream-X1',
      'a.txt___jb_tmp___',
      '.DS_Store',
      '.git/index',
      'x/node_modules/a.txt',
      '讲话.docx.crdownload',
      'a.kate-swp',
      '._a.txt',
      'x.bak/a.txt',
      '.zhaideng/a.txt',
    ];
    const folder = temporary();
    for (const name of passing) {
      expect(isIgnored('/root', `/root/${name}`), name).toBe(true);
      for (const path of [name, `_static/${name}`]) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), 'x');
      }
    }
    const { inputs, statics, findings } = await scanContent('.', { cwd: folder });
    expect([inputs, statics, findings]).toEqual([[], [], []]);
    for (const name of [
      'a.txt',
      '讲话.docx',
      '_pages/about.md',
      '_static/.well-known/x',
      'part/a.txt',
      'tmp/a.txt',
      'NAME.yaml',
    ]) {
      expect(isIgnored('/root', `/root/${name}`), name).toBe(false);
    }
    expect(isIgnored('/home/x~/node_modules/site', '/home/x~/node_modules/site')).toBe(false);
    expect(isIgnored('/home/x~/node_modules/site', '/home/x~/node_modules/site/a.txt')).toBe(false);
    const preview = await start();
    await pause(300);
    const before = preview.rebuilds();
    for (const name of ['.a.txt.swp', '4913', 'a.txt~', '~$b.docx']) preview.write(name, 'x');
    for (const name of ['.a.txt.swp', '4913', 'a.txt~', '~$b.docx']) rmSync(join(preview.content, name));
    await pause(500);
    // Folders change with every name in them: one rebuild that finds nothing is the price of missing nothing.
    expect(preview.rebuilds() - before).toBeLessThanOrEqual(1);
    expect(preview.output.revision).toBe(1);
  });
});
