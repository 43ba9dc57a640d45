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
    const { frontMatter, findings } = await read(yaml);
    expect(findings[0]).toBe(finding);
    expect(frontMatter).toEqual({});
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
    const { findings } = await load({ 'a.html': '<p>正文。</p>', 'a.yaml': '\ntitle: x\nnope: 1' });
    expect(say(findings)).toEqual(['content/a.yaml:3:1 error front-matter-unknown-key']);
  });
});
