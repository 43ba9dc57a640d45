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
  /** The name before a photographer's, where the line is a caption: 何砚　本报记者 钱多 摄. */
  caption?: string;
}

/** The bars that WeChat editors put between a key and a name. */
const BAR = '|｜丨│┃▕▏∣︱❘';
const CREDIT_KEY =
  '(?:责任编辑|責任編輯|本期责编|本版责编|首席编辑|新媒体编辑|微信编辑|值班编辑|责编|編輯|编辑|编审|编校|编发|(?:文字|对话|访谈|纪要|会议|讨论|录音|材料|纪录|现场)?(?:整理|记录|记\\s{0,4}录)(?:人|者|员)?|翻译|编译|译|审核|审校|审读|审签|审定|校审|核校|复核|校对|初审|复审|终审|[一二三四]审|[一二三]校|初校|终校|值班主任|值班编委|值班审核|值班总编|值班领导|作者|记者|記者|本报记者|特约记者|见习记者|实习生|实习记者|通讯员|特约通讯员|全媒体记者|融媒体记者|文字|文|图|图片|图文|文图|图/文|文/图|摄影|攝影|供图|供稿|撰稿|撰文|配图|图源|题图|插图|漫画|海报|视频|音频|剪辑|后期|摄制|摄像|出镜|配音|导播|编导|新媒体|融媒体|出品人|总策划|策划人|监审|整理|采写|策划|统筹|监制|总监制|出品|制图|制作|美编|版式|视觉|设计|来稿|编排|排版|责任校对|文案|校审|监审|审签|拍摄|剪辑|海报|播音|朗读|指导教师|指导老师|图片来源|稿件来源|签发|签审|素材|文稿|资料|主编|总编辑|执行主编)';
const CREDIT_START = new RegExp(
  `^[（(【\\[]?\\s*(?:本版|本期|本报|本台|今日|值班|全媒体)?${CREDIT_KEY}(?:[/、·&]${CREDIT_KEY})*\\s*[:：/／${BAR}]\\s*\\S`,
  'u',
);
const SEPARATOR = new RegExp(`[:：/／${BAR}]`);
const REPORTER =
  /^[（(【[]?\s*(?:本报|本台|本网|本刊|全媒体|融媒体|见习|实习|特约|首席|[\p{Script=Han}]{2,8}(?:日报|晚报|融媒|新闻|网|报|社))?(?:全媒体|融媒体|见习|实习|首席)?(?:记者|記者|通讯员|摄影)[\s　]+[\p{Script=Han}·\s　、，,/／]{2,60}(?:文|图|摄|攝|整理|报道|報道|采写|撰文|供图|摄影|摄影报道|综合整理|文\/图|图\/文)?\s*[）)】\]]?\s*$/u;
const PHOTO = /^[（(]?[\s\p{Script=Han}·、]{2,30}[\s　]*[/／]?(?:摄|攝|供图|摄影|文\/图|图\/文)\s*[）)]?$/u;
const CAPTION =
  /^([\p{Script=Han}·•A-Za-z]{2,12}|\p{Script=Han}\s{1,2}\p{Script=Han})(\s{1,8}|\s?[（(]\s?)([^（()）]{2,40}?(?:摄|攝|摄影|供图|摄影报道))\s?[）)]?$/u;
const COMPILED = /^[（(【〔[][^（）()【】]{2,60}(?:整理|采写|报道|供稿|摄|摘编|编辑)[）)】〕\]]$/u;
/** （市人大代表蓝志远。资料图片）, 本版图片由县融媒体中心提供 */
const PICTURE =
  /^[（(][^（()）]{2,60}(?:资料图片?|资料照片|图片|照片|摄|攝|供图|制图)[）)]$|^(?:本版|本文|文中|以上|本组)(?:图片|照片|图文|摄影|资料)(?:均)?(?:由|来自|为)?[^。！？]{2,30}(?:提供|供图|摄影?|拍摄)$/u;
const FIGURE =
  /^[▲△▼]\s?.{2,24}(?:在发言|发言|现场|合影|照片|座谈|讲话)$|^(?:图为|[▲△]|(?:左|右|上|下)图(?:为)?[:：]?|图[一二三四五\d]{0,2}[:：])[^。！？]{2,80}(?:摄|攝|供图|提供|供圖)[）)]?$/u;
