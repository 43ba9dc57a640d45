import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { get, listen, open, pause, scriptOf, shows, start } from './preview.js';

describe('live reload', () => {
  it('reaches every open page once for a change, when the new page can be had', async () => {
    const preview = await start({ files: { 'a.txt': '甲', 'b.txt': '乙' } });
    const pages = await Promise.all(['/a/', '/b/', '/', '/a/'].map((path) => open(preview.url, path)));
    await Promise.all(pages.map((page) => page.next('fine')));
    preview.write('a.txt', '甲改');
    for (const page of pages) {
      const reload = await page.next('reload');
      expect(reload.id).toBe('2');
      expect((await get(preview.url, '/a/')).body).toContain('甲改');
    }
    await pause(400);
    for (const page of pages) expect(page.events).toEqual([]);
    expect(preview.output.revision).toBe(2);
  });

  it('reaches a page that was loaded just before the change and connects just after it', async () => {
    const preview = await start();
    const { folder, revision, token } = scriptOf((await get(preview.url, '/a/')).body);
    preview.write('a.txt', '甲改');
    await shows(preview.url, '/a/', '甲改');
    const late = await listen(preview.url, `${folder}events?revision=${revision}&token=${token}`);
    expect((await late.next('reload')).id).toBe('2');
    const fresh = await open(preview.url, '/a/');
    await fresh.next('fine');
    expect(fresh.events).toEqual([]);
  });

  it('is missed by no page that connects again, nor told twice', async () => {
    const preview = await start();
    const { folder, token } = scriptOf((await get(preview.url, '/a/')).body);
    const again = (id: string) =>
      listen(preview.url, `${folder}events?revision=1&token=${token}`, { 'Last-Event-ID': id });
    preview.write('a.txt', '二');
    await shows(preview.url, '/a/', '二');
    await (await again('1')).next('reload');
    const known = await again('2');
    await known.next('fine');
    expect(known.events).toEqual([]);
    for (const id of ['99', 'x', '-1', '1.5']) await (await again(id)).next('reload');
  });

  it('exchanges a stylesheet without a reload when nothing else changed, though every page refers to it by hash', async () => {
    const preview = await start({ files: { 'a.txt': '甲', 'style.css': 'p{}' }, prefix: () => '/x/' });
    const page = await open(preview.url, '/x/a/');
    await page.next('fine');
    preview.write('style.css', 'p{color:red}');
    const { data, id } = await page.next('styles');
    expect([data, id]).toEqual([{ addresses: ['/x/assets/site.css'] }, '2']);
    expect((await get(preview.url, '/x/assets/site.css')).body).toBe('p{color:red}');
    preview.write('style.css', 'p{color:blue}');
    expect((await page.next('styles')).id).toBe('3');
    await pause(300);
    expect(page.events).toEqual([]);
    // One that missed both gets both, one that missed a change of a page as well reloads.
    const { folder, token } = scriptOf(page.body);
    const late = await listen(preview.url, `${folder}events?revision=1&token=${token}`);
    await late.next('styles');
    preview.write('a.txt', '乙');
    await late.next('reload');
    await (await listen(preview.url, `${folder}events?revision=1&token=${token}`)).next('reload');
  });

  it('stays silent when a save changes nothing', async () => {
    const preview = await start();
    const page = await open(preview.url, '/a/');
    await page.next('fine');
    const before = preview.rebuilds();
    preview.write('a.txt', '甲');
    await expect.poll(preview.rebuilds, { timeout: 5000 }).toBeGreaterThan(before);
    await pause(300);
    expect(page.events).toEqual([]);
    expect(preview.output.revision).toBe(1);
  });
});

