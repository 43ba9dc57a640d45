import { unitAt } from '../typography/unitAt.js';
import { nameStrength } from './people/name.js';
import { findDate } from './text/date.js';
import type { Line } from './text/line.js';
import { BULLET } from './text/marks.js';
import { isEmpty, type Span, textOf, trim } from './text/span.js';

/** What a line around the speeches holds. Spans are offsets into the line. */
export interface Imprint {
  source: Span | null;
  date: { iso: string; span: Span } | null;
  credits: Span[];
}

const CREDIT_KEY =
  '(?:责任编辑|責任編輯|本期责编|责编|編輯|编辑|编审|编校|审核|审校|校对|初审|复审|终审|一审|二审|三审|值班主任|值班编委|作者|记者|記者|本报记者|特约记者|见习记者|实习生|实习记者|通讯员|特约通讯员|全媒体记者|融媒体记者|文字|文|图|图片|图文|文图|图/文|文/图|摄影|攝影|供图|供稿|撰稿|整理|采写|策划|统筹|监制|总监制|出品|制图|制作|美编|版式|视觉|设计|来稿|编排|排版|责任校对|图片来源|稿件来源|签发|签审|主编|总编辑|执行主编)';
const CREDIT_START = new RegExp(
  `^[（(【\\[]?\\s*(?:本版|本期|本报|本台|今日|值班|全媒体)?${CREDIT_KEY}(?:[/、·]${CREDIT_KEY})*\\s*[:：|｜丨/]\\s*\\S`,
  'u',
);
const REPORTER =
  /^[（(【[]?\s*(?:本报|本台|本网|本刊|全媒体|融媒体|见习|实习|特约|首席|[\p{Script=Han}]{2,8}(?:日报|晚报|融媒|新闻|网|报|社))?(?:全媒体|融媒体|见习|实习|首席)?(?:记者|記者|通讯员|摄影)[\s　]+[\p{Script=Han}·\s　、，,/／]{2,60}(?:文|图|摄|攝|整理|报道|報道|采写|撰文|供图|摄影|摄影报道|综合整理|文\/图|图\/文)?\s*[）)】\]]?\s*$/u;
