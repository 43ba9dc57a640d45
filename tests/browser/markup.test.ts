import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeSite, type Site, seedFile, seedText } from '../setup/site.js';

const edition = `editions/${seedFile.replace('.txt', '')}/`;
/** Everything that a site can say of itself, so that no part of a page is left out. */
const configuration = `name: 云川摘登
description: 一期一期读
url: https://news.example.cn/zhai/
image: /card.png
keywords: [发言, 摘登]
nav: [{ label: 首页, href: / }, { label: 云川网, href: "//a.cn/" }, { label: 云川日报, href: "https://b.cn/" }]
organisation: { name: 云川日报社, undertaker: 云川网, contact: 何砚, phone: 0575-8300 0000, email: a@example.cn, address: 人民路1号 }
filing: { icp: 浙ICP备1号, security: 浙公网安备 33068300000000号, siteCode: "3306830001", institutionBadge: "https://bszs.conac.cn/a", errorReport: "https://zfwzgl.www.gov.cn/a" }
column: { name: 发言摘登, type: 新闻 }
`;

let site: Site;
let paths: string[];
beforeAll(async () => {
  site = makeSite({
    [`content/${seedFile}`]: seedText,
    'content/2021-03-02-hui.txt': `---\nsource: 云川日报\noccasion: 在全会上的讲话\naliases: [/old/]\n---\n${seedText}`,
    'content/site.yaml': configuration,
    'content/speakers.yaml': 'speakers:\n  - { name: 屠强, terms: [{ title: 市委常委, from: 2019-01 }] }\n',
    'content/_pages/about.md': '# 关于本站\n\n编辑部，见[首页](/)。\n',
  });
  const { status, stderr } = await site.run(['build']);
  expect(status, stderr).toBe(0);
  paths = Object.keys(site.published()).filter((path) => path.endsWith('.html'));
});

test('every page of a built site is valid HTML', async () => {
  const rules = readFileSync(resolve(import.meta.dirname, '../../.htmlvalidate.json'), 'utf8');
  const validator = new HtmlValidate(new StaticConfigLoader(JSON.parse(rules)));
  const faults: string[] = [];
  for (const path of paths) {
    const { results } = await validator.validateString(site.read(`dist/${path}`));
    for (const { messages } of results) {
      faults.push(...messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId} ${message}`));
    }
  }
  expect(paths.length).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test('no page has a script or a style of its own, and each forbids them', () => {
  for (const path of paths) {
    const html = site.read(`dist/${path}`);
    expect(html, path).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src (?:'|&#39;)none/);
    expect(html, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)(?![^>]*application\/ld\+json)/);
    for (const [link] of html.matchAll(/<a [^>]*href="(?:https?:|\/\/)[^>]*>/g)) {
      expect(link, path).toContain('rel="noopener noreferrer"');
    }
  }
});

describe('a page’s head', () => {
  const head = (path: string) => site.read(`dist/${path}index.html`).split('</head>')[0] ?? '';
  const meta = (path: string) =>
    new Map(
      [...head(path).matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, a, b]) => [a, b]),
    );

  test('says of a speech what link previews, search engines and the government’s sites look for', () => {
    const said = meta('editions/2021-03-02-hui/tu-qiang/');
    expect(Object.fromEntries(said)).toMatchObject({
      SiteName: '云川摘登',
      SiteDomain: 'news.example.cn',
      SiteIDCode: '3306830001',
      ColumnName: '发言摘登',
      ColumnType: '新闻',
      ArticleTitle: expect.stringContaining('奋力打造首位度最高的现代新城活力区'),
      PubDate: '2021-03-02',
      ContentSource: '云川日报',
      Keywords: '发言,摘登',
      Author: '屠强',
      Image: 'https://news.example.cn/zhai/card.png',
      Url: 'https://news.example.cn/zhai/editions/2021-03-02-hui/tu-qiang/',
      'og:type': 'article',
      'og:image': 'https://news.example.cn/zhai/card.png',
      'twitter:card': 'summary_large_image',
    });
    expect(said.get('description')).toBe(said.get('og:description'));
  });

  test.each(['', 'editions/2021-03-02-hui/', 'editions/2021-03-02-hui/tu-qiang/', 'speakers/tu-qiang/', 'editions/'])(
    'says each thing once, whatever case its name is written in: /%s',
    (path) => {
      const names = [...head(path).matchAll(/<meta (?:name|property)="([^"]+)" content="[^"]*">/g)];
      const folded = names.map(([, name = '']) => name.toLowerCase());
      expect(folded).toContain('description');
      expect(folded.filter((name, index) => folded.indexOf(name) !== index)).toEqual([]);
    },
  );

  test('says nothing that is not known', () => {
    const said = meta(`${edition}tu-qiang/`);
    expect(said.get('PubDate')).toBe('2020');
    expect([...said.keys()]).not.toContain('ContentSource');
    expect([...said.values()]).not.toContain('');
    expect([...meta('speakers/').keys()]).not.toContain('ArticleTitle');
  });

  test.each([
    ['editions/2021-03-02-hui/', ['NewsArticle', 'Event', 'BreadcrumbList']],
    [`${edition}tu-qiang/`, ['NewsArticle', 'Person', 'BreadcrumbList']],
    ['speakers/tu-qiang/', ['Person', 'BreadcrumbList']],
    ['speakers/', ['BreadcrumbList']],
  ])('describes /%s to machines by %j', (path, types) => {
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head(path)) ?? [];
    const found = new Set(JSON.stringify(JSON.parse(json)).match(/(?<="@type":")\w+/g));
    for (const type of types) expect([...found]).toContain(type);
  });
});
