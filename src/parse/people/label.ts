import { unitAt } from '../../typography/unitAt.js';
import { unitsOf, WHITE_SPACE } from '../../typography/units.js';
import { type Span, textOf, trim } from '../text/span.js';
import { takeBrackets } from './brackets.js';
import { readCore, titleSpans } from './core.js';
import { isNickname, nameStrength } from './name.js';
import { isOffice, isOrganisation, officeAtEnd } from './offices.js';
import type { People } from './people.js';
import { type Reading, readingOf } from './reading.js';
import { isRole } from './roles.js';
import { sayingAt } from './saying.js';
import { namesSeveral } from './several.js';
import { isWord } from './words.js';

const SPEECH_SUFFIX =
  /(?:在[^：:。]{2,40}上)?(?:的|作|做)?(?:讲话|發言|發言摘要|发言|致辞|讲话摘要|发言摘要|发言摘登|讲话摘登|发言要点|讲话要点|发言稿|讲话稿|口述|自述|讲述)(?:[（(](?:摘要|节选|摘登)[）)])?$/u;
const COURTESY = /(?:同志|先生|女士)$/u;
/** What the two end in: hardly a label does, and they would be tried at each of its characters. */
const SUFFIX_LAST = unitsOf('话言要辞登点稿述）)志生士');
/** 市发改委主任｜何砚, 市发改委主任/何砚: a bar, a slash or a dash between spaces parts them as a space does. */
const BARS =
  /[｜|丨│／/\t]|(?<=\p{White_Space})[-–·•・](?=\p{White_Space})|(?<=\p{Script=Han})\p{White_Space}?[—―]{1,2}\p{White_Space}?(?=\p{Script=Han})/gu;

/** What a label may hold, seen in one walk over it. */
const HELD = { never: 1, bar: 2, between: 4, closing: 8 };
const KINDS = new Uint8Array(0x10000);
for (const [kind, characters] of [
  [HELD.never, '。！？!?；;…'],
  [HELD.bar, '｜|丨│／/\t-–—―·•・'],
  [HELD.between, `、,，和与及${WHITE_SPACE}`],
  [HELD.closing, '）)】］]〕'],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)] = (KINDS[character.charCodeAt(0)] ?? 0) | kind;

function heldIn(text: string): number {
  let held = 0;
  for (let at = 0; at < text.length; at++) held |= KINDS[unitAt(text, at)] ?? 0;
  return held;
}

/**
 * Reads the words of a speaker line, without any mark that ends them.
 * @param line the line's text
 * @param span where the words stand in it
 * @param people names that something vouches for
 * @returns the reading with the highest certainty, or null: these words name no speaker
 */
export function readLabel(written: string, span: Span, people: People): Reading | null {
  if (span.end - span.start > 90) return null;
  const held = heldIn(textOf(written, span));
  if ((held & HELD.never) !== 0) return null;
  const line = (held & HELD.bar) !== 0 ? written.replaceAll(BARS, (bar) => ' '.repeat(bar.length)) : written;
  const whole = trim(line, span);
  // 科技特派员·苏子叶: behind an office the dot parts it from the name.
  const dot = (held & HELD.bar) !== 0 ? /^(.{3,30})[·•](?=\p{Script=Han}{2,4}$)/u.exec(textOf(line, whole)) : null;
  if (dot?.[1] !== undefined && officeAtEnd(dot[1]) !== null) {
    const at = whole.start + dot[1].length;
    return readLabel(`${written.slice(0, at)} ${written.slice(at + 1)}`, span, people);
  }
  const text = textOf(line, whole);
  if (text.length < 1 || text.length > 80) return null;
  // A caption, and every name that is known already.
  if ((held & (HELD.between | HELD.closing)) === 0 && people.has(text))
    return readingOf('person', 'name', 'confirmed', whole);
  if (isRole(text)) return readingOf('role', 'role', 'likely', whole);
  if ((held & (HELD.between | HELD.bar)) !== 0 && namesSeveral(text, people))
    return readingOf('person', 'several', 'clear', whole);
  const saying = sayingAt(text);
  if (saying > 0) {
    const clause = { start: whole.start + saying, end: whole.end };
    const who = trim(line, { start: whole.start, end: clause.start });
    const isReply = REPLY.test(text);
    const said =
      isReply && isRole(textOf(line, who)) ? readingOf('role', 'role', 'likely', who) : readWords(line, who, people);
    if (said !== null && said.shape !== 'nameless' && said.shape !== 'several' && (said.kind === 'person' || isReply)) {
      // 谌立夏代表民进市委会发言: hardly more than a speaker speaks for a body.
      if (said.certainty === 'likely' && /^(?:代表|受)|(?:发言|致辞|讲话)$/u.test(textOf(line, clause)))
        said.certainty = 'clear';
      said.notes.push(clause);
      return said;
    }
  }
  return readWords(line, whole, people);
}

