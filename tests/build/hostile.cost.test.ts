import { randomBytes } from 'node:crypto';
import { appendFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { paragraph, wordDocument } from '../load/wordDocument.js';
import { makeSite, type Site, seedFile, seedText } from '../setup/site.js';
import { activeFiles, activeIn, type Cost, measured } from './hostile.js';

/** What a hostile input may cost, the start of the program included. */
const SECONDS = 2;
const MEMORY = 300 << 20;
/** A build of the seed alone, in seconds of a quiet machine. */
const QUIET = 0.6;

const seedPages = new RegExp(`^(?:assets|editions/${seedFile.replace('.txt', '')}/[^/]+)/`);

/** A digest in which a text stands wherever a digest can have one. */
function everywhere(text: string): string {
  return `---
title: '标题${text.replaceAll("'", "''")}'
source: '日报${text.replaceAll("'", "''")}'
---
## 市教育局局长${text.replaceAll('|', '')} | 罗青 | 办学${text.replaceAll('|', '')}
要办学。${text}
一是扩容${text}。新建两所学校。
## 市财政局局长 | 陆明${text.replaceAll('|', '')} | 管钱
要管好钱袋子。
`;
}

const attacks = `<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)></svg>`;

interface Case {
  name: string;
  files?: Record<string, string | Uint8Array | Promise<Uint8Array>>;
  /** What cannot be written as a text. */
  act?: (site: Site) => void;
  /** Of a finding that is to be raised: `content/x.txt:1:1 rule`. */
  finding?: RegExp;
  status?: number;
}

const cases: Case[] = [
  { name: 'raw HTML in Markdown', files: { 'x.md': everywhere(attacks) } },
  { name: 'raw HTML in a text', files: { 'x.txt': everywhere(attacks) } },
  {
    name: 'a saved page with scripts, frames and handlers',
    files: {
      'x.html': `<base href="https://evil.cn/"><script>alert(1)</script><meta http-equiv=refresh content="0;url=https://evil.cn">
        <p>大会摘登</p><p onclick="x()" style="position:fixed">市教育局局长 罗青:办学</p><p>要办学。<iframe src="https://evil.cn"></iframe>
        <a href="&#106;avascript:alert(1)">详情</a><form action="https://evil.cn"><input></form></p>`,
    },
  },
  {
    name: 'javascript: and data: links, in every spelling',
    files: {
      'x.md': everywhere(
        '[甲](javascript:alert(1)) [乙](JaVaScRiPt:alert(1)) [丙](<java\tscript:alert(1)>) [丁](data:text/html;base64,PHNjcmlwdD4=) [戊](&#x6A;avascript:1) [己](vbscript:x) <javascript:alert(1)> [庚](//evil.cn)',
      ),
    },
  },
  { name: '</script> and <!-- in what becomes JSON-LD', files: { 'x.txt': everywhere('</script><!--<script>') } },
  {
    name: ']]> and control characters in feeds',
    files: { 'x.txt': `${everywhere(']]>')}${'要办好学校。'.repeat(200)}\u0008\u000b` },
  },
  {
    name: 'template syntax',
    files: { 'x.md': everywhere('{{ 7 * 7 }}{% include "/etc/passwd" %}{{ cycler.x }}{# x #}') },
  },
  {
    name: 'characters that turn text around',
    files: { 'x.txt': everywhere('\u202e反\u2066') },
    finding: /^content\/x\.txt:2:\d+ direction-character$/,
  },
  {
    name: 'a name that looks like another one',
    files: { 'x.txt': '大会摘登\n## 市教育局局长 | 罗⻘ | 办学\n要办学。\n' },
    finding: /^content\/x\.txt:2:1 look-alike-name$/,
  },
  {
    name: 'a .docx that unpacks to gigabytes',
    files: {
      'x.docx': wordDocument({ body: paragraph('甲'), entries: { 'word/media/a.xml': Buffer.alloc(80 << 20) } }),
    },
    finding: /^content\/x\.docx:1:1 not-docx$/,
    status: 1,
  },
  {
    name: 'a .docx as large as one may be',
    files: {
      'x.docx': wordDocument({
        body: ['大会摘登', '市教育局局长 罗青:办学', '要办学。'].map((text) => paragraph(text)).join(''),
        entries: { 'word/media/a.png': randomBytes(38 << 20) },
      }),
    },
  },
  {
    name: 'a .docx with an external entity',
    files: {
      'x.docx': wordDocument({
        body: '',
        entries: {
          'word/document.xml': '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>',
        },
      }),
    },
    finding: /^content\/x\.docx:1:1 not-docx$/,
    status: 1,
  },
  {
    name: 'a .docx of as many elements as one may have',
    files: {
      'x.docx': wordDocument({
        body:
          paragraph('大会摘登') +
          paragraph('市教育局局长 罗青:办学') +
          `<w:p>${'<w:r><w:t>甲乙。</w:t></w:r>'.repeat(3)}</w:p>`.repeat(2_050),
      }),
    },
  },
  {
    name: 'a text of 200 MB',
    files: { 'x.txt': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/x.txt'), 200 << 20),
    finding: /^content\/x\.txt:1:1 too-large$/,
    status: 1,
  },
  {
    name: 'a static file of 200 MB that is no page',
    files: { '_static/x.bin': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/_static/x.bin'), 200 << 20),
    finding: /^content\/_static\/x\.bin:1:1 static-too-large$/,
    status: 1,
  },
  {
    name: 'a static file as large as one may be',
    files: { '_static/x.bin': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/_static/x.bin'), 100 << 20),
  },
  {
    name: 'a Word file of 200 MB',
    files: { 'x.docx': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/x.docx'), 200 << 20),
    finding: /^content\/x\.docx:1:1 too-large$/,
    status: 1,
  },
  {
    name: 'a picture of 200 MB beside a text',
    files: { 'x.md': '大会摘登\n市教育局局长 罗青:办学\n要办学。\n\n![](x.jpg)\n', 'x.jpg': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/x.jpg'), 200 << 20),
    finding: /^content\/x\.jpg:1:1 too-large$/,
    status: 1,
  },
  {
    name: 'a photograph as large as one may be',
    files: { 'x.txt': '大会摘登\n市教育局局长 罗青:办学\n要办学。\n', 'x/photos/罗青.jpg': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/x/photos/罗青.jpg'), 32 << 20),
  },
  {
    name: 'a configuration of 200 MB',
    files: { 'speakers.yaml': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/speakers.yaml'), 200 << 20),
    finding: /^content\/speakers\.yaml:1:1 yaml-broken$/,
    status: 1,
  },
  {
    name: 'a photograph of 200 MB',
    files: { 'x.txt': '大会摘登\n市教育局局长 罗青:办学\n要办学。\n', 'x/photos/罗青.jpg': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/x/photos/罗青.jpg'), 200 << 20),
    finding: /^content\/x\/photos\/罗青\.jpg:1:1 too-large$/,
    status: 1,
  },
  {
    name: 'front matter of 200 MB beside a text',
    files: { 'x.html': '<p>大会摘登</p><p>市教育局局长 罗青:办学</p><p>要办学。</p>', 'x.yaml': '' },
    act: ({ folder }) => truncateSync(join(folder, 'content/x.yaml'), 200 << 20),
    finding: /^content\/x\.yaml:1:1 front-matter-too-long$/,
    status: 1,
  },
  {
    name: 'front matter of a megabyte',
    files: { 'x.txt': `---\n${`a: ${'b'.repeat(300)}\n`.repeat(3_500)}---\n市教育局局长 罗青:办学\n要办学。\n` },
    finding: /^content\/x\.txt:1:1 front-matter-too-long$/,
    status: 1,
  },
  {
    name: 'words without end on one line',
    files: { 'x.txt': 'a '.repeat(2_000_000) },
    finding: /^content\/x\.txt:1:100001 line-too-long$/,
    status: 1,
  },
  { name: 'quotes in quotes', files: { 'x.md': '>'.repeat(100_000) }, finding: /too-complex$/, status: 1 },
  {
    name: 'emphasis that pairs with itself',
    files: { 'x.md': '*a'.repeat(50_000) },
    finding: /too-complex$/,
    status: 1,
  },
  { name: 'brackets', files: { 'x.md': '['.repeat(90_000) }, finding: /too-complex$/, status: 1 },
  { name: 'elements in elements', files: { 'x.html': '<div>'.repeat(200_000) }, finding: /too-complex$/, status: 1 },
  {
    name: 'one line of 8 MB',
    files: { 'x.txt': `大会摘登\n市教育局局长 罗青:办学\n${'要办学。'.repeat(690_000)}\n` },
    finding: /^content\/x\.txt:3:100001 line-too-long$/,
    status: 1,
  },
  {
    name: 'one line as long as it may be',
    files: { 'x.txt': `大会摘登\n市教育局局长 罗青:办学\n${'要办学。'.repeat(25_000)}\n` },
  },
  {
    name: 'more lines than a text may have',
    files: { 'x.txt': `大会摘登\n市教育局局长 罗青:办学\n${'要办学。\n'.repeat(290_000)}` },
    finding: /^content\/x\.txt:20001:1 too-many-lines$/,
    status: 1,
  },
  {
    name: 'as many lines as a text may have',
    files: { 'x.txt': `大会摘登\n市教育局局长 罗青:办学\n${'要办学。\n'.repeat(19_998)}` },
    finding: /^content\/x\.txt:3003:1 speech-too-long$/,
    status: 1,
  },
  {
    name: 'as many lines as a text may have, each a point',
    files: { 'x.txt': `大会摘登\n市教育局局长 罗青:办学\n${'一是办学。\n'.repeat(19_998)}` },
    finding: /^content\/x\.txt:3003:1 speech-too-long$/,
    status: 1,
  },
  {
    name: 'as many lines as a text may have, and no speaker',
    files: { 'x.txt': '要办学。\n'.repeat(20_000) },
    finding: /^content\/x\.txt:1:1 no-speaker$/,
    status: 1,
  },
  {
    name: 'as many lines as a text may have, each a speaker',
    files: { 'x.txt': `大会摘登\n${'市教育局局长 罗青：办学\n要办学。\n'.repeat(9_999)}` },
    finding: /^content\/x\.txt:6002:1 too-many-speeches$/,
    status: 1,
  },
  {
    name: 'a speech as long as one may be',
    files: { 'x.txt': `大会摘登\n市教育局局长 罗青:办学\n${'一是要办学。\n'.repeat(3_000)}` },
  },
  {
    name: 'a headline of pages, that would stand on every page',
    files: { 'x.txt': `大会摘登\n## 市教育局局长 | 罗青 | ${'办学'.repeat(40_000)}\n要办学。\n` },
    finding: /^content\/x\.txt:2:1 title-too-long$/,
    status: 1,
  },
  {
    name: 'as many tags as a page may have',
    files: { 'x.html': `<p>大会摘登</p><p>市教育局局长 罗青:办学</p>${'<p>要办学。</p>'.repeat(11_900)}` },
    finding: /speech-too-long$/,
    status: 1,
  },
  {
    name: 'a page of 12 MB that is one attribute',
    files: {
      'x.html': `<p>大会摘登</p><p>市教育局局长 罗青:办学</p><p>要办学。</p><p x="${'a'.repeat(11 << 20)}">好。</p>`,
    },
  },
  {
    name: 'as many missing pictures as a page may have',
    files: {
      'x.html': `<p>大会摘登</p><p>市教育局局长 罗青:办学</p><p>要办学。${'<img src=a.png>'.repeat(11_900)}</p>`,
    },
    finding: /picture-missing$/,
  },
  {
    name: 'a text of colons and speakers',
    files: { 'x.txt': `大会摘登\n${'市教育局局长 罗青:办学\n要办学。\n'.repeat(200)}` },
  },
  {
    name: 'YAML aliases that stand for gigabytes',
    files: {
      'x.txt': `---\n${Array.from({ length: 30 }, (_, n) => `a${n}: &a${n} [${n === 0 ? 'x' : `*a${n - 1}, *a${n - 1}`}]`).join('\n')}\n---\n甲\n`,
    },
    finding: /^content\/x\.txt:2:\d+ yaml-alias$/,
    status: 1,
  },
  {
    name: 'YAML keys of prototypes',
    files: { 'x.txt': '---\n__proto__: { draft: true }\nconstructor: x\n---\n市教育局局长 罗青:办学\n要办学。\n' },
    finding: /^content\/x\.txt:2:1 yaml-forbidden-key$/,
    status: 1,
  },
  {
    name: 'YAML nested past the stack',
    files: { 'x.txt': `---\ntitle: ${'['.repeat(60_000)}\n---\n甲\n` },
    finding: /yaml-broken$/,
    status: 1,
  },
  {
    name: 'a link to a private file',
    act: ({ folder }) => {
      writeFileSync(join(folder, 'secret.txt'), '市教育局局长 罗青:密\n密码。\n');
      symlinkSync('../secret.txt', join(folder, 'content/x.txt'));
    },
    finding: /^content\/x\.txt:1:1 link-outside$/,
    status: 1,
  },
  {
    name: 'names that climb out of the folder',
    files: {
      'x.txt': `---\nslug: x\naliases: ['/../../x/', '/..%2f..%2fy/']\n---\n市教育局局长 罗青:办学\n要办学。\n`,
    },
    finding: /^content\/x\.txt:1:1 address-not-possible$/,
    status: 1,
  },
];

/**
 * Time on the processor grows too where others use it: what a build of the seed alone takes at this moment, over what
 * it takes on a quiet machine.
 */
async function busy(): Promise<number> {
  const { cost } = await measured(makeSite({ [`content/${seedFile}`]: seedText }), ['build', '--no-cache']);
  return Math.max(1, cost.seconds / QUIET, least.seconds / QUIET);
}

/**
 * @param seconds what a build took
 * @returns what it takes on a quiet machine, as far as that can be told: the least of five, where one is too much
 */
async function leastOf(seconds: number, site: Site): Promise<number> {
  let found = seconds;
  for (let again = 0; again < 4 && found > SECONDS; again += 1) {
    const factor = await busy();
    const { cost } = await measured(site, ['build', '--no-cache', '--json']);
    found = Math.min(found, cost.seconds, seconds / factor, cost.seconds / factor);
  }
  return found;
}

let expected: Record<string, string>;
let least: Cost;
const costs: string[] = [];
beforeAll(async () => {
  const site = makeSite({ [`content/${seedFile}`]: seedText });
  const { status, cost } = await measured(site, ['build', '--no-cache']);
  expect(status).toBe(0);
  least = cost;
  expected = seedOnly(site);
  expect(Object.keys(expected).length).toBeGreaterThan(7);
});

function seedOnly(site: Site): Record<string, string> {
  return Object.fromEntries(Object.entries(site.published()).filter(([path]) => seedPages.test(path)));
}

describe('costs no more than two seconds and 300 MB, runs nothing, and changes no other page:', () => {
  test.each(cases)('$name', async ({ name, files = {}, act, finding, status = 0 }) => {
    const site = makeSite({ [`content/${seedFile}`]: seedText });
    for (const [path, content] of Object.entries(files)) site.write(`content/${path}`, await content);
    act?.(site);
    const run = await measured(site, ['build', '--no-cache', '--json']);
    costs.push(`${name}: ${run.cost.seconds.toFixed(2)} s, ${run.cost.memory >> 20} MB`);
    const { messages } = JSON.parse(run.stdout);
    const found = (messages as { file: string; line: number; column: number; ruleId: string }[]).map(
      ({ file, line, column, ruleId }) => `${file}:${line}:${column} ${ruleId}`,
    );
    expect(run.status, found.join('\n')).toBe(status);
    if (finding) expect(found).toContainEqual(expect.stringMatching(finding));
    expect(run.stderr).not.toMatch(/\n\s+at .+:\d+:\d+/);
    if (status === 0) {
      expect(activeFiles(site)).toEqual({});
      expect(seedOnly(site)).toEqual(expected);
    } else expect(site.exists('dist/index.html')).toBe(false);
    expect(await leastOf(run.cost.seconds, site)).toBeLessThan(SECONDS);
    expect(run.cost.memory).toBeLessThan(MEMORY);
  });

  test('an input that is written all the time', async () => {
    const site = makeSite({ [`content/${seedFile}`]: seedText });
    const path = join(site.folder, 'content/x.txt');
    writeFileSync(path, '大会摘登\n市教育局局长 罗青:办学\n要办学。\n');
    const writing = setInterval(() => appendFileSync(path, '还要办学。\n'), 1);
    const { status, stdout } = await measured(site, ['build', '--no-cache', '--json']);
    clearInterval(writing);
    const { ok, messages } = JSON.parse(stdout);
    if (ok) expect([status, activeFiles(site)]).toEqual([0, {}]);
    else expect(messages).toContainEqual(expect.objectContaining({ ruleId: 'input-keeps-changing' }));
  });

  test('and the search for what could run would find it', () => {
    expect(
      activeIn('<script>1</script><p onclick="1" style="x">甲</p><a href=" javascript:1">乙</a><iframe></iframe>'),
    ).toEqual(['script', 'p onClick', 'p style', 'a href= javascript:1', 'iframe']);
    console.log([`nothing hostile: ${least.seconds.toFixed(2)} s, ${least.memory >> 20} MB`, ...costs].join('\n'));
  });
});
