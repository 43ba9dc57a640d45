import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenLinks } from '../setup/links.js';
import { makeSite, seedFile, seedSite, seedText } from '../setup/site.js';

test('every internal link and anchor of the built seed leads somewhere', async () => {
  const site = seedSite();
  await site.run(['build']);
  expect(brokenLinks(join(site.folder, 'dist'))).toEqual([]);
});

test('and of a site of several years that lives below a prefix', async () => {
  const site = makeSite({
    [`content/${seedFile}`]: seedText,
    'content/2021-03-zai-chufa.txt': seedText,
    'content/2022-01-02-kaiju.txt': '市教育局局长 罗青:办学\n罗青\n要办学。\n一、扩容\n要扩容。详情>>\n',
    'content/_pages/about.md': '# 关于本站\n\n编辑部。\n',
  });
  const { status } = await site.run(['build', '--base-url', 'https://news.example.cn/zhaideng/']);
  expect(status).toBe(0);
  expect(brokenLinks(join(site.folder, 'dist'), '/zhaideng/')).toEqual([]);
});

test('a link that leads nowhere would be found', () => {
  const site = makeSite({
    'dist/index.html': '<a href="/a/#point">a</a><a href="/b/">b</a><a href="https://example.cn/c">c</a>',
    'dist/a/index.html': '<h1 id="other">A</h1>',
  });
  expect(brokenLinks(join(site.folder, 'dist'))).toEqual(['index.html → /a/#point', 'index.html → /b/']);
});