/** 晏如海教授在大会上发言。记者 牧原 摄 */
const CAPTIONED =
  /^[^。！？]{2,40}。\s*(?:(?:本报|本台)?(?:记者|通讯员)?\s{0,2}\p{Script=Han}[\p{Script=Han}\s]{1,6}\s?[摄攝]|[（(]?(?:资料|視頻|视频)(?:图片|照片|截图)[）)]?|.{2,12}供图)$/u;
const SOURCE_KEY =
  /(?:信息来源|稿件来源|文章来源|新闻来源|内容来源|本文来源|素材来源|来源|來源|稿源|转自|转载自|综合自|原载|摘自)\s*[:：|｜丨│┃▕▏∣︱❘]\s*/u;
/** 《云川日报》（2031年3月2日　第03版） */
const NEWSPAPER = /^[（(]?《[^》]{2,20}》/u;
const DATE_KEY =
  /(?:发布时间|发布日期|發佈時間|發布時間|发表时间|时间|日期|時間|更新时间|刊发时间|成文日期|发稿时间)\s*[:：]\s*/u;

/** Whole lines that a page puts around its text, and that say nothing about the edition. */
// Each pattern is bounded: a line of 130 characters is the longest that they meet.
export const FURNITURE: readonly RegExp[] = [
  /^[<《〈]?\s*(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上一則|下一則|上篇|下篇|前一篇|后一篇|相关阅读|相关链接|相关新闻|延伸阅读|推荐阅读|热门推荐|猜你喜欢)(?:\s*[:：].{0,80}|[》>〉\s]*)$/u,
  /^(?:往期(?:回顾|推荐|精选|精彩)|精选留言|写留言|喜欢此内容的人还喜欢|相关(?:稿件|文档|专题|文章|推荐|报道)|收录于(?:合集|话题).{0,40})$/u,
  /^(?:主办单位|主辦單位|承办单位|承辦單位|协办单位|主办|主辦|承办|协办|主管单位|主管|版权所有|版權所有|技术支持|运维单位|网站标识码|网站标识|政府网站标识码|网站地图|联系我们|关于我们|隐私声明|使用帮助|违法和不良信息举报|举报电话|今日责编|网站管理)(?:\s*[:：].{0,80}|[\s|｜].{0,80}|)$/u,
  /^(?:Copyright|版权|©|\(c\)|＠|@).{0,120}$/iu,
  /^(?:(?:网站|ICP|公安|联网)?备案(?:序)?号[:：]\s*)?[\p{Script=Han}]{0,2}ICP[备證证].{0,60}$/iu,
  /^(?:网站|ICP|公安|联网)?备案(?:序)?号[:：].{0,60}$/iu,
  /^.{0,20}(?:公网安备|公網安備|网安备).{0,40}$/u,
  /^(?:浏览次数|浏览量|浏览|阅读量|阅读次数|阅读|点击数|点击量|点击率|点击|访问量|人气|瀏覽次數|阅读数)\s*[:：]?\s*[\d,，.万+]*\s*次?$/u,
  /^(?:当前位置|您当前的位置|您的位置|您现在的位置|當前位置|所在位置|位置|首页)\s*[:：>＞»].{0,80}$/u,
  /^(?:扫一扫|扫码|微信扫|手机扫|长按|关注我们|点击关注|扫描二维码).{0,40}$/u,
  /^[-=*_—─━~·.＊＝＃～﹡✱◇☆★●■◆○□△▲※\s]{3,}$/u,
  // The end: - END -, （完）.
  /^[^\p{L}\p{N}]{0,12}(?:the\s)?end[^\p{L}\p{N}]{0,12}$/iu,
  /^[（(【[—-]{0,3}\s?(?:完|全文完|正文完)\s?[）)】\]—-]{0,3}$/u,
  // Page numbers: — 2 —, 第 4 页 共 5 页, 3/12.
  /^(?:第?\s*\d{1,3}\s*(?:[页頁]|\/\s*\d{1,3})|[—–―─·~-]{1,3}\s{0,3}\d{1,4}\s{0,3}[—–―─·~-]{1,3}|page\s?\d{1,4}(?:\sof\s\d{1,4})?|第\s*\d{1,4}\s*[页頁][\s,，/|]{0,4}共\s*\d{1,4}\s*[页頁])\s*$/iu,
  // What marks a page's end in a CMS: #p#副标题#e#, [NextPage]…[/NextPage], [SITESERVER_PAGE], _ueditor_page_break_tag_.
  /^#p#.{0,80}#e#$/iu,
  /^[[{【]\s?[!/-]{0,3}(?:next_?page|page_?break|new_?page|page|pages|pager|siteserver_page|empirenews\.page|fenye|分页|分頁)(?:[=\s].{0,40})?-{0,2}\s?[\]}】](?:.{0,80}[[{【]\/.{1,20}[\]}】])?$/iu,
  /^_?_?(?:ueditor_page_break_tag|baidu_page_break_tag|page_?break(?:_tag)?|nextpage)_?_?$/iu,
  // Commands of site generators: {% raw %}, {{< figure … >}}, [TOC].
  /^(?:\{%[^{}]{0,120}%\}|\{\{[<%][^{}]{0,120}[>%]\}\}|@?\[{1,2}_?toc_?\]{1,2}(?:\([^()]{0,40}\))?|\[\/?(?:gallery|caption|embed|video|audio)(?:\s[^\]]{0,100})?\]|!!more!!)$/iu,
  // 视频>>　全文>>, 点分享　点收藏　点在看
  /^(?:(?:视频|音频|图集|图片|全文|详情|更多|链接|专题)\s?[>＞》»]{1,4}[\s　]{0,4}){2,6}$|^(?:(?:上一篇|下一篇|上一版|下一版|放大|缩小|默认|返回|打印)[\s　]{0,4}){2,8}$|^(?:点(?:个)?(?:分享|收藏|在看|赞)[\s　]{0,4}){2,4}$/u,
  // E-papers: 第02版：专版, 云川日报　2031年6月18日　星期三　第3版　要闻.
  /^\p{Script=Han}{2,8}[报刊]\s{1,4}\d{4}年.{2,30}第\s?[A-Z]?\d{1,3}\s?版.{0,12}$/u,
  /^[●■◆·\s]{0,6}第?\s?[A-Z]?\d{1,3}\s?版(?:[\s:：]{1,3}\p{Script=Han}{1,10})?$/u,
  // WeChat: the words around an article.
  /^[^\p{L}\p{N}]{0,4}(?:轻触|点击|戳|长按|扫描|扫码|识别)[^。]{0,12}(?:原文|蓝字|卡片|名片|二维码|关注|视频|图片|链接|小程序|海报)[^。]{0,24}$/u,
  /^[^\p{L}\p{N}]{0,4}(?:预览时标签不可点|继续滑动看下一个|向上滑动看下一个|名称已清空|使用小程序|微信扫一扫.{0,20}|视频加载失败.{0,20}|(?:点个?|点亮|一键)?“?(?:在看|三连)”?.{0,16}|轻点两下取消.{0,30}|觉得不错.{0,20}|(?:更多|欢迎|请)[^。]{0,16}关注[^。]{0,20}|星标.{0,20}|设为星标.{0,20}|[：:，,。.\s]{0,9}视频\s小程序.{0,80})$/u,
  /^.{0,40}(?:版权所有|版權所有|不得转载|不得轉載|禁止转载|谢绝转载|all rights reserved).{0,50}$/iu,
];

