import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHtml } from '../setup/html.js';
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

test('where people speak several times without headlines, links of the same words lead to the same page', async () => {
  const site = makeSite({
    'content/2031-03-02-zuotan.txt':
      '座谈会发言摘登\n主持人：\n大家好，请发言。\n市教育局局长 罗青：\n谢谢主持人。详情>>\n主持人：\n谢谢罗青。\n市教育局局长 罗青：\n再说一句。详情>>\n市财政局局长 何砚：\n过紧日子。\n',
    'content/2030-03-02-luoqing.txt': '全会发言摘登\n市教育局局长 罗青：\n要办学。\n',
  });
  expect((await site.run(['build'])).status).toBe(0);
  const edition = site.read('dist/editions/2031-03-02-zuotan/index.html');
  expect(readHtml(edition).text).toContain('罗青讲话（第2次）详情');
  const titles = ['luo-qing', 'luo-qing-2'].map(
    (slug) => /<title>(.*?)<\/title>/.exec(site.read(`dist/editions/2031-03-02-zuotan/${slug}/index.html`))?.[1],
  );
  expect(new Set(titles).size).toBe(2);
  for (const path of Object.keys(site.published()).filter((name) => name.endsWith('.html'))) {
    const leads = new Map<string, Set<string>>();
    for (const [, href = '', words = ''] of site
      .read(`dist/${path}`)
      .matchAll(/<a [^>]*?href="([^"#]+)[^>]*>(.*?)<\/a>/gs)) {
      const text = words.replace(/<[^>]*>/g, '').trim();
      leads.set(text, (leads.get(text) ?? new Set()).add(href));
    }
    const unclear = [...leads].filter(([, hrefs]) => hrefs.size > 1);
    expect(unclear, path).toEqual([]);
  }
});
