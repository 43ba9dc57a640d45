import { HOLDS } from '../../load/inventory.js';
import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import { isNickname, nameStrength } from '../people/name.js';
import { isOrganisation, officeAtEnd } from '../people/offices.js';
import type { Line } from '../text/line.js';
import { BULLET, BULLETS } from '../text/marks.js';
import { trim } from '../text/span.js';
import type { Opening, Ornament } from './head.js';
import { isTitle } from './titles.js';

const COLUMN = /^([^｜|丨│:：。，,]{2,12})[｜|丨│]\s*/u;
const NUMBER =
  /^(?:(?:NO|No|no|№)[.．]?\s?\d{1,3}\s+|\d{1,3}\s*[.．、)）]|\d{1,2}\s+(?=\p{Script=Han}{2,4}\s)|[（(]\d{1,3}[)）]|\d\uFE0F?\u20E3\uFE0F?|[①-⑳❶-❿➀-➓⑴-⒇㈠-㈩Ⅰ-Ⅻ]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])\s*/u;
export const HASHES = /^[#＃]{1,6}\s*/u;
/** 09:31 何砚：, [09:31]何砚：: minutes and live texts say when. */
const TIME = /^[［[（(【]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\]］）)】]?\s*/u;
/** 发言人：, 述责人：, 【同期】: what follows names who speaks (contract, "Removed from paragraphs"). */
const LABELS =
  '发言人 提问 提问人 汇报人 陈述人 答题人 分享者 对话者 发言者 發言人 述责人 述职人 述廉人 述学人 报告人 宣讲人 主讲人 主讲 讲述人 讲述者 分享人 与谈人 对谈人 受访人 受访者 受访嘉宾 采访对象 对话人物 访谈嘉宾 答复人 答辩人 领学人 点评人 点评 点评嘉宾 回应人 回应 回应单位 提案人 建议人 口述人 口述 口述者 嘉宾 讲话人 寄语人 推荐人 代言人 宣读人 演讲人 演讲者 姓名';
const BRACKET_LABELS = '同期 同期声 现场同期 采访 采访同期 人物同期 记者出镜 出镜 出镜记者 连线 字幕';
const spaced = (words: string) =>
  words
    .split(' ')
    .map((word) => [...word].join('\\s*'))
    .join('|');
const LABEL = new RegExp(
  `^(?:(?:${spaced(LABELS)})[一二三四五六七八九十\\d]{0,2}\\s*[:：]|(?:主讲人?|讲述人?|口述)[\\s　]{1,4}(?=\\p{Script=Han}{2,4}(?:[（(\\s]|$))|[【［[](?:${spaced(BRACKET_LABELS)})[】］\\]]|(?:同期|同期声|出镜|(?:交流|大会|典型|表态|书面)?发言[一二三四五六七八九十\\d]{1,3})[:：\\s　])\\s*`,
  'u',
);

export function readOpening(line: Line): Opening {
  let { start } = line.content;
  let ornament: Ornament = line.depth > 0 ? 'heading' : 'none';
  let level = line.depth;
  const mayBeColumn = line.mayHold(HOLDS.bar);
  // Most lines begin with none of these, and each pattern is tried only where it could match.
  if (PREFIX_FIRST[unitAt(line.text, start)] !== 1 && !mayBeColumn)
    return behindLabel(line, { start, ornament, level });
  for (const { pattern, first, name } of PREFIXES) {
    if (first === null ? !mayBeColumn : first[unitAt(line.text, start)] !== 1) continue;
    const match = pattern.exec(line.text.slice(start, Math.min(line.content.end, start + 40)));
    // 市发改委主任｜何砚 is an office before a bar, and no column.
    if (!match || (name === 'column' && isNoColumn(line.text, match[1] ?? '', start + match[0].length))) continue;
    if (name === 'heading') level = match[0].trimEnd().length;
    start = trim(line.text, { start: start + match[0].length, end: line.content.end }).start;
    ornament = name;
  }
  return behindLabel(line, { start, ornament, level });
}