/**
 * What they can begin with: any of the Chinese characters that they are written with, and all that is none. The
 * patterns' `source` cannot tell: in the compiled program it has escapes in the place of characters.
 */
const FURNITURE_FIRST = new Uint8Array(0x10000).fill(1).fill(0, 0x4e00, 0xa000);
export const FURNITURE_CHARACTERS =
  '一万三上下不专两个为主举二于亮人今们件伸位你使信備全公共关内写击分别則前办加动助协单卡原取可号合名后向和喜單回图在地声备多失字安完容小已帮序府延当录彩往得微息您我戳所手扫承技报持按接推描支收政数數文新日时明星更有期术机权条标案档權次欢止正此气法注浏海消清滑瀏点热片版猜率现理用电留當的相看码禁私称程稿空站章第签管篇精系網绝继续维编网置联良荐蓝覽视览觉触言證设访证识话请读谢责败載轉转轻载辦迎运还违连选道量链错键长门问闻阅隐集頁页顾预频题首音详情享藏赞放大缩默认返打印刊年';
for (const each of FURNITURE_CHARACTERS) FURNITURE_FIRST[each.charCodeAt(0)] = 1;
/** What the two patterns hold that can begin with any character. */
const LICENCE = /ICP[备證证]|[网網]安[备備]|[版权權]所有|[转轉][载載]|rights reserved/iu;
/** Whom to write to: words of a speech where they stand in one, furniture at the page's edges. */
const CONTACT =
  /^(?:联系|聯絡|咨询|举报|监督|投稿|新闻|服务)?(?:邮编|邮政编码|总机|网址|网站|地址|电话|電話|热线|传真|傳真|邮箱|郵箱|电子邮箱|微信号|公众号|联系人)(?:\s*[:：].{0,80}|[\s|｜].{0,80}|)$/u;

