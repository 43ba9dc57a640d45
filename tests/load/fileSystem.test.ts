import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanContent } from '../../src/load/scan.js';
import { unreadable } from '../../src/load/unreadable.js';
import { makeFolder, say } from './folder.js';

describe('the file system', () => {
  it('does not follow links out of the content', async () => {
    const folder = makeFolder({ 'secret/passwords.txt': '密', 'content/x.txt': '文', 'content/_static/a': 'a' });
    symlinkSync(join(folder, 'secret/passwords.txt'), join(folder, 'content/a.txt'));
    symlinkSync(join(folder, 'secret'), join(folder, 'content/b'));
    symlinkSync(join(folder, 'secret'), join(folder, 'content/_static/c'));
    const { inputs, statics, findings } = await scanContent('content', { cwd: folder });
    expect(inputs.map(({ file }) => file)).toEqual(['content/x.txt']);
    expect(statics.map(({ path }) => path)).toEqual(['a']);
    expect(say(findings)).toEqual([
      'content/a.txt:1:1 error link-outside',
      'content/b:1:1 error link-outside',
      'content/_static/c:1:1 error link-outside',
    ]);
  });

  it('follows links inside the content once, and no circle', async () => {
    const folder = makeFolder({ 'content/2020/x.txt': '文', 'content/_archive/y.txt': '文' });
    symlinkSync('.', join(folder, 'content/2020/loop'));
    symlinkSync('2020', join(folder, 'content/1-first'));
    symlinkSync('_archive', join(folder, 'content/2019'));
    symlinkSync('self', join(folder, 'content/self'));
    const { inputs, findings } = await scanContent('content', { cwd: folder });
    expect(inputs.map(({ file }) => file)).toEqual(['content/2019/y.txt', 'content/2020/x.txt']);
    expect(say(findings)).toEqual(['content/self:1:1 error unreadable-file']);
  });

  it('reads content that is itself behind a link', async () => {
    const folder = makeFolder({ 'elsewhere/x.txt': '文' });
    symlinkSync('elsewhere', join(folder, 'content'));
    const { inputs } = await scanContent('content', { cwd: folder });
    expect(inputs.map(({ file }) => file)).toEqual(['content/x.txt']);
  });

  it('reports a pipe without waiting for what it brings', async () => {
    const folder = makeFolder({ 'content/x.txt': '文' });
    execFileSync('mkfifo', [join(folder, 'content/a.txt')]);
    symlinkSync('a.txt', join(folder, 'content/b.txt'));
    const { inputs, findings } = await scanContent('content', { cwd: folder });
    expect(inputs).toHaveLength(1);
    expect(say(findings)).toEqual([
      'content/a.txt:1:1 error unreadable-file',
      'content/b.txt:1:1 error unreadable-file',
    ]);
  });

  it.each([
    ['EACCES', '没有读取的权限'],
    ['EISDIR', '文件夹'],
    ['EXOTIC', '系统报告 EXOTIC'],
  ])('says %s in words', (code, words) => {
    const finding = unreadable(Object.assign(new Error('x'), { code }), 'content/x.txt');
    expect(say([finding])).toEqual(['content/x.txt:1:1 error unreadable-file']);
    expect(finding.reason).toContain(words);
  });

  it('lets an error that is no trouble of a file pass', () => {
    expect(() => unreadable(new TypeError('a fault of the program'), 'x')).toThrow('a fault of the program');
  });

  it('reports a link to nothing, and goes on', async () => {
    const folder = makeFolder({ 'content/x.txt': '文' });
    symlinkSync('nowhere.txt', join(folder, 'content/a.txt'));
    const { inputs, findings } = await scanContent('content', { cwd: folder });
    expect(inputs).toHaveLength(1);
    expect(say(findings)).toEqual(['content/a.txt:1:1 error unreadable-file']);
    expect(findings[0]?.reason).toContain('文件不存在');
  });

  it('takes a folder called x.txt for a folder', async () => {
    const folder = makeFolder({ 'content/x.txt/y.txt': '文' });
    const { inputs } = await scanContent('content', { cwd: folder });
    expect(inputs.map(({ file }) => file)).toEqual(['content/x.txt/y.txt']);
  });

  it('says that there is no content folder', async () => {
    const { inputs, findings, site } = await scanContent('content', { cwd: makeFolder({}) });
    expect(inputs).toEqual([]);
    expect(site.name).toBe('发言摘登');
    expect(say(findings)).toEqual(['content:1:1 error no-content-folder']);
  });
});