/** 评议人：, 发布人：, 【记者】: a label of any words, where a name and nothing else stands behind it. */
const ANY_LABEL =
  /^(?:(?!(?:记录|整理|采访|撰稿|编辑|审核|联系|负责|责任|校对|采写|执笔|摄影|供稿|通讯)[人者员]|主持|参[与加会]|出席|与会)\p{Script=Han}{1,4}(?:人|者|嘉宾|专家|单位)[:：]|\p{Script=Han}{2,4}[一二三四五六七八九十\d]{1,2}[:：]|(?:发言|点评|回应|述职|交流|答复|表态|汇报)[:：]|第[一二三四五六七八九十\d]{1,2}[位名个](?:发言|发言人|代表|嘉宾|选手)?[:：]|[【［[]\p{Script=Han}{2,4}[】］\]])\s*/u;

function behindLabel(line: Line, opening: Opening): Opening {
  const { text, content } = line;
  if (line.endsInStop || content.end - opening.start > 60 || opening.ornament === 'label') return opening;
  const label = ANY_LABEL.exec(text.slice(opening.start, opening.start + 12));
  const start = opening.start + (label?.[0].length ?? 0);
  return label && isSomeone(text.slice(start, content.end)) ? { ...opening, start, ornament: 'label' } : opening;
}

/** 周立仁（省博物馆研究员）, 市应急管理局副局长　危思安: no sentence, and a name at one of its ends. */
function isSomeone(text: string): boolean {
  if (/[。！？!?；;：:“”]/u.test(text)) return false;
  const bare = text
    .trim()
    .replace(/[（(][^（()）]*[）)]$/u, '')
    .trim();
  const pieces = bare.split(/[\p{White_Space}，,]+/u);
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (pieces.length > 1 && isTitle(first) && /^\p{Script=Han}{2,4}$/u.test(last)) return true;
  return [first, last].some((piece) => nameStrength(piece) === 'strong' || isNickname(piece));
}

/** 市发改委主任｜何砚：… and 何砚｜市发改委主任：… have a bar between name and titles, and no column. */
function isNoColumn(text: string, words: string, from: number): boolean {
  if (nameStrength(words) === 'strong' && !isOrganisation(words)) return true;
  const second = /^([^|｜丨│]{2,60})\s*[|｜丨│]/u.exec(text.slice(from, from + 64))?.[1]?.trim();
  if (second !== undefined && isTitle(second)) return true;
  const behind = text.slice(from).trim();
  if (nameStrength(words) !== 'none' && words.length < 5 && !/[:：]/u.test(behind) && isTitle(behind)) return true;
  const office = officeAtEnd(words);
  if (office !== null && isOrganisation(words.slice(0, -office.length))) return true;
  if (!isTitle(words)) return false;
  const next = /^[^:：。，,、|｜丨│]{2,8}/u.exec(text.slice(from, from + 20))?.[0] ?? '';
  return nameStrength(next.trim()) !== 'none';
}

const NUMBER_FIRST =
  'Nn№0123456789（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十';
const TIME_FIRST = '012［[（(【';
const LABEL_FIRST = `【［[同出交大典表书${LABELS.replaceAll(/(?<=\S)\S/gu, '')}`;
/** 🎤, ✔️: pictures that stand for bullets. */
const PICTURE = /^(?:\p{Extended_Pictographic}\uFE0F?\s*)+/u;
const PICTURE_FIRST = '\uD83C\uD83D\uD83E✔✓✅☑✦✪❖➤➢⭐⬛⬜☀☎✍✉❤';
const PREFIX_FIRST = unitsOf(`${PICTURE_FIRST}>NN№n#＃-*+${BULLETS}${NUMBER_FIRST}${TIME_FIRST}${LABEL_FIRST}`);

/** What each begins with; a column begins with any word. */
const PREFIXES: readonly { pattern: RegExp; first: Uint8Array | null; name: Ornament }[] = [
  { pattern: HASHES, first: unitsOf('#＃'), name: 'heading' },
  { pattern: new RegExp(`${BULLET.source}|^[-*+]\\s+`, 'u'), first: unitsOf(`${BULLETS}-*+`), name: 'bullet' },
  { pattern: /^>+\s*/u, first: unitsOf('>'), name: 'bullet' },
  { pattern: PICTURE, first: unitsOf(PICTURE_FIRST), name: 'bullet' },
  { pattern: TIME, first: unitsOf(TIME_FIRST), name: 'time' },
  { pattern: NUMBER, first: unitsOf(NUMBER_FIRST), name: 'number' },
  { pattern: COLUMN, first: null, name: 'column' },
  { pattern: LABEL, first: unitsOf(LABEL_FIRST), name: 'label' },
];
