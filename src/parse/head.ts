import { HOLDS } from '../load/inventory.js';
import { unitAt } from '../typography/unitAt.js';
import { unitsOf } from '../typography/units.js';
import { takeBrackets } from './people/brackets.js';
import { isNickname, isPhrase, isTranscribed, nameStrength } from './people/name.js';
import { isOffice, isOrganisation, officeAtEnd, splitTitles } from './people/offices.js';
import { People } from './people/people.js';
import { NEVER_IN_LABEL, type Reading, readingOf, readLabel } from './people/reading.js';
import type { Line } from './text/line.js';
import { BULLET, BULLETS, depths } from './text/marks.js';
import { isEmpty, type Span, textOf, trim } from './text/span.js';

/**
 * What marks a line's words as a speaker's: a colon behind them, brackets around them, a dash before them, round
 * brackets around the whole line or behind a headline, nothing (a line of their own), or the bars of an explicit
 * speaker line. Reported prose (何砚说，…) has a verb of saying.
 */
export type Form = 'colon' | 'bracket' | 'dash' | 'signature' | 'byline' | 'bare' | 'reported' | 'explicit';

/** A line read as a speaker line. Whether it begins a speech is the sequence's decision. */
export interface Head {
  line: Line;
  form: Form;
  reading: Reading;
  /** The words that name the speaker. */
  label: Span;
  /** What follows them on the line: a headline, or the text. May be empty. A byline has its headline before it. */
  rest: Span;
  /** What stands before them: ■■, a number, 两会声音｜, 发言人：. */
  prefix: Span;
  /** What the words stand behind: 发言人： says by itself that a speaker follows. */
  ornament: Ornament;
  /** Of `## words` and headings: how many levels down; 0 for another line. */
  level: number;
}

export type Ornament = 'none' | 'bullet' | 'number' | 'column' | 'heading' | 'label' | 'time';

const nobody = new People();
const LONGEST_LABEL = 80;
const LONGEST_BARE = 60;
const COLUMN = /^([^｜|丨│:：。，,]{2,12})[｜|丨│]\s*/u;
const NUMBER =
  /^(?:(?:NO|No|no|№)[.．]?\s?\d{1,3}\s+|\d{1,3}\s*[.．、)）]|\d{1,2}\s+(?=\p{Script=Han}{2,4}\s)|[（(]\d{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])\s*/u;
const HASHES = /^[#＃]{1,6}\s*/u;
/** 09:31 何砚：, [09:31]何砚：: minutes and live texts say when. */
const TIME = /^[［[（(【]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\]］）)】]?\s*/u;
const BRACKETED = /^[【［[〔]([^】］\]〕]{1,70})[】］\]〕]\s*[:：]?/u;
/** （孟春）先说菜场。: a name and nothing else, and words behind it. */
const NAME_IN_ROUND = /^[（(](\p{Script=Han}{2,4})[）)](?=\S{3})/u;
const DASH = /^(?:[—―─–-]{2,}|—|―)\s*/u;
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
  `^(?:(?:${spaced(LABELS)})[一二三四五六七八九十\\d]{0,2}\\s*[:：]|(?:主讲人?|讲述人?|口述)[\\s　]{1,4}(?=\\p{Script=Han}{2,4}(?:[（(\\s]|$))|[【［[](?:${spaced(BRACKET_LABELS)})[】］\\]]|(?:同期|同期声|出镜|(?:交流|大会|典型|表态|书面)?发言[一二三四五六七八九十\\d]{1,3})[:：])\\s*`,
  'u',
);

/** Where a line's words begin, behind a bullet, a number, a column. */
export interface Opening {
  start: number;
  ornament: Ornament;
  level: number;
}

