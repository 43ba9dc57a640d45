import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/load/digest.js';
import { PublishError } from '../../src/publish/failure.js';
import { FolderOutput } from '../../src/publish/folder.js';
import { build, contents, offer, type Site, temporary } from './site.js';

const newKey = digestOf('new-key');

const first: Site = {
  'index.html': '首页一',
  'editions/a/index.html': '甲',
  'editions/b/index.html': '乙',
  'assets/site.css': 'body{}',
  'feed.xml': '<feed/>',
};

async function refusal(site: Site, dir: string): Promise<string[]> {
  const error: unknown = await build(site, { dir }).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PublishError)) throw new Error(`expected a PublishError, got ${error}`);
  return error.findings.map(({ ruleId, file, line, column }) => `${ruleId} ${file}:${line}:${column}`);
}

describe('publishing into a folder', () => {
  it('writes every file of the plan and nothing else', async () => {
    const dir = join(temporary(), 'deep/dist');
    expect(await build(first, { dir })).toEqual({ written: 5, unchanged: 0, removed: 0 });
    expect(contents(dir)).toEqual(first);
    expect(existsSync(join(dir, '.zhaideng/staging'))).toBe(false);
    expect(existsSync(join(dir, '.zhaideng/lock'))).toBe(false);
    expect(existsSync(join(dir, '.zhaideng/journal'))).toBe(false);
  });

  it('writes no file at all when nothing changed', async () => {
    const dir = temporary();
    await build(first, { dir });
    const before = [...Object.keys(first), '.zhaideng/manifest'].map((path) => statSync(join(dir, path)));
    expect(await build(first, { dir })).toEqual({ written: 0, unchanged: 5, removed: 0 });
    const after = [...Object.keys(first), '.zhaideng/manifest'].map((path) => statSync(join(dir, path)));
    expect(after.map(({ ino, mtimeMs, ctimeMs }) => [ino, mtimeMs, ctimeMs])).toEqual(
      before.map(({ ino, mtimeMs, ctimeMs }) => [ino, mtimeMs, ctimeMs]),
    );
  });

  it('writes only what changed and removes what is no longer planned, its empty folders too', async () => {
    const dir = temporary();
    await build(first, { dir });
    const kept = statSync(join(dir, 'index.html')).ino;
    const { 'editions/b/index.html': _, ...rest } = first;
    const second = { ...rest, 'editions/a/index.html': '甲改' };
    expect(await build(second, { dir })).toEqual({ written: 1, unchanged: 3, removed: 1 });
    expect(contents(dir)).toEqual(second);
    expect(statSync(join(dir, 'index.html')).ino).toBe(kept);
  });

  it('records a new key without writing when the bytes are the same', async () => {
    const dir = temporary();
    await build(first, { dir });
    const before = statSync(join(dir, 'index.html'));
    const output = new FolderOutput({ dir, forbidden: [] });
    await output.open();
    for (const [path, text] of Object.entries(first)) output.stage(path, newKey, 'page', text);
    expect(await output.publish()).toEqual({ written: 0, unchanged: 5, removed: 0 });
    expect(statSync(join(dir, 'index.html')).mtimeMs).toBe(before.mtimeMs);
    await output.open();
    expect(output.keep({ path: 'index.html', key: newKey })).toBe(true);
    await output.abandon();
  });

  it('does not keep a file that was edited, truncated or removed behind its back, whatever its time says', async () => {
    const dir = temporary();
    await build(first, { dir });
    writeFileSync(join(dir, 'index.html'), '别人改的');
    writeFileSync(join(dir, 'feed.xml'), '');
    rmSync(join(dir, 'editions/a'), { recursive: true });
    expect(await build(first, { dir })).toEqual({ written: 3, unchanged: 2, removed: 0 });
    expect(contents(dir)).toEqual(first);
  });

  it('leaves the site and the folder as they were when it is abandoned', async () => {
    const dir = join(temporary(), 'dist');
    const output = new FolderOutput({ dir, forbidden: [] });
    await output.open();
    offer(output, first);
    await output.abandon();
    expect(existsSync(dir)).toBe(false);

    await build(first, { dir });
    await output.open();
    offer(output, { 'index.html': '新' });
    await output.abandon();
    expect(contents(dir)).toEqual(first);
    expect(existsSync(join(dir, '.zhaideng/staging'))).toBe(false);
  });

  it('turns a page into a folder and a folder into a page when both are ours', async () => {
    const dir = temporary();
    await build({ about: '文件', 'x/a/index.html': '一', 'x/b.html': '二' }, { dir });
    const second = { 'about/index.html': '页', x: '文件' };
    expect(await build(second, { dir })).toEqual({ written: 2, unchanged: 0, removed: 3 });
    expect(contents(dir)).toEqual(second);
    const third = { about: '文件', 'x/a/index.html': '一' };
    await build(third, { dir });
    expect(contents(dir)).toEqual(third);
  });
});

