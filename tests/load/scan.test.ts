import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../src/load/load.js';
import { scanContent } from '../../src/load/scan.js';
import { blocks, makeFolder, say, scan } from './folder.js';

const photo = new Uint8Array([1, 2, 3]);

async function names(files: Parameters<typeof scan>[0]): Promise<string[]> {
  return (await scan(files)).inputs.map(({ file }) => file);
}

describe('finding inputs', () => {
  it('walks folders in the order of code units and leaves _ and . alone', async () => {
    const files = {
      'b.txt': '乙',
      'B.md': '甲',
      '2020/x.html': '丙',
      '_draft.txt': '丁',
      '.hidden.txt': '戊',
      '_old/y.txt': '己',
    };
    expect(await names(files)).toEqual(['content/2020/x.html', 'content/B.md', 'content/b.txt']);
  });

  it('gives one list whatever the order in which files were made', async () => {
    const files = Object.fromEntries(
      ['十', 'a', '一', 'Z', '\u{20000}', '\uff01'].map((name) => [`${name}.txt`, name]),
    );
    const turned = Object.fromEntries(Object.entries(files).reverse());
    expect(await names(files)).toEqual(await names(turned));
  });

  it.each([
    ['2031-03-02-shigan', '2031-03-02', 'shigan'],
    ['20310302_大会', '2031-03-02', '大会'],
    ['2031-03-大会', '2031-03', '大会'],
    ['2020-x', '2020', 'x'],
    ['2031-03-02', '2031-03-02', ''],
    ['2020-15周年', '2020', '15周年'],
    ['0012-x', null, '0012-x'],
    ['12345-x', null, '12345-x'],
    ['大会2031-03-02', null, '大会2031-03-02'],
  ])('reads the date off the name %s', async (whole, date, stem) => {
    const { inputs, findings } = await scan({ [`${whole}.txt`]: '文' });
    expect(inputs[0]?.name).toEqual({ date, stem, whole });
    expect(findings).toEqual([]);
  });

  it.each(['2031-02-30-x', '20311301-x', '2031-13-x'])('warns of %s, a date in no calendar', async (whole) => {
    const { inputs, findings } = await scan({ [`${whole}.txt`]: '文' });
    expect(inputs[0]?.name).toEqual({ date: null, stem: whole, whole });
    expect(say(findings)).toEqual([`content/${whole}.txt:1:1 warning impossible-date`]);
  });

  it('takes the folder for the name of index.*', async () => {
    const { inputs } = await scan({ '2031-大会/index.md': '文', '2031-大会/photos/陆明.jpg': photo });
    expect(inputs[0]?.name).toEqual({ date: '2031', stem: '大会', whole: '2031-大会' });
    expect(inputs[0]?.companion.photos.map(({ file }) => file)).toEqual(['content/2031-大会/photos/陆明.jpg']);
  });

  it('finds photographs, full texts and front matter that belong to a text', async () => {
    const { inputs, findings } = await scan({
      'x.txt': '摘登',
      'x.yaml': 'title: 标题',
      'x/photos/陆明.jpg': photo,
      'x/full/陆明.md': '全文',
    });
    expect(inputs).toHaveLength(1);
    const document = await loadDocument(inputs[0] as (typeof inputs)[0]);
    expect(document.photos.get('陆明')?.endsWith('x/photos/陆明.jpg')).toBe(true);
    expect(blocks(document.full.get('陆明') as typeof document)).toEqual(['1:1 全文']);
    expect(document.frontMatter).toEqual({ title: '标题' });
    expect([...findings, ...document.findings]).toEqual([]);
  });

  it('takes NAME.yaml for NAME/index.html', async () => {
    const { inputs } = await scan({ 'x/index.html': '<p>文。</p>', 'x.yaml': 'title: 标题' });
    expect(inputs[0]?.companion.frontMatter?.file).toBe('content/x.yaml');
  });

  it('reports findings of full texts with the edition', async () => {
    const { inputs } = await scan({ 'x.txt': '摘登', 'x/full/陆明.txt': '' });
    const document = await loadDocument(inputs[0] as (typeof inputs)[0]);
    expect(say(document.findings)).toEqual(['content/x/full/陆明.txt:1:1 error empty-file']);
  });

  it('names what it does not read', async () => {
    const { findings } = await scan({
      'x.txt': '文',
      'a.pdf': '%PDF',
      'b.doc': 'x',
      'c.wps': 'x',
      'd.json': '{}',
      'e.jpg': photo,
      'f.yaml': 'title: x',
      'x/note.txt': 'x',
      'x/photos/a.gif': photo,
      'x/full/a.pdf': 'x',
    });
    expect(say(findings)).toEqual([
      'content/x/full/a.pdf:1:1 warning stray-companion',
      'content/x/note.txt:1:1 warning stray-companion',
      'content/x/photos/a.gif:1:1 warning stray-companion',
      'content/f.yaml:1:1 warning stray-companion',
      'content/a.pdf:1:1 warning unknown-format',
      'content/b.doc:1:1 warning unknown-format',
      'content/c.wps:1:1 warning unknown-format',
      'content/d.json:1:1 info ignored-file',
      'content/e.jpg:1:1 warning stray-picture',
    ]);
  });

  it('leaves alone what editors and systems strew about', async () => {
    const junk = ['~$x.docx', 'x.txt~', '.x.txt.swp', '4913', 'Thumbs.db', '.DS_Store', '#x.txt#', 'x.tmp'];
    const { findings, inputs } = await scan(Object.fromEntries(['x.txt', ...junk].map((name) => [name, '文'])));
    expect(inputs).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  it('lists pages and static files', async () => {
    const { pages, statics, inputs, findings } = await scan({
      '_pages/about.md': '# 关于',
      '_pages/deep/x.md': 'x',
      '_static/.well-known/x': 'x',
      '_static/a/b.css': 'x',
      '_static/.DS_Store': 'x',
    });
    expect(pages.map(({ file, name }) => [file, name.whole])).toEqual([['content/_pages/about.md', 'about']]);
    expect(statics.map(({ path }) => path)).toEqual(['.well-known/x', 'a/b.css']);
    expect(inputs).toEqual([]);
    expect(say(findings)).toEqual(['content/_pages/deep:1:1 warning stray-companion']);
  });
});

describe('checking some paths only', () => {
  const files = {
    'content/site.yaml': 'name: 主站',
    'content/x.txt': '文',
    'other/site.yaml': 'name: 别站',
    'other/a.txt': '文',
    'other/a/photos/陆明.jpg': photo,
    'other/b.pdf': 'x',
    'other/_c.txt': '文',
  };

  it('knows a file, what belongs to it, and the site.yaml beside it', async () => {
    const cwd = makeFolder(files);
    const { inputs, site, siteFile, findings } = await scanContent('content', { cwd, only: ['other/a.txt'] });
    expect(inputs.map(({ file }) => file)).toEqual(['other/a.txt']);
    expect(inputs[0]?.companion.photos).toHaveLength(1);
    expect([site.name, siteFile]).toEqual(['别站', 'other/site.yaml']);
    expect(findings).toEqual([]);
  });

  it('knows a folder, and several paths without doubles', async () => {
    const cwd = makeFolder(files);
    const { inputs, site } = await scanContent('content', {
      cwd,
      only: ['content', 'other', 'other/a.txt', 'other/_c.txt'],
    });
    expect(inputs.map(({ file }) => file)).toEqual(['content/x.txt', 'other/_c.txt', 'other/a.txt']);
    expect(site.name).toBe('主站');
  });

  it('reports a file of unknown format and a path that is nowhere', async () => {
    const cwd = makeFolder(files);
    const { findings } = await scanContent('content', { cwd, only: ['other/b.pdf', 'nowhere'] });
    expect(say(findings)).toEqual(['other/b.pdf:1:1 warning unknown-format', 'nowhere:1:1 error no-such-path']);
  });

  it('sees the same file under NAME/index.* as the whole content does', async () => {
    const cwd = makeFolder({ 'content/2031-x/index.txt': '文' });
    const { inputs } = await scanContent('content', { cwd, only: ['content/2031-x/index.txt'] });
    expect(inputs[0]?.name.whole).toBe('2031-x');
  });
});
