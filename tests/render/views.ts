import type { Paragraph, PhrasingContent } from 'mdast';
import type {
  EditionCardView,
  EditionRefView,
  EditionView,
  HeadlineView,
  OutlinePoint,
  SiteView,
  SpeakerRefView,
  SpeechRefView,
  SpeechView,
  ViewKind,
  Views,
} from '../../src/plan/views/index.js';
import type { Body } from '../../src/records/body.js';
import { pointAnchor } from '../../src/render/pointAnchor.js';

/** Realistic view models, one of each kind, for rendering without the stages before it. */

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const point = (anchor: string, ...children: PhrasingContent[]): PhrasingContent => ({
  type: 'point',
  anchor,
  level: anchor.split('-').length,
  children,
});
export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
export const body = (...children: Paragraph[]): Body => ({ type: 'root', children });

const headline = (whole: string): HeadlineView => ({ text: whole, parts: whole.split(' ') });

const speaker: SpeakerRefView = {
  name: '陆明',
  href: '/speakers/lu-ming/',
  kind: 'person',
  monogram: '陆',
  photo: null,
};
const organisation: SpeakerRefView = {
  name: '云川市工商联',
  href: '/speakers/yunchuanshigongshanglian/',
  kind: 'organisation',
  monogram: '云',
  photo: '/editions/2031-03-02-shigan/photos/gongshanglian.jpg',
};

const editionRef: EditionRefView = {
  href: '/editions/2031-03-02-shigan/',
  headline: headline('实干争先开新局 同心同德谱新篇'),
  date: { iso: '2031-03-02', text: '2031年3月2日', year: '2031' },
  source: '云川日报',
  occasion: '在全区高质量发展大会上的发言',
};
const bareEditionRef: EditionRefView = {
  href: '/editions/2020-zuofeng/',
  headline: headline('作风建设年座谈会发言摘登'),
  date: null,
  source: null,
  occasion: null,
};
const card: EditionCardView = { ...editionRef, speakerCount: 14, speakers: [speaker, organisation] };

const outlinePoint = (speech: string, anchor: string, marker: string, title: string, points: OutlinePoint[] = []) => ({
  marker,
  title,
  anchor,
  href: `#${pointAnchor(speech, anchor)}`,
  points,
});

export const speech: SpeechView = {
  anchor: 'lu-ming',
  href: '/editions/2031-03-02-shigan/lu-ming/',
  speaker,
  titles: ['区委常委', '河东街道（高新园）党工委书记'],
  notes: ['女'],
  turn: 0,
  headline: headline('强链补链提能级 聚力聚智促发展'),
  opening: '今年以来，河东街道聚焦“3+4”产业集群，地区生产总值增长8.6%，实现一季度“开门红”。',
  body: body(
    paragraph(text('今年以来，河东街道聚焦“3+4”产业集群，地区生产总值增长8.6%，实现一季度“开门红”。')),
    paragraph(
      point('1', text('一、强链补链，做优产业。')),
      text('围绕龙头企业——云川电机等……'),
      point('1-1', text('一是补短板。')),
      text('引进EPC项目12个。'),
      point('1-2', text('二是锻长板。')),
      text('建设5G产业园。'),
    ),
    paragraph(point('2', text('二、优化服务')), text('，让企业少跑腿。')),
  ),
  outline: [
    outlinePoint('lu-ming', '1', '一、', '强链补链，做优产业', [
      outlinePoint('lu-ming', '1-1', '一是', '补短板'),
      outlinePoint('lu-ming', '1-2', '二是', '锻长板'),
    ]),
    outlinePoint('lu-ming', '2', '二、', '优化服务'),
  ],
  detail: { label: '详情', href: 'https://news.example.cn/a?b=1&c=2' },
  excerpt: true,
};
const plainSpeech: SpeechView = {
  anchor: 'gongshanglian',
  href: '/editions/2031-03-02-shigan/gongshanglian/',
  speaker: organisation,
  titles: [],
  notes: [],
  turn: 0,
  headline: null,
  opening: '工商联将当好桥梁。',
  body: body(paragraph(text('工商联将当好桥梁。'))),
  outline: [],
  detail: null,
  excerpt: false,
};
const roleSpeech: SpeechView = {
  ...plainSpeech,
  anchor: 'zhuchiren',
  href: '/editions/2031-03-02-shigan/zhuchiren/',
  speaker: { name: '主持人', href: null, kind: 'role', monogram: '主', photo: null },
};
const edition: EditionView = {
  ...editionRef,
  lede: ['编者按：3月2日，全区高质量发展大会召开。现将部分发言摘登如下。'],
  asides: { 2: ['编后：三位同志的发言，说的都是一件事。'] },
  credits: ['责任编辑：何岩'],
  speeches: [speech, plainSpeech, roleSpeech],
};
const speechRef: SpeechRefView = {
  href: speech.href,
  speaker,
  headline: speech.headline,
  titles: speech.titles,
  turn: 0,
  edition: editionRef,
};
const plainRef: SpeechRefView = {
  ...speechRef,
  href: plainSpeech.href,
  speaker: organisation,
  headline: null,
  titles: [],
};