/** Every way in which a line can be read as a speaker line, the most explicit first. */
export function readHeads(line: Line, opening: Opening, people: People): readonly Head[] {
  const explicit = readExplicit(line, opening);
  if (explicit) return [explicit];
  const { start } = opening;
  const first = unitAt(line.text, start);
  const isShort = line.content.end - start <= LONGEST_BARE;
  const closes = CLOSES_ROUND[unitAt(line.text, line.content.end - 1)] === 1;
  const colon = line.mayHold(HOLDS.colonOrDash) ? readColon(line, opening, people) : null;
  const bracket = BRACKET_FIRST[first] === 1 ? readBracket(line, opening, people) : null;
  const dash = DASH_FIRST[first] === 1 ? readDash(line, opening, people) : null;
  const reported = mayReport(line, start) ? readReported(line, opening, people) : null;
  const row = mayBeRow(line) ? readColumns(line, opening, people) : null;
  const round = closes ? readRound(line, opening, people) : null;
  const byline = isShort && line.mayHold(HOLDS.colonOrDash) ? readBehindDash(line, opening, people) : null;
  const bare = isShort ? readBare(line, opening, people) : null;
  // Most lines are nobody's.
  if (!(bracket || colon || dash || reported || row || round || byline || bare)) return NO_HEADS;
  // 運輸及物流局局長：: an office without a name, which a record of talks has for a speaker.
  const isNameless = colon?.reading.shape === 'nameless';
  const office = isNameless ? { ...colon, reading: readingOf('role', 'label', 'doubtful', colon.label) } : null;
  return [bracket, colon, office, dash, reported, row, round, byline, bare].filter((head) => head !== null);
}

export const NO_HEADS: readonly Head[] = [];
const BRACKET_FIRST = unitsOf('【［[〔（(');
const DASH_FIRST = unitsOf('—―─–-');
const CLOSES_ROUND = unitsOf('）)');

export function readOpening(line: Line): Opening {
  let { start } = line.content;
  let ornament: Ornament = line.depth > 0 ? 'heading' : 'none';
  let level = line.depth;
  const mayBeColumn = line.mayHold(HOLDS.bar);
  // Most lines begin with none of these, and each pattern is tried only where it could match.
  if (PREFIX_FIRST[unitAt(line.text, start)] !== 1 && !mayBeColumn) return { start, ornament, level };
  for (const { pattern, first, name } of PREFIXES) {
    if (first === null ? !mayBeColumn : first[unitAt(line.text, start)] !== 1) continue;
    const match = pattern.exec(line.text.slice(start, Math.min(line.content.end, start + 40)));
    // 市发改委主任｜何砚 is an office before a bar, and no column.
    if (!match || (name === 'column' && isNoColumn(line.text, match[1] ?? '', start + match[0].length))) continue;
    if (name === 'heading') level = match[0].trimEnd().length;
    start = trim(line.text, { start: start + match[0].length, end: line.content.end }).start;
    ornament = name;
  }
  return { start, ornament, level };
}

/** 市发改委主任｜何砚：… and 何砚｜市发改委主任：… have a bar between name and titles, and no column. */
function isNoColumn(text: string, words: string, from: number): boolean {
  if (nameStrength(words) === 'strong' && !isOrganisation(words)) return true;
  const second = /^([^|｜丨│]{2,60})\s*[|｜丨│]/u.exec(text.slice(from, from + 64))?.[1]?.trim();
  if (second !== undefined && isTitle(second)) return true;
  if (!isTitle(words)) return false;
  const next = /^[^:：。，,、|｜]{2,8}/u.exec(text.slice(from, from + 20))?.[0] ?? '';
  return nameStrength(next.trim()) !== 'none';
}

const NUMBER_FIRST = 'Nn№0123456789（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十';
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

