import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../src/load/load.js';
import { scanContent } from '../../src/load/scan.js';
import { addFiles, load, makeFolder, say } from './folder.js';

/** Reading one of these takes well below two seconds on a quiet machine; a busy one gets more. */
const PATIENCE = 10_000;

async function read(name: string, text: string): Promise<string[]> {
  const begun = performance.now();
  const { findings } = await load({ [name]: text });
  expect(performance.now() - begun).toBeLessThan(PATIENCE);
  return say(findings);
}

describe('texts made to exhaust a parser', () => {
  it.each([
    ['emphasis that pairs with itself', `一\n\n${'*a'.repeat(12_000)}`, 3],
    ['emphasis of underscores', '_a '.repeat(20_000), 1],
    ['brackets', '['.repeat(90_000), 1],
    ['links', '[a](b)'.repeat(16_000), 1],
    ['comments that never end', `甲\n${'x<!--'.repeat(10_000)}`, 1],
    ['code that never ends', Array.from({ length: 600 }, (_, n) => `a${'`'.repeat(n + 1)}a`).join('\n'), 1],
    ['quotes in quotes', `甲\n\n${'>'.repeat(5_000)}`, 3],
    ['lists in lists', `甲\n${'- '.repeat(60)}乙`, 2],
    ['lists in lists by indent', Array.from({ length: 400 }, (_, n) => `${'  '.repeat(n)}- 甲*乙*`).join('\n'), 51],
    ['many lines of lists in lists', `${'- '.repeat(40)}乙\n`.repeat(2_000), 57],
    ['marks without end', '甲*乙*丙*丁*\n\n'.repeat(19_000), 0],
  ])('Markdown: %s', async (_, text, line) => {
    const findings = await read('a.md', text);
    if (line > 0) expect(findings).toEqual([`content/a.md:${line}:1 error too-complex`]);
    else expect(findings[0]).toMatch(/^content\/a\.md:\d+:1 error too-complex$/);
  });

  it.each([
    ['elements in elements', `<p>甲\n${'<div>'.repeat(3_000)}`, 2],
    [
      'emphasis opened anew in every block',
      Array.from({ length: 400 }, (_, n) => `<b a${n}>`).join('') + '<p>'.repeat(2_000),
      1,
    ],
    ['emphasis that is never closed', '<p>甲</p>\n<p><font color=red><b>乙\n'.repeat(60_000), 6001],
    ['attributes', `<p ${Array.from({ length: 5_000 }, (_, n) => `a${n}`).join(' ')}>`, 1],
    ['tags', '<p>甲</p>'.repeat(26_000), 1],
  ])('HTML: %s', async (_, text, line) => {
    expect(await read('a.html', text)).toEqual([`content/a.html:${line}:1 error too-complex`]);
  });

  it.each([
    ['a.html', `<p>甲<p ${'"'.repeat(200_000)}`],
    ['a.html', `<p>甲${'<!--'.repeat(50_000)}`],
    ['a.html', `<p>甲</p><script>${'</scrip'.repeat(50_000)}`],
    ['a.html', `<p>甲${'<'.repeat(90_000)}`],
    ['a.html', `<title>${' '.repeat(90_000)}-x</title><p>甲。</p>`],
    ['a.html', `<p style="${';'.repeat(100_000)}">甲</p>`],
    ['a.md', `甲${' '.repeat(90_000)}乙`],
    ['a.md', `甲\n\n${'    '.repeat(20_000)}乙`],
    ['a.md', '&'.repeat(10_000)],
    ['a.txt', `${'\n'.repeat(250_000)}甲`],
    ['a.txt', `---\n${' '.repeat(60_000)}\n---\n甲`],
  ])('%s is read where nothing of it is costly (%#)', async (name, text) => {
    const findings = await read(name, text);
    expect(findings.filter((finding) => finding.includes(' error '))).toEqual([]);
  });

  it.each([
    ['a.txt', `${'甲\n'.repeat(20_000)}乙`, '20001:1 error too-many-lines'],
    ['a.txt', `${'甲\n\n'.repeat(20_000)}乙`, '40001:1 error too-many-lines'],
    ['a.txt', `${'\n'.repeat(300_000)}乙`, '300001:1 error too-many-lines'],
    ['a.html', `<pre>${`${'甲\n'.repeat(20_000)}`}乙</pre>`, '20001:1 error too-many-lines'],
    ['a.txt', `甲\n${'乙'.repeat(100_001)}`, '2:100001 error line-too-long'],
    ['a.md', `甲\n\n${'乙'.repeat(100_001)}`, '3:100001 error line-too-long'],
    ['a.html', `<p>甲</p>\n<p>${'乙'.repeat(100_001)}`, '2:100004 error line-too-long'],
    [
      'a.html',
      `<p>甲</p>\n<p>${'<b>乙</b>'.repeat(6)}${`${'丙'.repeat(50_000)}<b>丁</b>`.repeat(3)}</p>`,
      '2:7 error line-too-long',
    ],
  ])('has more lines or a longer one than a text may have: %s (%#)', async (name, text, finding) => {
    expect(await read(name, text)).toEqual([`content/${name}:${finding}`]);
  });

  it('has as many lines as a text may have, and as long a one', async () => {
    expect(await read('a.txt', `${'甲\n'.repeat(19_999)}${'乙'.repeat(100_000)}`)).toEqual([]);
  });

  it('holds a picture as data in a long line of Markdown', async () => {
    const data = `data:image/png;base64,${'A'.repeat(400_000)}`;
    const findings = await read('a.md', `甲\n\n![乙](${data})\n`);
    expect(findings).toEqual([]);
  });
});

describe('files too large to read', () => {
  it('are hashed in pieces, named, and not read', async () => {
    const folder = makeFolder({});
    addFiles(folder, { 'content/a.txt': '甲', 'content/b.docx': 'PK', 'content/c.txt': '乙' });
    truncateSync(join(folder, 'content/a.txt'), 200 << 20);
    truncateSync(join(folder, 'content/b.docx'), 65 << 20);
    const before = process.memoryUsage().rss;
    const { inputs, findings } = await scanContent('content', { cwd: folder });
    const documents = [];
    for (const input of inputs) documents.push(await loadDocument(input));
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
    expect(findings).toEqual([]);
    expect(documents.flatMap((document) => say(document.findings))).toEqual([
      'content/a.txt:1:1 error too-large',
      'content/b.docx:1:1 error too-large',
    ]);
    expect(documents[0]?.findings[0]?.params).toEqual({ size: 200, limit: 8 });
  });
});

describe('what pages and texts try to bring in', () => {
  it('is text at most: no handler, no script, no entity survives', async () => {
    const { root } = await load({
      'a.md':
        '<a href="javascript:alert(1)" onclick="x()">甲</a> [乙](javascript:alert(2)) <img src=x onerror=alert(3)>\n\n<svg onload=alert(4)>丙</svg>\n\n{{ 7 * 7 }} {% include "x" %} </script> ]]> &#x202e;',
    });
    const json = JSON.stringify(root);
    for (const trace of ['onclick', 'onerror', 'onload', 'svg']) expect(json).not.toContain(trace);
    expect(json).toContain('{{ 7 * 7 }} {% include \\"x\\" %}');
  });
});