const PHOTO = /^[（(]?[\s\p{Script=Han}·、]{2,30}[\s　]*(?:摄|攝|供图|摄影|文\/图|图\/文)\s*[）)]?$/u;
const COMPILED = /^[（(【][^（）()【】]{2,60}(?:整理|采写|报道|供稿|摄|摘编|编辑)[）)】]$/u;
const SOURCE_KEY = /(?:信息来源|稿件来源|文章来源|新闻来源|来源|來源|稿源|转自|原载|摘自)\s*[:：]\s*/u;
/** 《云川日报》（2031年3月2日　第03版） */
const NEWSPAPER = /^[（(]?《[^》]{2,20}》/u;
const DATE_KEY =
  /(?:发布时间|发布日期|發佈時間|發布時間|发表时间|时间|日期|時間|更新时间|刊发时间|成文日期|发稿时间)\s*[:：]\s*/u;

/** Whole lines that a page puts around its text, and that say nothing about the edition. */
export const FURNITURE: readonly RegExp[] = [
  /^[<《〈]?\s*(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上一則|下一則|上篇|下篇|前一篇|后一篇|相关阅读|相关链接|相关新闻|延伸阅读|推荐阅读|热门推荐|猜你喜欢)(?:\s*[:：].{0,80}|[》>〉\s]*)$/u,
  /^(?:主办单位|主辦單位|承办单位|承辦單位|协办单位|主办|主辦|承办|协办|主管单位|主管|版权所有|版權所有|技术支持|运维单位|网站标识码|网站标识|政府网站标识码|网站地图|联系我们|关于我们|隐私声明|使用帮助|违法和不良信息举报|举报电话|投稿邮箱|邮编|总机|网址|地址)(?:\s*[:：].{0,80}|[\s|｜].{0,80}|)$/u,
  /^(?:Copyright|版权|©|\(c\)|＠|@).{0,120}$/iu,
  /^(?:(?:网站|ICP|公安|联网)?备案(?:序)?号[:：]\s*)?[\p{Script=Han}]{0,2}ICP[备證证].{0,60}$/iu,
  /^(?:网站|ICP|公安|联网)?备案(?:序)?号[:：].{0,60}$/iu,
  /^.{0,20}(?:公网安备|公網安備|网安备).{0,40}$/u,
  /^(?:浏览次数|浏览量|浏览|阅读量|阅读次数|阅读|点击数|点击量|点击率|点击|访问量|人气|瀏覽次數|阅读数)\s*[:：]?\s*[\d,，.万+]*\s*次?$/u,
  /^(?:当前位置|您当前的位置|您的位置|您现在的位置|當前位置|所在位置|位置|首页)\s*[:：>＞»].{0,80}$/u,
  /^(?:扫一扫|扫码|微信扫|手机扫|长按|关注我们|点击关注|扫描二维码).{0,40}$/u,
  /^[-=*_—─━~·.\s]{3,}$/u,
  /^第?\s*\d{1,3}\s*(?:[页頁]|\/\s*\d{1,3})\s*$/u,
];

/**
 * What they can begin with: any of the Chinese characters that they are written with, and all that is none. The
 * patterns' `source` cannot tell: in the compiled program it has escapes in the place of characters.
 */
const FURNITURE_FIRST = new Uint8Array(0x10000).fill(1).fill(0, 0x4e00, 0xa000);
export const FURNITURE_CHARACTERS =
  '一万上下不主举二于人们伸位你使信備公关击則前办助协单号后和喜單图在地址声备安帮序府延当微总息您我所手扫承技投报持按接推描支政数數新明有术机权条标案權次欢气法注浏瀏点热版猜率现用电當的相码私稿站第管箱篇系網维编网置联良荐覽览證访证识话读辦运违邮量链长门问闻阅隐頁页首';
for (const each of FURNITURE_CHARACTERS) FURNITURE_FIRST[each.charCodeAt(0)] = 1;
/** What the two patterns hold that can begin with any character. */
const LICENCE = /ICP[备證证]|[网網]安[备備]/iu;

const SENTENCE = /[。！？]/u;
const CONTROLS =
  '字体大小|字体显示|文字大小|字体|字號|字号|我要打印|打印本页|打印此页|打印文章|打印正文|打印|列印|关闭窗口|关闭本页|关闭|關閉視窗|收藏本页|加入收藏|收藏|分享到|分享至|分享|复制链接|我要纠错|纠错|返回顶部|返回首页|返回列表|返回上页|返回|回到顶部|回首页|TOP|推荐|朗读|语音播报|收听|全屏|繁體|简体|微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|朋友圈|人人网|更多';
const CONTROL = new RegExp(CONTROLS, 'iuy');
const SIZES = '特大|超大|大字|默认|正常|大|中|小';
const SIZE = new RegExp(SIZES, 'uy');
const BETWEEN = /[\s|｜/、:：【】[\]（）()<>《》〈〉]/uy;
/** What a line of them can begin with, among Chinese characters; Latin letters of any case and marks may all. */
const CONTROLS_FIRST = new Uint8Array(0x10000).fill(1).fill(0, 0x4e00, 0xa000);
for (const [first = ''] of `${CONTROLS}|${SIZES}`.split('|')) CONTROLS_FIRST[first.charCodeAt(0)] = 1;

/** True for 字号：[大 中 小] 打印 关闭: controls, sizes and what stands between them, read word by word. */
function isControls(text: string): boolean {
  if (CONTROLS_FIRST[unitAt(text, 0)] !== 1) return false;
  let controls = 0;
  let sizes = 0;
  for (let at = 0; at < text.length; ) {
    const found = [CONTROL, SIZE, BETWEEN].find((pattern) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (!found) return false;
    if (found === CONTROL) controls++;
    if (found === SIZE) sizes++;
    at = found.lastIndex;
  }
  return controls > 0 || sizes > 2;
}

/** Hostile runs of spaces would be tried at each place where a pattern allows some. */
function withoutRuns(text: string): string {
  return text.replace(/\s{2,}/gu, '  ');
}

/** True when the whole line is page furniture: decoration. */
export function isFurniture(line: Line): boolean {
  const { start, end } = line.content;
  if (end - start > 130) return false;
  const written = line.text.slice(start, end);
  // 地址：云川市望江路12号。 is a sentence of someone's.
  if (SENTENCE.test(written)) return false;
  const text = withoutRuns(written);
  if (isControls(text)) return true;
  const mayBe = FURNITURE_FIRST[text.charCodeAt(0)] === 1 || LICENCE.test(text);
  return mayBe && FURNITURE.some((pattern) => pattern.test(text));
}

/** True when the whole line credits someone: 责任编辑:钱多, （本报记者 罗小青 整理）, 何砚 摄. */
export function isCredit(line: Line): boolean {
  const { start, end } = line.content;
  if (end - start > 120) return false;
  const written = line.text.slice(start, end);
  if (/[。！？!?]/u.test(written.slice(0, -1))) return false;
  const text = withoutRuns(written).replace(BULLET, '');
  // Each long pattern behind a short one for what it cannot do without.
  if (/[:：|｜丨/]/.test(text) && CREDIT_START.test(text)) return !/[。！？!?]$/u.test(text);
  if (/[者员影]/.test(text) && REPORTER.test(text)) return true;
  return COMPILED.test(text) || (/[摄攝图影]/.test(text) && PHOTO.test(text) && photographer(text));
}

function photographer(text: string): boolean {
  const name = text.replace(/^[（(]|(?:摄|攝|供图|摄影|文\/图|图\/文)\s*[）)]?$/gu, '').trim();
  return (
    nameStrength(name) === 'strong' ||
    /^(?:记者|通讯员|本报记者)/u.test(name) ||
    name.split(/[\p{White_Space}、]+/u).every((part) => nameStrength(part) !== 'none')
  );
}

/**
 * Reads a line of imprint: 来源:今日云川 作者:记者 罗小青 2031年03月02日17:21:00.
 * @returns null when the line holds anything else
 */
export function readImprint(line: Line): Imprint | null {
  const { start, end } = line.content;
  if (end - start > 160) return null;
  const text = line.text.slice(start, end);
  if (/[。！？!?]/u.test(text) || (text.length - line.inventory.visible >= 16 && /\s{16}/u.test(text))) return null;
  // Most lines of a text have none of these: no key, no year, no newspaper.
  if (!/[:：《|｜]|\d{4}|年|记者|記者|通讯员/u.test(text)) return null;
  if (!MAY_BE_IMPRINT.test(text)) return null;
  const imprint: Imprint = { source: null, date: null, credits: [] };
  for (const part of imprintParts(line.text, line.content)) {
    if (!readPart(line.text, part, imprint)) return null;
  }
  return imprint.source || imprint.date || imprint.credits.length > 0 ? imprint : null;
}

const ANY_KEY = new RegExp(
  `(?:${SOURCE_KEY.source}|${DATE_KEY.source}|(?<=^|[\\p{White_Space}|｜/（(【\\[])${CREDIT_KEY}\\s*[:：]|(?:字体|字号|字體|浏览次数|浏览量|浏览|点击数|点击量|点击|阅读量|阅读|打印|分享|收藏)\\s*[:：\\p{White_Space}【\\[]|(?:19|20)\\d{2}\\s*(?:年|[-./]\\d{1,2}[-./]))`,
  'gu',
);

/** Cuts the line before each key; what stands before the first key is a part of its own. */
function imprintParts(text: string, content: Span): Span[] {
  const window = text.slice(content.start, content.end);
  const borders = [...window.matchAll(ANY_KEY)]
    .map(({ index }) => index)
    .filter((index, at, all) => !inDateKey(window, index, all[at - 1]));
  const starts = borders[0] === 0 ? borders : [0, ...borders];
  return starts
    .map((from, index) =>
      trim(text, { start: content.start + from, end: content.start + (starts[index + 1] ?? window.length) }),
    )
    .filter((span) => !isEmpty(span));
}

/** The date behind 发布时间: belongs to its key. */
function inDateKey(text: string, index: number, previous: number | undefined): boolean {
  return (
    previous !== undefined &&
    DATE_KEY.test(text.slice(previous, index)) &&
    text.slice(previous, index).replace(DATE_KEY, '').trim() === ''
  );
}

/** What a date, a source or a credit cannot do without. A speaker line has a colon and hardly ever any of these. */
const MAY_BE_IMPRINT = new RegExp(
  `\\d{4}|[年《]|${SOURCE_KEY.source}|${CREDIT_KEY}\\s*[:：]|记者|記者|通讯员|摄影`,
  'u',
);

const CREDITED = new RegExp(`^[（(【\\[]?\\s*${CREDIT_KEY}\\s*[:：]\\s*\\S`, 'u');

function readPart(text: string, span: Span, imprint: Imprint): boolean {
  const part = textOf(text, span);
  const bare = part.replace(/^[（(【[|｜\s]+|[）)】\]|｜\s]+$/gu, '');
  if (bare === '') return true;
  const date = findDate(part);
  const withoutDate = date ? (part.slice(0, date.span.start) + part.slice(date.span.end)).replace(DATE_KEY, '') : part;
  if (date && withoutDate.replace(/[（(）)【】[\]|｜\s星期一二三四五六日]/gu, '') === '') {
    imprint.date ??= { iso: date.iso, span: { start: span.start + date.date.start, end: span.start + date.date.end } };
    return true;
  }
  if (NEWSPAPER.test(part) && /^[\s（()）第版\dA-Z]*$/u.test(withoutDate.replace(NEWSPAPER, ''))) {
    imprint.source ??= sourceName(text, { start: text.indexOf('《', span.start), end: span.end });
    return imprint.source !== null;
  }
  if (/^[\s（()）]*第?\s*[A-Z]?\d{1,3}\s*版[）)]?$/u.test(withoutDate) && (date || imprint.source)) {
    if (date)
      imprint.date ??= {
        iso: date.iso,
        span: { start: span.start + date.date.start, end: span.start + date.date.end },
      };
    return true;
  }
  const source = SOURCE_KEY.exec(part);
  if (source && /^[（(【[]?\s*$/u.test(part.slice(0, source.index))) {
    // A second source in the line is kept as it is written.
    if (imprint.source) {
      imprint.credits.push(span);
      return true;
    }
    imprint.source ??= sourceName(text, { start: span.start + source.index + source[0].length, end: span.end });
    return imprint.source !== null;
  }
  if (CREDITED.test(part) || REPORTER.test(part)) {
    imprint.credits.push(span);
    return true;
  }
  return (
    /^(?:字体|字号|字體|浏览次数|浏览量|浏览|点击数|点击量|点击|阅读量|阅读|打印|分享|收藏)/u.test(bare) &&
    part.length < 40
  );
}

/** The source without 《》 and page number: 《云川日报》第3版 is 云川日报. */
function sourceName(text: string, span: Span): Span | null {
  let name = trim(text, span);
  const quoted = /^《([^》]+)》/u.exec(textOf(text, name));
  if (quoted?.[1]) return { start: name.start + 1, end: name.start + 1 + quoted[1].length };
  const page = /[\s（(]*(?:第?\s*[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,2})[）)]?.*$|[）)】\]|｜]+$/u.exec(textOf(text, name));
  if (page) name = trim(text, { start: name.start, end: name.start + page.index });
  return isEmpty(name) ? null : name;
}