/** `## titles | name | headline`: an editor's word, which settles any doubt. */
function readExplicit(line: Line, { level }: Opening): Head | null {
  const { text, content } = line;
  const found = barsIn(line);
  if (found === null) return null;
  const { start, bars } = found;
  const [first, second = content.end] = bars;
  if (first === undefined || bars.length > 2) return null;
  const name = trim(text, { start: first + 1, end: second });
  const titles = trim(text, { start, end: first });
  // One bar may stand in any heading (党建｜联建共建); behind an office it parts the name.
  if (bars.length === 1 && !(isTitle(textOf(text, titles)) && nameStrength(textOf(text, name)) !== 'none')) return null;
  const reading = readLabel(text, titles, nobody);
  // ## 罗青 | 市长 | 念好山海经 has its fields in another order: whose words these are the editor must say.
  if (officeAtEnd(textOf(text, name)) !== null && nameStrength(textOf(text, titles)) === 'strong') return null;
  const shape = isEmpty(name) ? 'nameless' : 'spaced';
  const kind = reading?.kind === 'role' && isEmpty(name) ? 'role' : 'person';
  return headOf(
    line,
    { start, ornament: 'heading', level },
    'explicit',
    readingOf(kind, shape, 'confirmed', name, splitExplicit(text, titles)),
    { start, end: second },
    trim(text, { start: Math.min(second + 1, content.end), end: content.end }),
  );
}

/** @returns the bars in a line that begins with #, and where its words start; null for another line */
export function barsIn({ text, content, depth }: Line): { start: number; bars: number[] } | null {
  if (depth === 0 && text[content.start] !== '#' && text[content.start] !== '＃') return null;
  const hashes = depth > 0 ? '' : (HASHES.exec(textOf(text, content))?.[0] ?? null);
  if (hashes === null) return null;
  const start = content.start + hashes.length;
  return { start, bars: [...text.slice(start, content.end).matchAll(/[|｜]/gu)].map(({ index }) => start + index) };
}

function isTitle(text: string): boolean {
  return splitTitles(text).every((piece) => isOffice(text.slice(piece.start, piece.end))) || isOrganisation(text);
}

function splitExplicit(text: string, titles: Span): Span[] {
  if (isEmpty(titles)) return [];
  return splitTitles(textOf(text, titles)).map(({ start, end }) => ({
    start: titles.start + start,
    end: titles.start + end,
  }));
}

/** One literal for all of them: objects of several make are several times slower to read. */
function headOf(line: Line, opening: Opening, form: Form, reading: Reading, label: Span, rest: Span): Head {
  const { start, ornament, level } = opening;
  return { line, form, reading, label, rest, prefix: { start: line.content.start, end: start }, ornament, level };
}

