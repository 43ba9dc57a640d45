import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parseEdition } from '../../src/parse/parse.js';
import { documentOf } from './document.js';

/** Characters in the long lines. */
const long = 100_000;
/**
 * A line that a regular expression takes exponential time for is refused by then, on however busy a machine.
 * Milliseconds.
 */
const limit = 20_000;

/** Lines made to let a regular expression try again and again; the last character spoils the match. */
const lines: Record<string, string> = {
  'font sizes': `字号：${'中'.repeat(60)}x`,
  'numbers of pages': `${'[1] [2] '.repeat(15)}x`,
  'buttons of a page': `${'赞 在看 分享 '.repeat(14)}x`,
  'words around an article': `点击${'点击二维码'.repeat(24)}!`,
  'contents without end': `何砚${'…'.repeat(60)}${' '.repeat(50)}x`,
  'marks of a CMS': `[page ${'[page '.repeat(20)}`,
  'names before a photographer': `何砚 ${'何砚 '.repeat(12)}摄x`,
  'heads of WeChat articles': `原创 ${'何砚 云川发布 '.repeat(6)}2031年3月2日 18:00 云`,
  'copyright again and again': `${'版权所有'.repeat(32)}!`,
  'font sizes with bars': `字号：${'大|中 '.repeat(28)}x`,
  'sizes alone': `${'大 中 小 '.repeat(20)}x`,
  'controls and brackets': `关闭${'（'.repeat(110)}!`,
  'controls and colons': `打印${'：: '.repeat(38)}!`,
  'controls again and again': `${'打印 关闭 '.repeat(20)}!`,
  'sharing again and again': `分享到：${'微信 微博 '.repeat(20)}!`,
  reporters: `本报记者 ${'何砚　罗青、'.repeat(18)}!`,
  'offices of papers': `${'新闻日报社网'.repeat(18)}记者!`,
  photographers: `（${'何 砚、'.repeat(26)}摄!`,
  'keys of credits': `${'责任编辑/'.repeat(22)}!`,
  'keys of imprints': `${'来源：作者：'.repeat(24)}!`,
  dates: `${'2031年3月2日 '.repeat(14)}!`,
  'labels of links': `${'查看详情阅读全文'.repeat(70)}!`,
  'brackets of links': `${'（'.repeat(300)}详情${'）'.repeat(290)}!`,
  'arrows of links': `详情${'》 '.repeat(290)}!`,
  'tags of links': `${'<a href='.repeat(70)}>详情`,
  'addresses of links': `详情 ${'http://a.'.repeat(60)}”`,
  'spaces behind a link': `详情${' '.repeat(585)}!`,
  'spaces behind a link in brackets': `[详情${' '.repeat(585)}!`,
  'spaces behind a link with a mark': `详情：${' '.repeat(585)}（!`,
  'spaces in a tag': `<a href=x>详情${' '.repeat(585)}!`,
  'spaces behind a control': `关闭${' '.repeat(120)}!`,
  'spaces behind sharing': `分享${' '.repeat(120)}!`,
  'spaces behind printing': `打印${' '.repeat(115)}!`,
  'spaces before a column': `a${'　'.repeat(long)}（两会声音`,
  'opening brackets': '（'.repeat(long),
  'opening brackets of every kind': '（【《“[(「『'.repeat(long / 8),
  'brackets in brackets': `${'（'.repeat(long / 2)}${'）'.repeat(long / 2)}`,
  'letters and spaces': 'a '.repeat(long / 2),
  colons: '：'.repeat(long),
  numbers: '一、'.repeat(long / 2),
  'bracketed numbers': '（一）'.repeat(long / 3),
  'reporters without end': '记者 '.repeat(long / 3),
  'emphasis marks': '*'.repeat(long),
  'emphasis marks and letters': '**a'.repeat(long / 3),
  dashes: '—'.repeat(long),
  bullets: '■'.repeat(long),
  spaces: `a${'　'.repeat(long)}b`,
  bars: '|'.repeat(long),
  'invisible characters': '\u200b'.repeat(long),
  'titles without end': '市委书记、'.repeat(long / 5),
  'names with dots': '何·'.repeat(long / 2),
};

/** Where a line may stand: by itself, inside a speech, behind a speaker. */
const places: [string, (line: string) => string][] = [
  ['by itself', (line) => `标题\n${line}`],
  ['in a speech', (line) => `标题\n市长 罗青：念好山海经\n${line}\n好。`],
  ['behind a speaker', (line) => `标题\n市长 罗青：${line}\n好。`],
  ['before a name', (line) => `标题\n${line}罗青：念好山海经\n好。`],
];

describe.each(Object.entries(lines))('a hostile line of %s is read in a moment', (_, line) => {
  test.each(places)('%s', async (_place, text) => {
    const document = await documentOf(text(line));
    // A time limit ends a regular expression that does not; the test would hang otherwise.
    const read = () => runInNewContext('read()', { read: () => parseEdition(document) }, { timeout: limit });
    expect(read).not.toThrow();
  });
});