const site: SiteView = {
  name: '云川发言摘登',
  description: '会议发言，一期一期读',
  lang: 'zh-Hans',
  home: '/',
  nav: [
    { label: '首页', href: '/', current: true, external: false },
    { label: '各期摘登', href: '/editions/', current: false, external: false },
    { label: '发言人', href: '/speakers/', current: false, external: false },
  ],
  greyscale: false,
  organisation: {
    name: '云川区委宣传部',
    undertaker: '云川日报社',
    contact: '何岩',
    phone: '0575 8300 0000',
    phoneHref: 'tel:057583000000',
    email: 'bianji@example.cn',
    address: '云川区人民路1号',
  },
  filing: {
    icp: '浙ICP备00000000号-1',
    security: '浙公网安备 33068300000000号',
    securityCode: '33068300000000',
    institutionBadge: 'https://bszs.conac.cn/sitename?method=show',
    errorReport: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html',
  },
  pages: [
    { label: '关于本站', href: '/about/' },
    { label: '无障碍声明', href: '/accessibility/' },
  ],
  feed: '/feed.xml',
  jsonFeed: '/feed.json',
  search: '/search/',
};

const assets = {
  'site.css': '/assets/site.css?v=1',
  'site.js': '/assets/site.js?v=1',
  'mode.js': '/assets/mode.js?v=1',
  'favicon.svg': '/assets/favicon.svg?v=1',
};

function base(href: string, title: string, words: Record<string, string>) {
  return {
    site,
    assets,
    words,
    page: {
      href,
      canonical: `https://zhaideng.example.cn${href}`,
      title: `${title}_云川发言摘登`,
      description: '云川区会议发言摘登',
      csp: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'",
      meta: [
        { name: 'SiteName', content: '云川发言摘登' },
        { name: 'PubDate', content: '2031-03-02' },
      ],
      social: [{ property: 'og:title', content: title }],
      jsonLd: '{"@context":"https://schema.org","@type":"NewsArticle"}',
      breadcrumbs: [
        { label: '首页', href: '/' },
        { label: title, href },
      ],
      feeds: [
        { label: '云川发言摘登', href: '/feed.xml' },
        { label: '云川发言摘登', href: '/feed.json' },
      ],
    },
  };
}

const years = [
  { label: '2031年', href: '/archive/2031/', current: true },
  { label: '2030年', href: '/archive/2030/', current: false },
];
const parts = [
  { label: '1', href: '/archive/2031/', current: true },
  { label: '2', href: '/archive/2031/2/', current: false },
];