function readBracket(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  const window = line.text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const match = BRACKETED.exec(window) ?? NAME_IN_ROUND.exec(window);
  const inner = match?.[1];
  if (!match || inner === undefined) return null;
  const label = trim(line.text, { start: start + 1, end: start + 1 + inner.length });
  const isTurn = /[:：]$/u.test(match[0]);
  const reading =
    readLabel(line.text, label, people) ??
    (isTurn ? readingOf('role', 'role', 'likely', label) : labelIn(line.text, label));
  if (!reading || (/^[（(]/u.test(match[0]) && (reading.kind !== 'person' || reading.shape !== 'name'))) return null;
  return headOf(line, opening, 'bracket', reading, label, trim(line.text, { start: start + match[0].length, end }));
}

/** The colon stands outside brackets and quotes, and is no part of a time, a ratio or an address. */
function readColon(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  if (!hasColonOrDash(line.text, start, Math.min(end, start + LONGEST_LABEL))) return null;
  const window = line.text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const depth = depths(window);
  // 云川市市长何砚—— with nothing behind it introduces the words below as a colon does.
  const dashes = start + window.length === end ? (/[—―]{1,2}$/u.exec(window)?.[0].length ?? 0) : 0;
  const at = dashes > 0 ? window.length - dashes : findColon(window, depth);
  if (at <= 0) return null;
  const label = trim(line.text, { start, end: start + at });
  const rest = trim(line.text, { start: start + at + Math.max(1, dashes), end });
  const reading = readLabel(line.text, label, people);
  if (reading === null || reading.titles.length === 0 || reading.shape === 'nameless') {
    const named = nameBehindColon(line.text, label, rest, people);
    if (named) {
      const behind = named.rest.at(-1)?.end ?? named.name.end;
      return headOf(
        line,
        opening,
        'colon',
        named,
        { start: label.start, end: behind },
        trim(line.text, { start: behind, end }),
      );
    }
  }
  if (reading) return headOf(line, opening, 'colon', reading, label, rest);
  const unknown = labelIn(line.text, label);
  return unknown && headOf(line, opening, 'colon', unknown, label, rest);
}

/** 男, 听证申请人, 《云川生态》, 后排的一位老先生: short words without a mark of a sentence. */
const LABEL_WORDS = /^[\p{Script=Han}A-Za-z0-9·《》“”（）() ]{1,14}$/u;
/** 一句话, 三个到位, 老支书告诉我: what a speech says before a colon. */
const NEVER_A_LABEL = /^[一二三四五六七八九十两几](?!位|名)|(?:告诉|告訴)?[我你他她它咱]$|[是为在有]$/u;

/** @returns the words as someone nobody knows, a remark in brackets apart; null for what is no label */
function labelIn(text: string, span: Span): Reading | null {
  const { core, titles, notes, marks } = takeBrackets(text, span);
  if (!mayBeLabel(textOf(text, core))) return null;
  const reading = readingOf('role', 'label', 'doubtful', core);
  reading.notes.push(...titles, ...notes);
  reading.rest.push(...marks);
  return reading;
}

function mayBeLabel(text: string): boolean {
  return LABEL_WORDS.test(text) && !NEVER_A_LABEL.test(text) && !isPhrase(text);
}

/** 青石镇党委书记：何砚, and behind a space a headline. */
function nameBehindColon(text: string, label: Span, rest: Span, people: People): Reading | null {
  const found = /^(\S{2,12}?)(同志|先生|女士)?(?=$|\p{White_Space}+\S{4,48}$)/u.exec(textOf(text, rest));
  const words = found?.[1];
  if (found === null || words === undefined || !isTitle(textOf(text, label))) return null;
  const vouched = people.has(words);
  if (!vouched && nameStrength(words) !== 'strong' && !isTranscribed(words) && !isNickname(words)) return null;
  const name = { start: rest.start, end: rest.start + words.length };
  const reading = readingOf('person', 'spaced', vouched ? 'confirmed' : 'clear', name, splitExplicit(text, label));
  if (found[2] !== undefined) reading.rest.push({ start: name.end, end: name.end + found[2].length });
  return reading;
}

const COLONS = unitsOf(':：﹕∶');
const COLON_OR_DASH = unitsOf(':：﹕∶—―');

/** Whether one stands there with no sentence's end before it: what has such a mark inside is no label. */
function hasColonOrDash(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = unitAt(text, at);
    if (COLON_OR_DASH[unit] === 1) return true;
    if (NEVER_IN_LABEL[unit] === 1) return false;
  }
  return false;
}

function findColon(text: string, depth: Uint8Array): number {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    if (COLONS[unitAt(text, at)] !== 1 || depth[at] !== 0) continue;
    if (/\d/u.test(text[at - 1] ?? '') || text.startsWith('//', at + 1)) return -1;
    return at;
  }
  return -1;
}

/** What a subtitle begins with that says whom a page is about. */
export const INTERVIEW = /^(?:专访|对话|访谈?|采访|记|本报专访|独家专访)/u;

function readDash(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  const match = DASH.exec(line.text.slice(start, Math.min(end, start + 12)));
  if (!match) return null;
  const label = trim(line.text, { start: start + match[0].length, end });
  // ——专访县教育局局长何砚 below the title says who is interviewed.
  if (label.end - label.start > LONGEST_LABEL || INTERVIEW.test(textOf(line.text, label))) return null;
  const reading = readLabel(line.text, label, people);
  return reading ? headOf(line, opening, 'dash', reading, label, { start: end, end }) : null;
}

/**
 * （教育局机关党委书记　罗青） below a text or at its end, and behind a headline: 守住初心（市法院副庭长何砚）.
 * Who edited the page signs in the same way and is no speaker.
 */
