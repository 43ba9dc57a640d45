import { isContact, isCredit, isFurniture, readImprint } from './furniture.js';
import { nameStrength } from './people/name.js';
import { isOffice } from './people/offices.js';
import { isRole } from './people/roles.js';
import type { Line } from './text/line.js';

/** What the place of a line on the page says: nothing, that it may be furniture of the page's edge, or that it is. */
export const PLACE = { inside: 0, edge: 1, furniture: 2 };

const CONTENTS = /^[【[■◆●\s]{0,4}(?:目\s{0,8}[录錄次]|contents)[】\]\s]{0,4}$/iu;
/** 何砚：把链条做长……………1, and the same with a gap for the dots. */
const CONTENTS_ENTRY = /[….·・‥_—─-]{4,}\s{0,4}\S|(?:[….．·・‥_—─-]{3,}|\s{2,}|\t)\s{0,4}[（(]?\d{1,3}[）)]?$/u;
/** Lines below a contents heading that are looked at, and lines at the end of a page. */
const MOST = 300;

/** Lines that a page has at most above its text. */
const TOP = 12;

/** What follows on the page of an article belongs to no speech: titles of others, and what readers wrote. */
const OTHERS =
  /^[^\p{L}\p{N}]{0,6}(?:往期(?:回顾|推荐|精选|精彩|文章|阅读|热文)|精彩(?:推荐|回顾|阅读|文章)|(?:推荐|相关|延伸)阅读|热门(?:推荐|文章|阅读)|猜你(?:喜欢|想看)|更多(?:推荐|精彩|阅读)|喜欢此内容的人还喜欢|相关(?:新闻|链接|稿件|文章|推荐|专题|文档|报道)|热点(?:推荐|新闻|排行)|大家都在看|编辑推荐|为您推荐|近期(?:热文|文章))[^\p{L}\p{N}]{0,6}$/u;
const COMMENTS =
  /^[^\p{L}\p{N}]{0,6}(?:精选留言|写留言|全部留言|留言区|留言精选|评论区|(?:全部|热门|最新|精彩|精选)评论|发表评论|我来说两句)[^\p{L}\p{N}]{0,3}(?:\d{1,6}条?)?[^\p{L}\p{N}]{0,3}$/u;
/** Sentences that only the end of a page has. */
const NOTICE =
  /^[^\p{L}\p{N}]{0,3}(?:声明|免责声明|版权声明|特别声明|转载请|未经|如有侵权|如涉及|如需转载|图片来源|文图来源|素材来源|本文|欢迎|凡本|点击|长按|扫|更多|本公众号|本平台|本号|请|关注|文章来源).{0,80}(?:版权|版權|转载|轉載|侵权|侵權|删除|不代表|免责|投稿|原文|二维码|公众号|点赞|在看|关注)|轻点两下取消|点个[“"「]?(?:在看|赞)|评论区(?:留言|见|聊|告诉)/u;
/** Buttons of WeChat's, which its page has one a line. */
const BUTTON =
  /^(?:知道了|关注该公众号|微信扫一扫|使用小程序|取消|允许|赞|在看|分享|留言|收藏|听过|视频|小程序)\s?\d{0,6}$/u;
const ORIGINAL = /^[^\p{L}\p{N}]{0,3}(?:点击|戳|轻触)?[“"「]?阅读原文[”"」]?[^\p{L}\p{N}]{0,3}$/u;

/**
 * Looks at both ends of a page, and at a table of contents, where what a line is depends on where it stands:
 * `地址：…` is furniture below the text, and someone's words within it.
 * @returns one of {@link PLACE} for each line
 */
export function placesOf(lines: readonly Line[]): Uint8Array {
  const places = new Uint8Array(lines.length);
  // Only where whom to write to stands at the top does it matter where the top ends.
  const hasTop = lines.slice(0, TOP).some(isContact);
  for (let at = 0, texts = 0; hasTop && at < TOP && texts < 2; at++) {
    places[at] = PLACE.edge;
    if (!isAround(lines[at])) texts++;
  }
  for (let at = sectionOf(lines), end = at; end < lines.length; end++) places[end] = PLACE.furniture;
  let tail = places.indexOf(PLACE.furniture);
  if (tail === -1) tail = lines.length;
  for (let at = tail - 1; at > 1; at--) {
    const line = lines[at];
    if (line === undefined) break;
    const isOriginal = ORIGINAL.test(line.trimmed) && isAround(lines[at - 1]);
    const isSure = isOriginal || BUTTON.test(line.trimmed) || (isShort(line, 120) && NOTICE.test(line.trimmed));
    if (!isSure && (line.endsInStop || !isAround(line))) break;
    places[at] = isSure ? PLACE.furniture : PLACE.edge;
  }
  markContents(lines, places);
  return places;
}

function isAround(line: Line | undefined): boolean {
  return line !== undefined && (isFurniture(line, true) || isCredit(line) || readImprint(line) !== null);
}

function isShort({ content }: Line, length: number): boolean {
  return content.end - content.start <= length;
}

/** @returns where 往期回顾 or 精选留言 begins what stands to the end of the page; the number of lines where none does */
function sectionOf(lines: readonly Line[]): number {
  let section = lines.length;
  const last = lines.slice(-MOST);
  if (!last.some((line) => isMarker(line, OTHERS) || isMarker(line, COMMENTS))) return section;
  const first = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    if (isShort(line, 60) && !first.has(line.trimmed)) first.set(line.trimmed, at);
  }
  let areTitles = true;
  for (let at = lines.length - 1; at > 1 && lines.length - at < MOST; at--) {
    const line = lines[at];
    if (line === undefined) break;
    if (isMarker(line, COMMENTS) || (areTitles && isMarker(line, OTHERS))) {
      section = at;
      areTitles = true;
      continue;
    }
    // What comes a second time is the title of the article, or a link to a part of it.
    if (!isShort(line, 200) || (maySpeak(line) && (first.get(line.trimmed) ?? at) === at)) break;
    areTitles &&= isShort(line, 60) && !line.endsInStop;
  }
  return section;
}

