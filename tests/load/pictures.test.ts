import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../src/load/load.js';
import { scanContent } from '../../src/load/scan.js';
import { blocks, load, makeFolder, say, scan } from './folder.js';

describe('pictures of HTML and Markdown', () => {
  it('are files beside the text, in its folders, or in those that browsers save', async () => {
    const { inputs, findings } = await scan({
      'x.html':
        '<p><img src="a.jpg">甲</p><p><img src="./x_files/b%20c.png?v=1#y">乙</p><p><img data-src="img\\d.webp" src="data:,">丙</p><p><img src="x/e.gif" alt="何砚">丁</p>',
      'a.jpg': 'a',
      'x_files/b c.png': 'b',
      'x_files/script.js': 'x',
      'x_files/frame.html': 'x',
      'img/d.webp': 'd',
      'x/e.gif': 'e',
    });
    expect(inputs.map(({ file }) => file)).toEqual(['content/x.html']);
    expect(findings).toEqual([]);
    const [input] = inputs as [(typeof inputs)[0]];
    const document = await loadDocument(input);
    expect(document.findings).toEqual([]);
    const found = document.root.children.flatMap(({ data }) => data?.facts?.pictures ?? []);
    const folder = input.absolute.slice(0, -'x.html'.length);
    expect(found.map(({ path }) => path?.slice(folder.length))).toEqual([
      'a.jpg',
      'x_files/b c.png',
      'img/d.webp',
      'x/e.gif',
    ]);
    expect(found.at(-1)?.alt).toBe('何砚');
  });

  it('count in the digest', async () => {
    const text = '![](a.jpg)甲';
    const [before] = (await scan({ 'x.md': text, 'a.jpg': 'a' })).inputs;
    const [after] = (await scan({ 'x.md': text, 'a.jpg': 'b' })).inputs;
    expect(before?.digest).not.toBe(after?.digest);
  });

  it('are missed where they are not, and never looked for outside', async () => {
    const document = await load({
      'x.md':
        '甲![](gone.jpg)\n乙![](../../../etc/passwd)\n丙![](file:///etc/passwd)\n丁![](/etc/passwd)\n戊![](%E0%A4%A)',
    });
    expect(blocks(document)).toEqual(['1:1 甲', '2:1 乙', '3:1 丙', '4:1 丁', '5:1 戊']);
    expect(say(document.findings)).toEqual(
      [1, 2, 3, 4, 5].map((line) => `content/x.md:${line}:1 info picture-missing`),
    );
  });

  it('may be on the web, or in the address itself', async () => {
    const document = await load({
      'x.html':
        '<p><img src="https://a.cn/x.jpg">甲</p><p><img src="//a.cn/y.jpg">乙</p>' +
        '<p><img src="data:image/png;base64,AQID">丙</p><p><img src="data:image/svg+xml,%3Csvg/%3E">丁</p>',
    });
    expect(document.root.children.map(({ data }) => data?.facts?.pictures)).toEqual([
      [{ source: 'https://a.cn/x.jpg', alt: '' }],
      [{ source: '//a.cn/y.jpg', alt: '' }],
      [{ source: 'image-1.png', bytes: Buffer.from([1, 2, 3]), alt: '' }],
      undefined,
    ]);
    expect(say(document.findings)).toEqual(['content/x.html:1:161 info picture-format']);
  });

  it('stand at the caption under them', async () => {
    const document = await load({ 'x.html': '<p>甲</p><p><img src="a.jpg"><br>何砚</p><p>乙</p>', 'a.jpg': 'a' });
    expect(blocks(document)).toEqual(['1:4 甲', '1:33 何砚 {a.jpg}', '1:42 乙']);
  });

  it('are not read where they are larger than any photograph', async () => {
    const cwd = makeFolder({
      'content/a.txt': '甲',
      'content/a/photos/甲.jpg': 'x',
      'content/b.md': '乙',
      'content/b.png': 'x',
    });
    for (const path of ['content/a/photos/甲.jpg', 'content/b.png']) truncateSync(join(cwd, path), 33 << 20);
    const { inputs, findings } = await scanContent('content', { cwd });
    expect(inputs.map(({ companion }) => [...companion.photos, ...companion.pictures])).toEqual([[], []]);
    expect(say(findings)).toEqual(['content/b.png:1:1 error too-large', 'content/a/photos/甲.jpg:1:1 error too-large']);
  });
});