const SENTENCE = /[。！？]/u;
const CONTROLS =
  '字体大小|字体显示|文字大小|字体|字號|字号|我要打印|打印本页|打印此页|打印文章|打印正文|打印|列印|关闭窗口|关闭本页|关闭|關閉視窗|收藏本页|加入收藏|收藏|分享到|分享至|分享|复制链接|我要纠错|纠错|返回顶部|返回首页|返回列表|返回上页|返回|回到顶部|回首页|TOP|推荐|朗读|语音播报|收听|全屏|繁體|简体|微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|朋友圈|人人网|更多|放大|缩小|上一页|下一页|上一頁|下一頁|首页|末页|尾页|上页|下页|余下全文|版面导航|标题导航|版面概览|版面目录|上一版|下一版|返回目录|往期回顾|PDF版|数字报';
/** Of these there must be two: one alone may be a headline. */
const WEAK =
  /点赞|点个赞|在看|赞|转发|留言|听过|评论|举报|复制|海报|下载|关注|已关注|重播|播放|取消|允许|知道了|小程序|视频|跳转|共\s?\d{1,4}\s?页|第\s?\d{1,4}\s?页|[1-9]\d{0,2}(?!\d)/uy;
const CONTROL = new RegExp(CONTROLS, 'iuy');
const SIZES = '特大|超大|大字|默认|正常|大|中|小';
const WEAK_FIRST = '点在赞转留听评举复海下关已重播取允知小视跳共第';
const SIZE = new RegExp(SIZES, 'uy');
const BETWEEN = /[\s|｜/、,，:：【】[\]（）()<>《》〈〉«»‹››·•…“”"]/uy;
/** What a line of them can begin with, among Chinese characters; Latin letters of any case and marks may all. */
const CONTROLS_FIRST = new Uint8Array(0x10000).fill(1).fill(0, 0x4e00, 0xa000);
for (const [first = ''] of [...`${CONTROLS}|${SIZES}`.split('|'), ...WEAK_FIRST])
  CONTROLS_FIRST[first.charCodeAt(0)] = 1;

/** True for 字号：[大 中 小] 打印 关闭: controls, sizes and what stands between them, read word by word. */
function isControls(text: string): boolean {
  if (CONTROLS_FIRST[unitAt(text, 0)] !== 1) return false;
  let controls = 0;
  let sizes = 0;
  let weak = 0;
  for (let at = 0; at < text.length; ) {
    const found = [CONTROL, SIZE, WEAK, BETWEEN].find((pattern) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (!found) return false;
    if (found === CONTROL) controls++;
    if (found === SIZE) sizes++;
    if (found === WEAK) weak++;
    at = found.lastIndex;
  }
  // Numbers and sizes alone are a table's, but for 【1】【2】.
  return controls > 0 || sizes > 2 || (weak > 1 && (/[^\d\s\p{P}\p{S}]/u.test(text) || /^[【[]/.test(text)));
}

/** Hostile runs of spaces would be tried at each place where a pattern allows some. */
function withoutRuns(text: string): string {
  return text.replace(/\s{2,}/gu, '  ');
}

/**
 * True when the whole line is page furniture: decoration.
 * @param isEdge the line stands where a page begins or ends, not within a speech
 */
export function isFurniture(line: Line, isEdge = true): boolean {
  const { start, end } = line.content;
  if (end - start > 130) return false;
  const written = line.text.slice(start, end);
  // 地址：云川市望江路12号。 is a sentence of someone's.
  if (SENTENCE.test(written)) return false;
  const text = withoutRuns(written);
  if (isControls(text)) return true;
  if (isEdge && isContact(line)) return true;
  const mayBe = FURNITURE_FIRST[text.charCodeAt(0)] === 1 || LICENCE.test(text);
  return mayBe && FURNITURE.some((pattern) => pattern.test(text));
}

/** True for 地址：…, 电话：…: whom to write to. */
export function isContact({ text, content }: Line): boolean {
  return content.end - content.start <= 100 && CONTACT.test(withoutRuns(text.slice(content.start, content.end)));
}

/** True when the whole line credits someone: 责任编辑:钱多, （本报记者 罗小青 整理）, 何砚 摄. */
export function isCredit(line: Line): boolean {
  const { start, end } = line.content;
  if (end - start > 120) return false;
  const written = line.text.slice(start, end);
  if (
    /[图照摄攝圖▲△▼]/u.test(written) &&
    (PICTURE.test(written) || CAPTIONED.test(written) || FIGURE.test(written.replace(/。\s*(?=[^。]{2,20}$)/u, ' ')))
  )
    return true;
  if (/[。！？!?]/u.test(written.slice(0, -1))) return false;
  const text = withoutRuns(written).replace(BULLET, '');
  // Each long pattern behind a short one for what it cannot do without.
  if (SEPARATOR.test(text) && CREDIT_START.test(text)) return !/[。！？!?]$/u.test(text);
  if (/[者员影]/.test(text) && REPORTER.test(text)) return true;
  return COMPILED.test(text) || (/[摄攝图影]/.test(text) && PHOTO.test(text) && photographer(text));
}

function photographer(text: string): boolean {
  const name = text.replace(/^[（(]|[/／]?(?:摄|攝|供图|摄影|文\/图|图\/文)\s*[）)]?$/gu, '').trim();
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
  if (!/[:：《|｜丨│┃▕▏∣︱❘]|\d{4}|年|记者|記者|通讯员/u.test(text)) return null;
  if (!MAY_BE_IMPRINT.test(text)) return null;
  const imprint: Imprint = { source: null, date: null, credits: [] };
  const account = ACCOUNT.exec(text);
  if (account) return readAccount(line, account);
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

/** 原创 钱多 云川发布 2031年3月2日 18:00 云川: the head of a WeChat article; 云川日报 2031-03-02 08:00. */
const ACCOUNT =
  /^(?:(原创)\s{1,4})?(?:([\p{Script=Han}·]{2,8})\s{1,4})?([\p{Script=Han}A-Za-z]{1,16}(?:发布|日报|晚报|晨报|时报|早报|周报|融媒|传媒|网|在线|新闻|观察|先锋|组工|政协|人大|公众号|客户端|广播|电视台))\s{1,4}(?=[12１２][\d０-９]{3}\s?[年./-])(.{6,24}?)(?:\s{1,4}\p{Script=Han}{2,6})?$/u;

function readAccount(
  { text, content }: Line,
  [, original, author, source = '', written = '']: RegExpExecArray,
): Imprint | null {
  const date = findDate(written);
  if (date?.span.start !== 0 || date.span.end !== written.length) return null;
  const find = (words: string, from: number): Span => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const by = author === undefined ? content : find(author, content.start + (original?.length ?? 0));
  const from = find(source, author === undefined ? content.start + (original?.length ?? 0) : by.end);
  const start = find(written, from.end).start;
  return {
    source: from,
    date: { iso: date.iso, span: { start, end: start + date.date.end } },
    credits: author === undefined ? [] : [by],
  };
}

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

/**
 * Reads the caption of a speaker's photograph with the photographer behind it: 何砚　本报记者 钱多 摄,
 * 何砚（钱多 摄）. Two names alone (何砚 钱多 摄) are two photographers.
 */
export function readCaption(line: Line): Imprint | null {
  const { text, content } = line;
  if (content.end - content.start > 60 || !/摄|攝|供图/.test(text)) return null;
  const [, name = '', open = '', credit = ''] = CAPTION.exec(text.slice(content.start, content.end)) ?? [];
  if (name === '' || nameStrength(name) === 'none' || isCredit(line)) return null;
  const isSure = /[（(]/u.test(open) || REPORTER.test(credit) || /\S\s+\S{2,4}[\s/／]*\S{1,2}$/u.test(credit);
  if (!isSure && !photographer(credit)) return null;
  const start = text.indexOf(credit, content.start + name.length);
  return { source: null, date: null, caption: name, credits: [{ start, end: start + credit.length }] };
}

/** The source without 《》 and page number: 《云川日报》第3版 is 云川日报. */
function sourceName(text: string, span: Span): Span | null {
  let name = trim(text, span);
  const quoted = /^《([^》]+)》/u.exec(textOf(text, name));
  if (quoted?.[1]) return trim(text, { start: name.start + 1, end: name.start + 1 + quoted[1].length });
  const page = /[\s（(]*(?:第?\s*[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,2})[）)]?.*$|[）)】\]|｜]+$/u.exec(textOf(text, name));
  if (page) name = trim(text, { start: name.start, end: name.start + page.index });
  return isEmpty(name) ? null : name;
}
