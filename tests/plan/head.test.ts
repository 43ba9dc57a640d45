import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/plan/pages/securityPolicy.js';
import { telephoneAddress } from '../../src/plan/pages/telephone.js';
import { richProse } from '../../src/render/richProse.js';
import { digest, plan } from './planned.js';

const url = 'https://news.example.cn/zhaideng/';
const files = { '2020-03-02-a.txt': `---\nsource: 云川日报\n---\n${digest('陆明')}` };

describe('a page’s title', () => {
  const titled = async (length: number) => {
    const headline = '实'.repeat(length);
    const { model } = await plan({
      'site.yaml': 'name: 云川摘登\n',
      '2020-a.txt': `区长 陆明：${headline}\n陆明\n要实干。\n`,
    });
    return (await model('speech', 'editions/2020-a/lu-ming/index.html')).page.title;
  };

  test('has the site’s name as long as it has 70 characters at most', async () => {
    expect(await titled(60)).toBe(`陆明：${'实'.repeat(60)} - 云川摘登`);
    expect(await titled(61)).toBe(`陆明：${'实'.repeat(61)}`);
  });

  test('is never cut', async () => {
    expect(await titled(90)).toBe(`陆明：${'实'.repeat(90)}`);
  });
});

test('every page announces both feeds', async () => {
  const { model } = await plan(files, url);
  const { page } = await model('home', 'index.html');
  expect(page.feeds.map(({ href }) => href)).toEqual(['/zhaideng/feed.xml', '/zhaideng/feed.json']);
});

test('links of the menu that leave the site are known as such', async () => {
  const hrefs = ['/about/', '//a.cn/', 'HTTPS://a.cn/', 'mailto:a@b.cn'];
  const nav = hrefs.map((href) => `  - { label: x, href: "${href}" }\n`).join('');
  const { model } = await plan({ ...files, 'site.yaml': `nav:\n${nav}` }, url);
  const { site } = await model('home', 'index.html');
  expect(site.nav.map(({ href, external }) => [href, external])).toEqual([
    ['/zhaideng/about/', false],
    ['//a.cn/', true],
    ['HTTPS://a.cn/', true],
    ['mailto:a@b.cn', false],
  ]);
});

test('a page of the site’s own links below the site’s prefix, as the menu does', async () => {
  const text = '# 关于\n\n见[**发言人**](/speakers/)、[外](//a.cn/)、[下](x/)、[上](#a)。\n\n- [期](/editions/)\n';
  const { model } = await plan({ ...files, '_pages/about.md': text }, url);
  const { body } = await model('text', 'about/index.html');
  if (body.type !== 'root') throw new Error(body.type);
  expect([...richProse(body, '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/zhaideng/speakers/',
    '//a.cn/',
    'x/',
    '#a',
    '/zhaideng/editions/',
  ]);
});

test('a link of a speech stays as written: it is an address of the original', async () => {
  const { model } = await plan({ '2020-a.md': '## 区长 | 陆明 | 实干\n\n见[报道](/news/1.html)。详情>>\n' }, url);
  expect(JSON.stringify((await model('speech', 'editions/2020-a/lu-ming/index.html')).speech.body)).toContain(
    '"/news/1.html"',
  );
});

test.each([
  ['0570-1234567', 'tel:0570-1234567'],
  ['0575 8300 0000', 'tel:057583000000'],
  ['（0570）１２３４５６７', 'tel:(0570)1234567'],
  ['+86 570—1234567', 'tel:+86570-1234567'],
  ['0570-1234567 转 8001', 'tel:0570-1234567;ext=8001'],
  ['0570-1234567分机：8001', 'tel:0570-1234567;ext=8001'],
  ['0570-1234567、7654321', null],
  ['请打总机', null],
  ['转 8001', null],
  ['', null],
])('the telephone number %j has the address %j', (text, address) => {
  expect(telephoneAddress(text)).toBe(address);
});

test.each([
  [null, '陆明. 抓好第1件实事[N]. 云川日报, 2020-03-02.'],
  [url, `陆明. 抓好第1件实事[N/OL]. 云川日报, 2020-03-02. ${url}editions/2020-03-02-a/lu-ming/`],
])('a citation at the address %s is %j', async (address, citation) => {
  const { model } = await plan(files, address);
  expect((await model('speech', 'editions/2020-03-02-a/lu-ming/index.html')).citation).toBe(citation);
});

describe('the Content-Security-Policy', () => {
  const directive = (additions: Record<string, string[]>, name: string) =>
    contentSecurityPolicy(additions)
      .split('; ')
      .filter((each) => each.split(' ')[0] === name);

  test('adds to the site’s own sources', () => {
    expect(directive({ 'img-src': ['https://a.cn'] }, 'img-src')).toEqual(["img-src 'self' data: https://a.cn"]);
    expect(directive({ 'default-src': ['https://a.cn'] }, 'default-src')).toEqual(['default-src https://a.cn']);
    expect(directive({ 'media-src': ['https://a.cn'] }, 'media-src')).toEqual(['media-src https://a.cn']);
  });

  test('puts what stands beside ’none’, or nothing, in their place', () => {
    expect(directive({ 'img-src': ["'NONE'"] }, 'img-src')).toEqual(["img-src 'none'"]);
    expect(directive({ 'img-src': ["'none'", 'https://a.cn'] }, 'img-src')).toEqual(['img-src https://a.cn']);
  });

  test('knows no case in names and leaves out what has no effect in a page', async () => {
    const yaml = 'csp:\n  IMG-SRC: [https://a.cn]\n  img-src: [https://b.cn]\n  Frame-Ancestors: ["\'none\'"]\n';
    const { model } = await plan({ ...files, 'site.yaml': yaml });
    const { csp } = (await model('home', 'index.html')).page;
    expect(csp).toContain("img-src 'self' data: https://a.cn https://b.cn;");
    expect(csp.toLowerCase()).not.toContain('frame-ancestors');
    expect(csp).not.toContain('IMG');
  });
});