function isMarker(line: Line, marker: RegExp): boolean {
  return isShort(line, 24) && marker.test(line.trimmed);
}

/** A name or a role before a colon, or a post and a name behind a space: who may speak is left to the grammar. */
function maySpeak({ trimmed }: Line): boolean {
  const [label = '', words] = trimmed.slice(0, 40).split(/[:：]/u, 2);
  const name = /[^\s|｜]*$/u.exec(label.trim())?.[0] ?? '';
  const before = label.trim().slice(0, -name.length).trim();
  const isName = nameStrength(name) === 'strong' || nameStrength(name) === 'fair';
  if (before !== '' && nameStrength(name) !== 'none' && (isName || isOffice(before))) return true;
  if (words === undefined) return false;
  if (isName || isRole(label.trim()) || isOffice(label)) return true;
  return [2, 3, 4].some((length) => nameStrength(label.slice(-length)) !== 'none' && isOffice(label.slice(0, -length)));
}

/** Below 目录: entries with their pages, or lines that come again as they are. */
function markContents(lines: readonly Line[], places: Uint8Array): void {
  const heading = lines.findIndex((line, at) => at < MOST && isShort(line, 16) && CONTENTS.test(line.trimmed));
  if (heading === -1) return;
  places[heading] = PLACE.furniture;
  const later = new Map<string, number>();
  for (const [at, line] of lines.entries()) if (isShort(line, 120)) for (const key of keysOf(line)) later.set(key, at);
  for (let at = heading + 1; at < lines.length && at < heading + MOST; at++) {
    const line = lines[at];
    if (line === undefined || !isShort(line, 120) || line.endsInStop) return;
    const comesAgain = [...keysOf(line), ...line.trimmed.replace(NUMBER, '').split(/\s+/u)].some(
      (key) => key.length >= 4 && (later.get(key) ?? at) > at + 1,
    );
    if (!comesAgain && !CONTENTS_ENTRY.test(line.trimmed)) return;
    places[at] = PLACE.furniture;
  }
}

const NUMBER = /^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s{0,4}/u;

/** What a line says without number and page, whole and behind its colon, each without white space. */
function keysOf({ trimmed }: Line): string[] {
  const bare = trimmed.replace(NUMBER, '').replace(/[\s….．·・‥_—─-]{1,60}\d{1,3}$/u, '');
  const whole = bare.replace(/\s/gu, '');
  const colon = whole.search(/[:：]/u);
  return [whole, colon === -1 ? '' : whole.slice(colon + 1)].filter((key) => key.length >= 4);
}