function readRound(line: Line, opening: Opening, people: People): Head | null {
  const { text, content } = line;
  const { start } = opening;
  const open = Math.max(text.lastIndexOf('（', content.end), text.lastIndexOf('(', content.end));
  if (open < start || content.end - open > LONGEST_BARE) return null;
  const label = trim(text, { start: open + 1, end: content.end - 1 });
  const reading = readLabel(text, label, people);
  if (reading?.kind !== 'person' || reading.shape === 'nameless' || reading.shape === 'several') return null;
  if (reading.titles.some((title) => OF_THE_PAGE.test(textOf(text, title)))) return null;
  const above = trim(text, { start, end: open });
  if (isEmpty(above))
    return headOf(line, opening, 'signature', reading, label, { start: content.end, end: content.end });
  const isSure = reading.certainty === 'clear' || reading.certainty === 'confirmed';
  if (reading.titles.length === 0) return null;
  if (ENDS_SENTENCE.test(textOf(text, above))) return headOf(line, opening, 'signature', reading, label, above);
  return isSure && isShortHeadline(above) ? headOf(line, opening, 'byline', reading, label, above) : null;
}

const OF_THE_PAGE = /(?:编辑|记者|通讯员|摄影|校对|美编|審校|編輯|記者)$/u;
const ENDS_SENTENCE = /[。！？!?…][”」』"]?$/u;

function isShortHeadline({ start, end }: Span): boolean {
  return end - start > 1 && end - start <= 48;
}

const COLUMNS = /\s*[|｜丨│]\s*|\s*\t\s*|[ \u3000]{3,}/gu;

/** 何砚｜市发改委主任｜抓项目, and the same by tabs, with a number before: a row of a table. */
/** Bars, or three spaces or a tab in all. */
function mayBeRow(line: Line): boolean {
  if (line.mayHold(HOLDS.bar)) return true;
  return line.mayHold(HOLDS.space) && (line.text.length - line.inventory.visible > 2 || line.text.includes('\t'));
}

function readColumns(line: Line, opening: Opening, people: People): Head | null {
  const { text, content } = line;
  const window = text.slice(opening.start, Math.min(content.end, opening.start + LONGEST_LABEL));
  const borders = [...window.matchAll(COLUMNS)].map(({ index, 0: mark }) => ({
    start: opening.start + index,
    end: opening.start + index + mark.length,
  }));
  const fields = borders.map(({ start }, at) => ({ start: borders[at - 1]?.end ?? opening.start, end: start }));
  if (fields[0] && /^\d{1,3}$/u.test(textOf(text, fields[0]))) fields.shift();
  const [first, second] = fields;
  const border = borders.at(-1);
  if (first === undefined || border === undefined || fields.length > 2) return null;
  const rest = { start: border.end, end: content.end };
  if (second === undefined) {
    // 岑远 | 报告务实，我们抓紧落实。
    const name = textOf(text, first);
    if (!/[|｜丨│]/u.test(textOf(text, border)) || nameStrength(name) !== 'strong' || rest.end - rest.start < 5)
      return null;
    const certainty = people.has(name) ? 'confirmed' : 'likely';
    return headOf(line, opening, 'colon', readingOf('person', 'name', certainty, first), first, rest);
  }
  const [name, titles] =
    nameStrength(textOf(text, first)) !== 'none' && !isOffice(textOf(text, first)) ? [first, second] : [second, first];
  const strength = nameStrength(textOf(text, name));
  if (strength === 'none' || !isTitle(textOf(text, titles))) return null;
  const certainty = people.has(textOf(text, name)) ? 'confirmed' : strength === 'strong' ? 'clear' : 'fair';
  const reading = readingOf(
    'person',
    name === first ? 'name-titles' : 'spaced',
    certainty,
    name,
    splitExplicit(text, titles),
  );
  return headOf(line, opening, 'colon', reading, { start: first.start, end: second.end }, rest);
}

/** 石永康議員詢問，…; 副局长李明指出，…: somebody tells what another said. */
const REPORTED =
  /^([^，。：:；;！!？?“”]{2,24}?)((?:总结时|最后|随后)?(?:说|表示|指出|认为|强调|建议|提出|谈到|坦言|直言|补充|回应|询问|表態|說|認為|強調|建議|詢問|查詢|回應|總結時表示|補充))[，,]\s*/u;

const ENDS_SAYING = unitsOf('说示出为调议到言充应询态說為調議詢應');

/** Whether a verb of saying may stand before a comma within the first words: hardly a line has one. */
function mayReport({ text, content }: Line, start: number): boolean {
  const end = Math.min(content.end, start + 32);
  for (let at = start + 2; at < end; at++) {
    const unit = unitAt(text, at);
    if (unit === 0xff0c || unit === 0x2c) return ENDS_SAYING[unitAt(text, at - 1)] === 1;
  }
  return false;
}

function readReported(line: Line, opening: Opening, people: People): Head | null {
  const found = REPORTED.exec(line.text.slice(opening.start, Math.min(line.content.end, opening.start + 32)));
  const words = found?.[1];
  const verb = found?.[2];
  if (!found || words === undefined || verb === undefined) return null;
  const label = { start: opening.start, end: opening.start + words.length };
  const reading = readLabel(line.text, label, people);
  if (reading === null || reading.shape === 'nameless' || reading.shape === 'several') return null;
  const end = label.end + verb.length;
  reading.notes.push({ start: label.end, end });
  const rest = { start: opening.start + found[0].length, end: line.content.end };
  return headOf(line, opening, 'reported', reading, { start: label.start, end }, rest);
}

/** “把订单变成底气”——云川轴承集团董事长 蔺如海: the headline and who says it, a dash between. */
function readBehindDash(line: Line, opening: Opening, people: People): Head | null {
  const { text, content } = line;
  const window = text.slice(opening.start, content.end);
  const dash = /(?:[—―─]{1,2}|\s[-–]{1,2}\s)(?=[^—―─]{4,40}$)/u.exec(window);
  if (!dash) return null;
  const above = trim(text, { start: opening.start, end: opening.start + dash.index });
  const label = trim(text, { start: opening.start + dash.index + dash[0].length, end: content.end });
  if (!isShortHeadline(above) || ENDS_SENTENCE.test(textOf(text, above))) return null;
  const reading = readLabel(text, label, people);
  const isSure = reading?.certainty === 'clear' || reading?.certainty === 'confirmed';
  if (reading?.kind !== 'person' || !isSure || reading.titles.length === 0) return null;
  return headOf(line, opening, 'byline', reading, label, above);
}

/** 发言人：汤可为: behind such a label even an unusual name is one. */
function anyName(text: string, span: Span): Reading | null {
  const strength = nameStrength(textOf(text, span));
  return strength === 'none' || span.end - span.start > 5 ? null : readingOf('person', 'name', 'fair', span);
}

/** 梁秋实 19:02: a chat that was copied says when. */
const TIME_BEHIND = /\s+(?:\d{1,4}[-/.年月]\d{1,2}[-/.月]?(?:\d{1,2}日?)?\s+)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/u;

function readBare(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  if (NEVER_IN_LABEL[unitAt(line.text, end - 1)] === 1 || DASH_FIRST[unitAt(line.text, start)] === 1) return null;
  const time = line.mayHold(HOLDS.colonOrDash) ? TIME_BEHIND.exec(line.text.slice(start, end)) : null;
  const label = trim(line.text, { start, end: time ? start + time.index : end });
  if (line.mayHold(HOLDS.colonOrDash) && /[:：]/u.test(textOf(line.text, label))) return null;
  const reading =
    readLabel(line.text, label, people) ?? (opening.ornament === 'label' ? anyName(line.text, label) : null);
  if (time && reading) {
    reading.rest.push({ start: label.end, end });
    return headOf(line, { ...opening, ornament: 'time' }, 'bare', reading, { start, end }, { start: end, end });
  }
  // 何砚强调要抓落实 on a line of its own is text: only behind a colon, or as 何砚的发言, are such words a speaker's.
  const last = reading?.notes.at(-1);
  if (last && last.end === label.end && !/(?:[话言辞稿点要登]|[）)])$/u.test(textOf(line.text, last))) return null;
  return reading ? headOf(line, opening, 'bare', reading, label, { start: end, end }) : null;
}