/** （市气象台首席预报员）卓然 */
const TITLES_BEFORE = /^[（(〔【［]([^（()）〔〕【】［］]{2,40})[）)〕】］]\s*\*?(?=\S{2,8}$)/u;

/** [德国] 汉斯·韦伯, 【云川团】车同轨代表: where the speaker is from, which is no title. */
const FROM = /^[[【［〔「『]([^\]】］〕」』]{2,10})[\]】］〕」』]\s*(?=\S{2})/u;

function readWords(line: string, whole: Span, people: People): Reading | null {
  const text = textOf(line, whole);
  if (text === '') return null;
  const before = TITLES_BEFORE.exec(text);
  if (before?.[1] !== undefined && isOffice(before[1])) {
    const name = { start: whole.start + before[0].length, end: whole.end };
    const vouched = people.has(textOf(line, name));
    if (!vouched && nameStrength(textOf(line, name)) !== 'strong') return null;
    const titles = titleSpans(line, { start: whole.start + 1, end: whole.start + 1 + before[1].length });
    return readingOf('person', 'name-titles', vouched ? 'confirmed' : 'clear', name, titles);
  }
  const from = FROM.exec(text);
  if (from) {
    const start = whole.start + from[0].length;
    const name = { start, end: whole.end };
    const unusual = /^\p{Script=Han}{2,4}$/u.test(textOf(line, name)) && !isWord(textOf(line, name));
    const reading = readWords(line, name, people) ?? (unusual ? readingOf('person', 'name', 'doubtful', name) : null);
    if (reading?.kind !== 'person') return null;
    reading.notes.unshift({ start: whole.start + 1, end: whole.start + 1 + (from[1]?.length ?? 0) });
    return reading;
  }
  // 离休干部 谭松年 九十三岁
  const age = AGE.exec(text);
  if (age) {
    const reading = readWords(line, { start: whole.start, end: whole.start + age.index }, people);
    reading?.notes.push(trim(line, { start: whole.start + age.index, end: whole.end }));
    return reading;
  }
  const rest: Span[] = [];
  /** 在…上的发言: words of the speaker line that belong to the record. */
  const said: Span[] = [];
  let core = whole;
  if (SUFFIX_LAST[text.charCodeAt(text.length - 1)] === 1) {
    for (const [pattern, spans] of [
      [SPEECH_SUFFIX, said],
      [COURTESY, rest],
    ] as const) {
      const index = pattern.exec(textOf(line, core))?.index ?? 0;
      if (index < 2 || (spans === rest && isCalledSo(textOf(line, core), index))) continue;
      spans.push({ start: core.start + index, end: core.end });
      core = trim(line, { start: core.start, end: core.start + index });
    }
  }
  const brackets = takeBrackets(line, core);
  // 点评（镇党委书记　封志山）: the words say what is done, the brackets who does it.
  const does = textOf(line, brackets.core);
  if (core.end > brackets.core.end && (TURN.test(does) || isRole(does) || PARTY.test(does) || isOrganisation(does))) {
    const inner = readWords(line, trim(line, { start: brackets.core.end + 1, end: core.end - 1 }), people);
    const isSure = inner !== null && inner.certainty !== 'doubtful' && inner.certainty !== 'likely';
    if (inner !== null && inner.kind === 'organisation' && TURN.test(does)) {
      inner.notes.push(brackets.core);
      return inner;
    }
    if (inner?.kind === 'person' && inner.titles.length > 0 && isSure && inner.shape !== 'several') {
      if (isOrganisation(does)) inner.titles.unshift(brackets.core);
      else inner.notes.push(brackets.core);
      return inner;
    }
  }
  core = brackets.core;
  const courtesy =
    SUFFIX_LAST[text.charCodeAt(core.end - whole.start - 1)] === 1 ? COURTESY.exec(textOf(line, core)) : null;
  if (courtesy && courtesy.index > 1 && !isCalledSo(textOf(line, core), courtesy.index)) {
    rest.push({ start: core.start + courtesy.index, end: core.end });
    core = trim(line, { start: core.start, end: core.start + courtesy.index });
  }
  if (core !== whole && isRole(textOf(line, core))) {
    // 主持人（林夕）: who it was is a remark; elsewhere in the file the role alone takes its turns.
    const role = readingOf('role', 'role', 'likely', core);
    role.notes.push(...brackets.titles, ...brackets.notes, ...said);
    role.rest.push(...rest, ...brackets.marks);
    return role;
  }
  const reading = readCore(line, core, brackets.titles.length > 0, people) ?? readRemarked(line, core, brackets.notes);
  if (!reading) return null;
  if (brackets.titles.length > 0 && reading.kind === 'organisation') {
    // 白河诗社（青年诗会）: what stands behind a body is a remark.
    reading.notes.push(...brackets.titles.splice(0));
  }
  if (brackets.titles.length > 0) {
    if (reading.kind !== 'person') return null;
    const office = brackets.titles.some((title) => isOffice(textOf(line, title)));
    if (reading.shape === 'name') {
      reading.shape = 'name-titles';
      if (reading.certainty === 'likely' && office) reading.certainty = 'clear';
      else if (reading.certainty === 'fair' && !office) return null;
    }
  }
  if (reading.shape === 'name-titles' && reading.certainty === 'likely' && isOfPerson(line, brackets.notes))
    reading.certainty = 'clear';
  // （蒙古族） is said of a person: the words before it are a name.
  if (reading.shape === 'name-titles' && reading.certainty === 'doubtful' && brackets.notes.length > 0) {
    reading.certainty = 'fair';
    reading.alternatives = [];
  }
  reading.titles.push(...brackets.titles);
  reading.notes.push(...brackets.notes, ...said);
  reading.rest.push(...rest, ...brackets.marks);
  return reading;
}