describe('files of others', () => {
  it('are never touched', async () => {
    const dir = temporary();
    mkdirSync(join(dir, '.git'));
    mkdirSync(join(dir, '.well-known/empty'), { recursive: true });
    mkdirSync(join(dir, 'editions/a'), { recursive: true });
    writeFileSync(join(dir, 'CNAME'), 'news.example.cn');
    writeFileSync(join(dir, '.git/HEAD'), 'ref');
    writeFileSync(join(dir, 'editions/a/notes.txt'), '我的');
    const foreign = contents(dir);
    await build(first, { dir });
    expect(contents(dir)).toEqual({ ...foreign, ...first });
    await build({ 'index.html': '只剩首页' }, { dir });
    expect(contents(dir)).toEqual({ ...foreign, 'index.html': '只剩首页' });
  });

  it('stop the build where a page would take their name, and name each', async () => {
    const dir = temporary();
    mkdirSync(join(dir, 'assets/site.css/mine'), { recursive: true });
    writeFileSync(join(dir, 'assets/site.css/mine/a.txt'), '');
    writeFileSync(join(dir, 'index.html'), '手写的首页');
    writeFileSync(join(dir, 'editions'), '文件');
    const before = contents(dir);
    expect(await refusal(first, dir)).toEqual([
      `folder-in-the-way ${dir}/assets/site.css:1:1`,
      `file-in-the-way ${dir}/editions:1:1`,
      `foreign-file ${dir}/index.html:1:1`,
    ]);
    expect(contents(dir)).toEqual(before);
  });

  it('are adopted when they are the same to the byte', async () => {
    const dir = temporary();
    writeFileSync(join(dir, 'index.html'), '首页一');
    expect(await build(first, { dir })).toEqual({ written: 4, unchanged: 1, removed: 0 });
    await build({ ...first, 'index.html': '首页二' }, { dir });
    expect(readFileSync(join(dir, 'index.html'), 'utf8')).toBe('首页二');
  });

  it('are not reached through a link in the output', async () => {
    const dir = temporary();
    const elsewhere = temporary();
    await build(first, { dir });
    rmSync(join(dir, 'editions/b'), { recursive: true });
    writeFileSync(join(elsewhere, 'index.html'), '重要');
    symlinkSync(elsewhere, join(dir, 'editions/b'));
    const { 'editions/b/index.html': _, ...rest } = first;
    await build(rest, { dir });
    expect(readFileSync(join(elsewhere, 'index.html'), 'utf8')).toBe('重要');
    expect(await refusal(first, dir)).toEqual([`file-in-the-way ${dir}/editions/b:1:1`]);
    symlinkSync(join(elsewhere, 'index.html'), join(dir, 'feed.json'));
    expect(await refusal({ 'feed.json': '{}' }, dir)).toEqual([`foreign-file ${dir}/feed.json:1:1`]);
    expect(readFileSync(join(elsewhere, 'index.html'), 'utf8')).toBe('重要');
  });

  it('are counted, not listed, beyond twenty', async () => {
    const dir = temporary();
    const site: Site = {};
    for (let i = 0; i < 30; i += 1) {
      writeFileSync(join(dir, `${i}.html`), '旧');
      site[`${i}.html`] = '新';
    }
    const findings = await refusal(site, dir);
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toBe(`more-in-the-way ${dir}:1:1`);
  });
});

describe('the manifest', () => {
  it('is not believed when damaged: a warning, the same files adopted, other ones left alone', async () => {
    const dir = temporary();
    await build(first, { dir });
    const path = join(dir, '.zhaideng/manifest');
    writeFileSync(path, readFileSync(path, 'utf8').replace('feed.xml', 'feed.xyz'));
    const output = new FolderOutput({ dir, forbidden: [] });
    await output.open();
    expect(output.findings.map(({ ruleId, file, line, column }) => `${ruleId} ${file}:${line}:${column}`)).toEqual([
      `manifest-damaged ${dir}/.zhaideng/manifest:1:1`,
    ]);
    offer(output, first);
    expect(await output.publish()).toEqual({ written: 0, unchanged: 5, removed: 0 });
    expect(await build(first, { dir })).toEqual({ written: 0, unchanged: 5, removed: 0 });

    writeFileSync(path, 'something else');
    expect(await refusal({ ...first, 'index.html': '变了' }, dir)).toEqual([`foreign-file ${dir}/index.html:1:1`]);
    rmSync(path);
    expect(await build({ 'feed.xml': '<feed/>' }, { dir })).toEqual({ written: 0, unchanged: 1, removed: 0 });
    expect(contents(dir)).toEqual(first);
  });

  it('never makes us remove anything outside the output, even with a correct check sum', async () => {
    const dir = join(temporary(), 'dist');
    await build(first, { dir });
    const { writeRecords } = await import('../../src/publish/records.js');
    const { nodeFileSystem } = await import('../../src/publish/fileSystem.js');
    writeFileSync(join(dir, '../secret.txt'), '重要');
    const records = [
      ['../secret.txt', 'key', 'digest'],
      ['.zhaideng/manifest', 'key', 'digest'],
    ];
    writeRecords(nodeFileSystem, join(dir, '.zhaideng/manifest'), { name: 'manifest', version: 1 }, records, false);
    await build(first, { dir });
    expect(readFileSync(join(dir, '../secret.txt'), 'utf8')).toBe('重要');
  });
});