/** @returns one model of every kind */
export function views(words: Record<string, string>): { [K in ViewKind]: Views[K] } {
  const { href } = editionRef;
  return {
    home: {
      ...base('/', '首页', words),
      edition,
      recent: [card, { ...card, ...bareEditionRef }],
      archive: '/editions/',
    },
    editions: {
      ...base('/editions/', '各期摘登', words),
      editions: [card, { ...card, ...bareEditionRef }],
      years: [{ label: '2031年', href: '/archive/2031/', count: 12 }],
      total: 30,
    },
    edition: { ...base(href, edition.headline.text, words), edition, previous: bareEditionRef, next: null },
    speech: {
      ...base(speech.href, '强链补链提能级 聚力聚智促发展', words),
      edition: editionRef,
      speech,
      full: false,
      previous: null,
      next: plainRef,
      others: [{ ...speechRef, href: '/editions/2030/lu-ming/', edition: bareEditionRef }],
      citation: '陆明：《强链补链提能级 聚力聚智促发展》，云川发言摘登，2031年3月2日，https://zhaideng.example.cn/',
    },
    speakers: {
      ...base('/speakers/', '发言人', words),
      total: 2,
      byPinyin: [
        { letter: 'L', anchor: 'letter-l', speakers: [{ ...speaker, count: 3, titles: ['区委常委'] }] },
        { letter: 'Y', anchor: 'letter-y', speakers: [{ ...organisation, count: 1, titles: [] }] },
      ],
      byStrokes: [
        { strokes: 4, anchor: 'strokes-4', speakers: [organisation] },
        { strokes: 7, anchor: 'strokes-7', speakers: [speaker] },
      ],
      parts,
    },
    speaker: {
      ...base('/speakers/lu-ming/', '陆明', words),
      speaker,
      total: 2,
      terms: [
        { title: '区委常委', period: '2029年1月至2031年1月' },
        { title: '副区长', period: '' },
      ],
      tenures: [
        { titles: ['区委常委', '河东街道党工委书记'], date: editionRef.date },
        { titles: ['河东街道办事处主任'], date: null },
      ],
      years: [
        { year: '2031年', speeches: [{ edition: editionRef, speech }] },
        { year: '', speeches: [{ edition: bareEditionRef, speech: { ...plainSpeech, speaker } }] },
      ],
      parts,
      feed: '/speakers/lu-ming/feed.xml',
    },
    archive: { ...base('/archive/2031/', '2031年', words), year: '2031', editions: [card], years, parts },
    text: {
      ...base('/about/', '关于本站', words),
      heading: '关于本站',
      body: {
        type: 'root',
        children: [
          { type: 'heading', depth: 2, children: [{ type: 'text', value: '宗旨' }] },
          { type: 'paragraph', children: [{ type: 'text', value: '本站摘登会议发言。' }] },
          {
            type: 'list',
            ordered: false,
            children: [
              { type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'text', value: '原文照登' }] }] },
            ],
          },
        ],
      },
    },
    notFound: { ...base('/404.html', '没有这个页面', words), recent: [card], archive: '/editions/' },
    alias: {
      href: '/editions/2031-03-02-shigan/',
      canonical: 'https://zhaideng.example.cn/editions/2031-03-02-shigan/',
      lang: 'zh-Hans',
      title: '实干争先开新局',
    },
    feed: {
      id: 'tag:zhaideng.example.cn,2031:feed',
      title: '云川发言摘登',
      lang: 'zh-Hans',
      home: 'https://zhaideng.example.cn/',
      self: 'https://zhaideng.example.cn/feed.xml',
      updated: '2031-03-02T00:00:00+08:00',
      author: '云川区委宣传部',
      entries: [
        {
          id: 'tag:zhaideng.example.cn,2031-03-02:shigan',
          title: edition.headline.text,
          href: `https://zhaideng.example.cn${href}`,
          updated: '2031-03-02T00:00:00+08:00',
          summary: edition.lede[0] ?? '',
          content: [{ speech, edition: editionRef }],
          authors: ['陆明'],
        },
      ],
    },
    jsonFeed: { json: '{"version":"https://jsonfeed.org/version/1.1"}' },
    sitemap: {
      urls: [
        { href: 'https://zhaideng.example.cn/', modified: null },
        { href: 'https://zhaideng.example.cn/editions/?a=1&b=2', modified: '2031-03-02' },
      ],
    },
    sitemapIndex: { sitemaps: ['https://zhaideng.example.cn/sitemap-1.xml'] },
    robots: { sitemap: 'https://zhaideng.example.cn/sitemap.xml' },
    file: { bytes: new Uint8Array([1, 2, 3]) },
  };
}

/** A site of which nothing is configured, in Traditional Chinese and in mourning. */
export const bareSite: SiteView = {
  ...site,
  description: '',
  lang: 'zh-Hant',
  nav: [],
  greyscale: true,
  organisation: {
    name: null,
    undertaker: null,
    contact: null,
    phone: null,
    phoneHref: null,
    email: null,
    address: null,
  },
  filing: { icp: null, security: null, securityCode: null, institutionBadge: null, errorReport: null },
  pages: [],
  search: null,
};
