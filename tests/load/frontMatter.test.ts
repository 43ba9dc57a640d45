import { describe, expect, it } from 'vitest';
import { blocks, load, say } from './folder.js';

async function read(yaml: string): Promise<{ frontMatter: unknown; findings: string[] }> {
  const { frontMatter, findings } = await load({ 'a.txt': `---\n${yaml}\n---\n正文\n` });
  return { frontMatter, findings: say(findings) };
}

describe('front matter', () => {
  it('is read at the top of a text and counted as syntax', async () => {
    const document = await load({ 'a.txt': '---\ntitle: 标题\ndate: 2020-03-01\ndraft: true\n---\n\n正文\n' });
    expect(document.frontMatter).toEqual({ title: '标题', date: '2020-03-01', draft: true });
    expect(blocks(document)).toEqual(['7:1 正文 {gap}']);
    expect(document.characters - document.syntax).toBe(2);
  });

  it('keeps numbers and dates as written, and leaves empty keys out', async () => {
    expect(await read('title: 2020\ndate: 2020\nsource:\naliases: [/old/1.html]')).toEqual({
      frontMatter: { title: '2020', date: '2020', aliases: ['/old/1.html'] },
      findings: [],
    });
  });

  it('knows the Chinese names of keys, and dates as they are written in Chinese', async () => {
    expect(await read('标题: 摘登\n日期: 2031年3月2日\n来源: 云川日报\n场合: 大会上的讲话')).toEqual({
      frontMatter: { title: '摘登', date: '2031-03-02', source: '云川日报', occasion: '大会上的讲话' },
      findings: [],
    });
  });

  it('stands in NAME.yaml for other formats', async () => {
    const { frontMatter, findings } = await load({ 'a.html': '<p>正文。</p>', 'a.yaml': 'title: 标题\ndate: 2031/3' });
    expect(frontMatter).toEqual({ title: '标题', date: '2031-03' });
    expect(findings).toEqual([]);
  });

  it.each([
    ['titel: 标题', 'content/a.txt:2:1 error front-matter-unknown-key'],
    ['title: 标题\nslug: Not A Slug', 'content/a.txt:3:1 error front-matter-invalid'],
    ['draft: maybe', 'content/a.txt:2:1 error front-matter-invalid'],
    ['date: 2031-02-30', 'content/a.txt:2:1 error front-matter-impossible-date'],
    ['aliases:\n  - old.html', 'content/a.txt:3:5 error front-matter-invalid'],
    ['title: "a', 'content/a.txt:3:1 error yaml-broken'],
    ['title: a: b', 'content/a.txt:2:8 error yaml-broken'],
    ['标题：摘登', 'content/a.txt:2:1 error yaml-no-keys'],
    ['- a\n- b', 'content/a.txt:2:1 error yaml-no-keys'],
    ['title: a\ntitle: b', 'content/a.txt:3:1 error yaml-duplicate-key'],
    ['title: a\n标题: b', 'content/a.txt:3:1 error yaml-duplicate-key'],
    ['title: &a 标题', 'content/a.txt:2:11 error yaml-alias'],
    ['title: &a 标题\nsource: *a', 'content/a.txt:2:11 error yaml-alias'],
    ['title: 标题\n__proto__: {draft: true}', 'content/a.txt:3:1 error yaml-forbidden-key'],
    ['constructor: x', 'content/a.txt:2:1 error yaml-forbidden-key'],
  ])('reports %j where it stands', async (yaml, finding) => {
    const { findings } = await read(yaml);
    expect(findings[0]).toBe(finding);
  });

  it('keeps what is right beside what is wrong', async () => {
    const { frontMatter, findings } = await read(
      'title: 标题\nslug: Not A Slug\nsorce: 日报\ndate: 2031-02-30\naliases:\n  - old.html\n  - b.html',
    );
    expect(frontMatter).toEqual({ title: '标题' });
    expect(findings).toEqual([
      'content/a.txt:4:1 error front-matter-unknown-key',
      'content/a.txt:3:1 error front-matter-invalid',
      'content/a.txt:7:5 error front-matter-invalid',
      'content/a.txt:8:5 error front-matter-invalid',
      'content/a.txt:5:1 error front-matter-impossible-date',
    ]);
  });

  it('of Hexo, Jekyll and Hugo is used as far as its keys are ours, and the others are told once', async () => {
    const hexo =
      'title: 摘登\ndate: 2031-03-02 18:00:00\nupdated: 2031-03-03 09:00:00\ntags:\n  - 发言\ncategories: 摘登\nlayout: post\nmein: 1';
    const { frontMatter, findings } = await load({ 'a.md': `---\n${hexo}\n---\n正文\n` });
    expect(frontMatter).toEqual({ title: '摘登', date: '2031-03-02' });
    expect(say(findings)).toEqual(['content/a.md:4:1 info front-matter-other-keys']);
    expect(findings[0]?.reason).toContain('有 5 项在这里用不上：updated、tags、categories、layout、mein');
  });

  it('without a first fence, as Hexo allows it, is front matter all the same', async () => {
    const document = await load({ 'a.md': 'title: 摘登\ndate: 2031/3/2 18:00\ntags: [a]\n---\n正文\n' });
    expect(document.frontMatter).toEqual({ title: '摘登', date: '2031-03-02' });
    expect(blocks(document)).toEqual(['5:1 正文']);
    const text = await load({ 'a.md': 'title: 摘登\n何砚说了话。\n---\n正文\n' });
    expect(text.frontMatter).toEqual({});
  });

  it('may stand below empty lines', async () => {
    const document = await load({ 'a.txt': '\n \n---\ntitle: 摘登\n---\n正文\n' });
    expect(document.frontMatter).toEqual({ title: '摘登' });
    expect(blocks(document)).toEqual(['6:1 正文']);
    expect((await load({ 'a.txt': '\n---\n标题\n---\n正文\n' })).frontMatter).toEqual({});
  });

  it('holds back what its author held back', async () => {
    expect((await read('title: 摘登\npublished: false')).frontMatter).toEqual({ title: '摘登', draft: true });
    expect((await read('title: 摘登\npublished: true')).frontMatter).toEqual({ title: '摘登' });
  });

  it.each([
    '2031-03-02 18:00:00',
    '2031-03-02T18:00:00+08:00',
    '2031-03-02 18:00:00 +0800',
    '2031-03-02T10:00:00.000Z',
    '2031/03/02 18:00',
    '2031年3月2日 18:00',
  ])('reads the date of %s', async (date) => {
    expect((await read(`date: ${date}`)).frontMatter).toEqual({ date: '2031-03-02' });
    expect((await read(`date: '${date}'`)).frontMatter).toEqual({ date: '2031-03-02' });
  });

  it('in TOML, as Hugo writes it, is read between two lines +++', async () => {
    const toml =
      '+++\ntitle = "摘登"\ndate = 2031-03-02T18:00:00+08:00\ndraft = false\naliases = ["/old/"]\nweight = 3\n[params]\n  a = 1\n+++\n\n正文\n';
    const document = await load({ 'a.md': toml });
    expect(document.frontMatter).toEqual({ title: '摘登', date: '2031-03-02', draft: false, aliases: ['/old/'] });
    expect(blocks(document)).toEqual(['11:1 正文 {gap}']);
    expect(say(document.findings)).toEqual(['content/a.md:6:1 info front-matter-other-keys']);
    expect(document.characters - document.syntax).toBe(2);
  });

  it.each([
    ['title = 摘登', 'content/a.md:2:9 error toml-broken'],
    ['title = "摘登"\ntitle = "b"', 'content/a.md:3:1 error toml-broken'],
    ['title = "摘登"\nslug = "A B"', 'content/a.md:3:1 error front-matter-invalid'],
    ['titel = "摘登"', 'content/a.md:2:1 error front-matter-unknown-key'],
  ])('reports what is wrong in the TOML %j', async (toml, finding) => {
    const { findings } = await load({ 'a.md': `+++\n${toml}\n+++\n正文\n` });
    expect(say(findings)).toEqual([finding]);
  });

  it('in TOML refuses nesting that would exhaust the parser', async () => {
    const { findings } = await load({ 'a.md': `+++\ntitle = ${'['.repeat(20_000)}\n+++\n正文\n` });
    expect(say(findings)).toEqual(['content/a.md:2:1009 error toml-broken']);
  });

  it('refuses nesting that would exhaust the parser', async () => {
    const { findings } = await read(`title: ${'['.repeat(20_000)}`);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^content\/a\.txt:2:\d+ error yaml-broken$/);
  });

  it('refuses more of it than anybody writes, at the top and beside the text', async () => {
    const long = `a: ${'b'.repeat(96)}\n`.repeat(1_000);
    expect((await read(long)).findings).toEqual(['content/a.txt:1:1 error front-matter-too-long']);
    const { findings } = await load({ 'a.html': '<p>正文。</p>', 'a.yaml': long });
    expect(say(findings)).toEqual(['content/a.yaml:1:1 error front-matter-too-long']);
    expect(findings[0]?.params).toEqual({ size: 98, limit: 64 });
  });

  it('suggests the nearest key', async () => {
    const { findings } = await load({ 'a.txt': '---\noccassion: x\n---\n正文' });
    expect(findings[0]?.note).toContain('“occasion”');
  });

  it('reports a fence that is never closed, and keeps the text', async () => {
    const document = await load({ 'a.txt': '---\ntitle: x\n正文' });
    expect(say(document.findings)).toEqual(['content/a.txt:1:1 error front-matter-unclosed']);
    expect(document.root.children).toHaveLength(3);
  });

  it('refuses front matter in two places', async () => {
    const { findings } = await load({ 'a.txt': '---\ntitle: x\n---\n正文', 'a.yaml': 'title: y' });
    expect(say(findings)).toEqual(['content/a.yaml:1:1 error front-matter-twice']);
  });

  it('reports faults of NAME.yaml there', async () => {
    const { findings } = await load({ 'a.html': '<p>正文。</p>', 'a.yaml': '\ntitle: x\nslugs: 1' });
    expect(say(findings)).toEqual(['content/a.yaml:3:1 error front-matter-unknown-key']);
  });
});