describe('where the output may not be', () => {
  const place = (dir: string, ...forbidden: string[]) => new FolderOutput({ dir, forbidden }).open();

  it('refuses the content itself, a folder in it and one around it', async () => {
    const root = temporary();
    mkdirSync(join(root, 'content/sub'), { recursive: true });
    for (const dir of ['content', 'content/dist', '.', 'content/sub/../dist']) {
      const error: unknown = await place(join(root, dir), join(root, 'content')).catch((reason: unknown) => reason);
      expect(error, dir).toBeInstanceOf(PublishError);
      const finding = (error as PublishError).findings[0];
      expect(`${finding?.ruleId} ${finding?.file}:${finding?.line}:${finding?.column}`).toBe(
        `output-in-source ${join(root, dir)}:1:1`,
      );
    }
    expect(contents(root)).toEqual({ 'content/sub/': '' });
  });

  it('sees through links, and compares whole names', async () => {
    const root = temporary();
    mkdirSync(join(root, 'content'));
    symlinkSync(join(root, 'content'), join(root, 'link'));
    await expect(place(join(root, 'link/dist'), join(root, 'content'))).rejects.toBeInstanceOf(PublishError);
    await expect(place(join(root, 'content'), join(root, 'link'))).rejects.toBeInstanceOf(PublishError);
    await place(join(root, 'content-dist'), join(root, 'content'));
    await place(join(root, 'other'), join(root, 'missing'));
  });

  it('refuses a path that is not a plain, portable, relative one', async () => {
    const dir = temporary();
    const bad = ['../x', '/x', 'a//b', 'a/./b', 'a\\b', 'a\0b', 'con', 'nul.html', 'a/COM1', 'a./b', 'a ', 'a:b', ''];
    for (const path of [...bad, '.zhaideng/manifest', '.ZHAIDENG/x', `${'长'.repeat(86)}`, 'a/'.repeat(2048)]) {
      const output = new FolderOutput({ dir, forbidden: [] });
      await output.open();
      let findings: string[] = [];
      try {
        output.stage(path, newKey, 'page', '');
      } catch (error) {
        if (error instanceof PublishError) {
          findings = error.findings.map(({ ruleId, line, column }) => `${ruleId}:${line}:${column}`);
        }
      }
      expect(findings, JSON.stringify(path)).toEqual(['output-path-invalid:1:1']);
      await output.abandon();
    }
    await build({ ['长'.repeat(85)]: '', 'console/index.html': '', '..a': '', 'a.b..c': '' }, { dir });
  });

  it('refuses a file where the folder is to be, or one above it', async () => {
    const root = temporary();
    writeFileSync(join(root, 'file'), '');
    expect(await refusal(first, join(root, 'file'))).toEqual([`file-in-the-way ${root}/file:1:1`]);
    expect(await refusal(first, join(root, 'file/deep/dist'))).toEqual([`file-in-the-way ${root}/file:1:1`]);
    writeFileSync(join(root, '.zhaideng'), '');
    expect(await refusal(first, root)).toEqual([`file-in-the-way ${root}/.zhaideng:1:1`]);
  });

  it('refuses a plan in which a page is also a folder', async () => {
    const dir = temporary();
    expect(await refusal({ a: '', 'a/b': '' }, dir)).toEqual([`output-path-invalid ${dir}/a:1:1`]);
    const other = temporary();
    await build({ a: '', 'b/c/d': '', e: '' }, { dir: other });
    expect(await refusal({ a: '', 'a/b': '', 'b/c/d': '', e: '' }, other)).toEqual([
      `output-path-invalid ${other}/a:1:1`,
    ]);
    expect(await refusal({ a: '', 'b/c': '', 'b/c/d': '', e: '' }, other)).toEqual([
      `output-path-invalid ${other}/b/c:1:1`,
    ]);
    expect(contents(other)).toEqual({ a: '', 'b/c/d': '', e: '' });
  });
});