/** 申请人代表（市停车公司 池映月） */
const PARTY = /^\p{Script=Han}{0,6}(?:人|参加人|方|代表|主持人|选手)$/u;
const REPLY = /(?:留言|回复|答复|来信|咨询)$/u;
const AGE = /\p{White_Space}+(?:\d{2,3}|[一二三四五六七八九十百]{1,4})岁$/u;
const TURN = /^(?:领导|专家|现场|上级|集中)?(?:点评|回应|答复|回复|提问|补充|总结|表态|致辞|寄语|追问|讲评)$/u;

/** 蒋女士, 市民蒋女士: the surname alone names nobody. */
function isCalledSo(text: string, index: number): boolean {
  const before = text.slice(0, index - 1).trim();
  return isNickname(text.slice(index - 1)) && (before === '' || officeAtEnd(before) !== null);
}

/** 小北（化名）, 汉娜（德国，16岁）: what is said of a person makes the words before it a name. */
function readRemarked(line: string, core: Span, notes: readonly Span[]): Reading | null {
  const text = textOf(line, core);
  if (notes.length === 0 || !/^\p{Script=Han}{2,5}$/u.test(text) || isWord(text) || isOffice(text)) return null;
  return isOfPerson(line, notes) ? readingOf('person', 'name', 'clear', core) : null;
}

function isOfPerson(line: string, notes: readonly Span[]): boolean {
  return notes.some((note) => OF_A_PERSON.test(textOf(line, note)));
}

const OF_A_PERSON = /化名|音译|岁|国$|族$|^[男女]$|日本|越南|匿名|具名/u;