describe('an error', () => {
  it('keeps the last good site and is shown in every page with place, reason, hint and source, until it is mended', async () => {
    const preview = await start({ files: { 'a.txt': '甲', 'b.txt': '乙' } });
    const page = await open(preview.url, '/a/');
    await page.next('fine');
    const text = `第一行\n第二行\n${'长'.repeat(200)}ERROR 在这里${'长'.repeat(200)}\n第四行\n第五行\n第六行`;
    preview.write('a.txt', text);
    const { data } = await page.next('problem');
    const file = join(preview.content, 'a.txt');
    expect(data).toMatchObject({
      title: 'There are errors; this is the site before them',
      more: '',
      findings: [
        {
          place: `${file}:3:201`,
          reason: 'The file is empty',
          frame: [
            { line: 1, before: '第一行', marked: '', after: '' },
            { line: 2, before: '第二行', marked: '', after: '' },
            { line: 3, before: `…${'长'.repeat(60)}`, marked: 'E', after: `RROR 在这里${'长'.repeat(51)}…` },
            { line: 4, before: '第四行', marked: '', after: '' },
            { line: 5, before: '第五行', marked: '', after: '' },
          ],
        },
      ],
    });
    expect((await get(preview.url, '/a/')).body).toContain('甲');
    expect(preview.findings.map((f) => `${f.ruleId} ${f.file}:${f.line}:${f.column}`)).toEqual([
      `empty-file ${file}:3:201`,
    ]);
    expect(preview.said.at(-1)).toBe('There are errors; the preview still shows the site before them');

    const loadedMeanwhile = await open(preview.url, '/b/');
    await loadedMeanwhile.next('problem');
    preview.write('a.txt', '甲');
    await page.next('fine');
    await loadedMeanwhile.next('fine');
    expect(page.events.filter(({ event }) => event === 'reload')).toEqual([]);
    expect(preview.said.at(-1)).toBe('The errors are mended');
    expect((await open(preview.url, '/b/')).events.filter(({ event }) => event === 'problem')).toEqual([]);
  });

  it('of the first build gives a page that says it without scripts, and reloads when it is mended', async () => {
    const preview = await start({ files: { 'a.txt': '<script>ERROR' } });
    const answer = await get(preview.url, '/anything/');
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('There are errors; the site has not been built yet');
    expect(answer.body).toContain(`${join(preview.content, 'a.txt')}:1:9`);
    expect(answer.body).toContain('&lt;script&gt;ERROR');
    const page = await open(preview.url, '/a/');
    await page.next('problem');
    preview.write('a.txt', '甲');
    await page.next('reload');
    await shows(preview.url, '/a/', '甲');
  });

  it('of the program itself is shown as such and does not end the preview', async () => {
    let fault: unknown = null;
    const preview = await start({
      before: () => {
        if (fault !== null) throw fault;
      },
    });
    const page = await open(preview.url, '/a/');
    await page.next('fine');
    for (const thrown of [new TypeError('x is not a function\n    at y'), 'a string', undefined]) {
      fault = thrown ?? new Error('');
      preview.write('a.txt', `改 ${String(thrown)}`);
      const { data } = await page.next('problem');
      expect(data).toMatchObject({ findings: [{ place: 'zhaideng dev:1:1', frame: [] }] });
    }
    expect(preview.findings[0]?.ruleId).toBe('rebuild-crashed');
    expect(preview.findings[0]?.reason).toContain('x is not a function');
    expect(preview.findings[0]?.reason).not.toContain('at y');
    fault = null;
    preview.write('a.txt', '好了');
    await page.next('reload');
    await shows(preview.url, '/a/', '好了');
  });

  it('lists ten findings and counts the rest; without its source where that is gone or no text', async () => {
    const preview = await start();
    const page = await open(preview.url, '/a/');
    preview.write('a.txt', 'ERROR\n'.repeat(25));
    const { data } = await page.next('problem');
    expect(data).toMatchObject({ more: '15 more errors, see the terminal' });
    expect((data as { findings: unknown[] }).findings).toHaveLength(10);
    preview.write('a.txt', 'PK\u0003\u0004 ERROR');
    await expect.poll(() => page.events.at(-1)?.data, { timeout: 5000 }).toMatchObject({ findings: [{ frame: [] }] });
    rmSync(join(preview.content, 'a.txt'));
    await page.next('fine');
  });
});
