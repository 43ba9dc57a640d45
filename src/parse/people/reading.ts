import type { SpeakerKind } from '../../records/speech.js';
import { unitAt } from '../../typography/unitAt.js';
import { unitsOf, WHITE_SPACE } from '../../typography/units.js';
import { type Span, textOf, trim } from '../text/span.js';
import { takeBrackets } from './brackets.js';
import { type Certainty, readGlued } from './glued.js';
import {
  isNickname,
  isOfficeInside,
  isTranscribed,
  latinAtEnd,
  latinAtStart,
  NAME_DOT,
  nameStrength,
  plainName,
} from './name.js';
import { isOffice, isOrganisation, officeAtEnd, splitTitles } from './offices.js';
import type { People } from './people.js';
import { isRole } from './roles.js';
import { sayingAt } from './saying.js';
import { namesSeveral } from './several.js';
import { hasRareSurname, isCompound, surnameOf } from './surnames.js';
import { mayBeUnusualName } from './unusual.js';
import { isWord } from './words.js';

/**
 * How a speaker line sets titles and name; `several` for two persons or more, of whom none is the speaker; `label` for
 * short words before a colon that name nobody known (男：, 后排的老先生：), which only a record of talks makes a turn.
 */
export type Shape =
  | 'spaced'
  | 'glued'
  | 'name'
  | 'name-titles'
  | 'organisation'
  | 'role'
  | 'label'
  | 'nameless'
  | 'several';

/** One way to read the words of a speaker line. Spans are offsets into the line's text. */
export interface Reading {
  kind: SpeakerKind;
  shape: Shape;
  certainty: Certainty;
  name: Span;
  titles: Span[];
  notes: Span[];
  /** Brackets, 同志: neither name nor title. */
  rest: Span[];
  /** Names that the words allow as well, when they leave a doubt. */
  alternatives: string[];
}

const SPEECH_SUFFIX =
  /(?:在[^：:。]{2,40}上)?(?:的|作|做)?(?:讲话|發言|發言摘要|发言|致辞|讲话摘要|发言摘要|发言摘登|讲话摘登|发言要点|讲话要点|发言稿|讲话稿|口述|自述|讲述)(?:[（(](?:摘要|节选|摘登)[）)])?$/u;
const COURTESY = /(?:同志|先生|女士)$/u;
/** What the two end in: hardly a label does, and they would be tried at each of its characters. */
const SUFFIX_LAST = unitsOf('话言要辞登点稿述）)志生士');
/** A title that stands behind the name: 何砚委员. */
const TITLE_BEHIND = /(?:委员|代表|委員|議員|议员)$/u;
const GAP = /[\p{White_Space}]+/gu;
/** 市发改委主任｜何砚, 市发改委主任/何砚: a bar, a slash or a dash between spaces parts them as a space does. */
const BARS =
  /[｜|丨│／/\t]|(?<=\p{White_Space})[-–·•・](?=\p{White_Space})|(?<=\p{Script=Han})\p{White_Space}?[—―]{1,2}\p{White_Space}?(?=\p{Script=Han})/gu;

/** What has one of these inside is a sentence, and names no speaker. */
export const NEVER_IN_LABEL = unitsOf('。！？!?；;…');

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
    const said = readWords(line, trim(line, { start: whole.start, end: clause.start }), people);
    if (said?.kind === 'person' && said.shape !== 'nameless' && said.shape !== 'several') {
      said.notes.push(clause);
      return said;
    }
  }
  return readWords(line, whole, people);
}

/** （市气象台首席预报员）卓然 */
const TITLES_BEFORE = /^[（(]([^（()）]{2,40})[）)]\s*(?=\S{2,8}$)/u;

/** [德国] 汉斯·韦伯, 【云川团】车同轨代表: where the speaker is from, which is no title. */
const FROM = /^[[【［〔]([^\]】］〕]{2,10})[\]】］〕]\s*(?=\S{2})/u;

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
    const reading = readWords(line, { start, end: whole.end }, people);
    if (reading?.kind !== 'person') return null;
    reading.notes.unshift({ start: whole.start + 1, end: whole.start + 1 + (from[1]?.length ?? 0) });
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
  core = brackets.core;
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

/** 蒋女士, 市民蒋女士: the surname alone names nobody. */
function isCalledSo(text: string, index: number): boolean {
  const before = text.slice(0, index - 1);
  return isNickname(text.slice(index - 1)) && (before === '' || officeAtEnd(before) !== null);
}

/** @returns a reading without notes */
export function readingOf(
  kind: SpeakerKind,
  shape: Shape,
  certainty: Certainty,
  name: Span,
  titles: Span[] = [],
): Reading {
  return { kind, shape, certainty, name, titles, notes: [], rest: [], alternatives: [] };
}

/** 小北（化名）, 汉娜（德国，16岁）: what is said of a person makes the words before it a name. */
function readRemarked(line: string, core: Span, notes: readonly Span[]): Reading | null {
  const text = textOf(line, core);
  if (notes.length === 0 || !/^\p{Script=Han}{2,5}$/u.test(text) || isWord(text) || isOffice(text)) return null;
  return notes.some((note) => OF_A_PERSON.test(textOf(line, note))) ? readingOf('person', 'name', 'clear', core) : null;
}

const OF_A_PERSON = /化名|音译|岁|国$|族$|^[男女]$|日本|越南|匿名|具名/u;

function readCore(line: string, core: Span, titlesElsewhere: boolean, people: People): Reading | null {
  const text = textOf(line, core);
  if (text === '') return null;
  return (
    readNameFirst(line, core, people) ??
    readNameOnly(line, core, titlesElsewhere, people) ??
    readSpaced(line, core, people) ??
    readGluedLabel(line, core, titlesElsewhere, people) ??
    readBody(line, core)
  );
}

/** 纪云帆（Ji Yunfan），… has the same name in another script. */
const OTHER_NAME = /^([^，,（(]{2,20})([（(][^（()），,]{2,24}[）)])\s*[，,]/u;

/** `何砚，市委书记` and `何砚 市委书记`. */
function readNameFirst(line: string, core: Span, people: People): Reading | null {
  const text = textOf(line, core);
  const other = OTHER_NAME.exec(text);
  if (other?.[1] !== undefined && other[2] !== undefined) {
    const end = core.start + other[1].length;
    const rest = readNameFirst(
      `${line.slice(0, end)}${' '.repeat(other[2].length)}${line.slice(end + other[2].length)}`,
      core,
      people,
    );
    rest?.notes.push({ start: end + 1, end: end + other[2].length - 1 });
    return rest;
  }
  const border = latinAtStart(text) ?? text.search(/[,，\p{White_Space}]/u);
  if (border < 0) return null;
  const name = { start: core.start, end: core.start + border };
  const after = trim(line, { start: name.end + 1, end: core.end });
  const strength = nameStrength(textOf(line, name));
  const vouched = people.has(textOf(line, name));
  if (!vouched && strength === 'none') return null;
  const titles = titleSpans(line, after);
  const last = titles.at(-1);
  if (!last || isOffice(textOf(line, name)) || isOrganisation(textOf(line, name))) return null;
  const isOffices = titles.every(
    (title, index) => isOffice(textOf(line, title)) || (index > 0 && index === titles.length - 1),
  );
  // 步云鹤 / 市自然资源档案馆: a body behind the name is where its bearer works.
  const isBody = !isOffices && !isWord(textOf(line, name)) && titles.every((title) => worksAt(textOf(line, title)));
  if (!isOffices && !isBody) return null;
  // 安全员，市委书记 何砚: what ends in a name has its name there.
  if (readSpaced(line, after, people)) return null;
  const certainty = strength !== 'strong' ? 'doubtful' : isBody ? 'fair' : 'clear';
  const reading = readingOf('person', 'name-titles', vouched ? 'confirmed' : certainty, name, titles);
  if (reading.certainty === 'doubtful') reading.alternatives = [textOf(line, name)];
  return reading;
}

function worksAt(text: string): boolean {
  return isOffice(text) || (text.length > 3 && isOrganisation(text));
}

function readNameOnly(line: string, core: Span, titlesElsewhere: boolean, people: People): Reading | null {
  const text = textOf(line, core);
  if (/\p{White_Space}/u.test(text) && !isPadded(text.split(GAP)) && !NAME_DOT.test(text)) {
    if (nameStrength(text) !== 'strong') return null;
  }
  if (people.has(text)) return readingOf('person', 'name', 'confirmed', core);
  const behind = TITLE_BEHIND.exec(text);
  if (behind && behind.index > 1) {
    const name = trim(line, { start: core.start, end: core.start + behind.index });
    const strength = nameStrength(textOf(line, name));
    const vouched = people.has(textOf(line, name));
    if (vouched || strength === 'strong' || strength === 'fair') {
      const title = { start: core.start + behind.index, end: core.end };
      return readingOf('person', 'name-titles', vouched ? 'confirmed' : 'clear', name, [title]);
    }
    // 其其格委员: a name without a surname, if it is one.
    if (strength === 'weak' && name.end - name.start > 2) {
      const title = { start: core.start + behind.index, end: core.end };
      const doubtful = readingOf('person', 'name-titles', 'doubtful', name, [title]);
      return { ...doubtful, alternatives: [textOf(line, name)] };
    }
  }
  const strength = nameStrength(text);
  if (strength === 'strong' || isNickname(text)) return readingOf('person', 'name', 'likely', core);
  if (isOfficeInside(text)) return readingOf('person', 'name', 'fair', core);
  // 幸福（云川物流公司货车司机）: with titles in brackets behind it even a word is a name.
  return titlesElsewhere && strength !== 'none' ? readingOf('person', 'name', 'fair', core) : null;
}

/** 王　刚: single characters with space between. */
function isPadded(tokens: string[]): boolean {
  return tokens.length <= 4 && tokens.every((token) => [...token].length === 1);
}

/** Titles, then space, then the name. */
function readSpaced(line: string, core: Span, people: People): Reading | null {
  const text = textOf(line, core);
  if (!/\p{White_Space}/u.test(text)) return null;
  const borders = [...text.matchAll(GAP)];
  const latin = latinAtEnd(text);
  const last = borders.at(-1);
  if (!last) return null;
  let name = { start: latin ? core.end - latin.length : core.start + last.index + last[0].length, end: core.end };
  let titlesEnd = latin ? name.start : core.start + last.index;
  const titles: Span[] = [];
  const behind = TITLE_BEHIND.exec(textOf(line, name));
  if (behind && behind.index > 1 && nameStrength(textOf(line, name).slice(0, behind.index)) === 'strong') {
    titles.push({ start: name.start + behind.index, end: name.end });
    name = { start: name.start, end: name.start + behind.index };
  }
  // A padded name: 王　刚 behind its titles.
  for (const border of latin ? [] : borders.slice(0, -1).reverse()) {
    const token = text.slice(border.index + border[0].length, titlesEnd - core.start).trim();
    const joined = plainName(text.slice(border.index + border[0].length, name.end - core.start));
    const single = ([...token].length === 1 || isCompound(token)) && [...joined].length <= 4;
    if (!single || [...plainName(textOf(line, name))].length > 2) break;
    name = { start: core.start + border.index + border[0].length, end: name.end };
    titlesEnd = core.start + border.index;
  }
  const before = titleSpans(line, { start: core.start, end: titlesEnd });
  const lastTitle = before.at(-1);
  if (!lastTitle || before.some((title) => isNarrative(textOf(line, title)))) return null;
  const nameText = textOf(line, name);
  const vouched = people.has(nameText);
  const strength = isNickname(nameText) ? 'strong' : nameStrength(nameText);
  const office = officeAtEnd(textOf(line, lastTitle)) !== null || isOffice(textOf(line, lastTitle));
  const body = isOrganisation(textOf(line, lastTitle));
  if (!vouched && strength === 'none') {
    // 州长 才让东知布: what stands alone behind an office is a name, however unusual.
    if (!office || !mayBeUnusualName(plainName(nameText))) return null;
    const unusual = readingOf('person', 'spaced', 'doubtful', name, [...before, ...titles]);
    return { ...unusual, alternatives: [plainName(nameText)] };
  }
  if (!vouched && !office && strength !== 'strong') {
    // 云川市启智学校　敖日格乐: it may be a name without a surname, or no name at all.
    const length = [...plainName(nameText)].length;
    if (!body || strength === 'none' || (length < 3 && surnameOf(nameText) === null)) return null;
    const doubtful = readingOf('person', 'spaced', 'doubtful', name, [...before, ...titles]);
    return { ...doubtful, alternatives: [plainName(nameText)] };
  }
  const certainty = vouched
    ? office || body
      ? 'confirmed'
      : 'likely'
    : office && ((strength !== 'weak' && !hasRareSurname(nameText)) || isTranscribed(plainName(nameText)))
      ? 'clear'
      : office
        ? 'fair'
        : body
          ? 'fair'
          : 'likely';
  return readingOf('person', 'spaced', certainty, name, [...before, ...titles]);
}

function readGluedLabel(line: string, core: Span, titlesElsewhere: boolean, people: People): Reading | null {
  const text = textOf(line, core);
  const lastBorder = [...text.matchAll(/[、,，\p{White_Space}]/gu)].at(-1);
  const from = lastBorder ? lastBorder.index + 1 : 0;
  let tail = text.slice(from);
  let behind: Span | null = null;
  let glued = readGlued(tail, people, from > 0);
  const title = TITLE_BEHIND.exec(tail);
  if (!glued && title && title.index > 2) {
    tail = tail.slice(0, title.index);
    glued = readGlued(tail, people, from > 0);
    behind = { start: core.start + from + title.index, end: core.end };
  }
  if (!glued) {
    const last = text.slice(from);
    if (isOffice(last) && isLeader(last))
      return readingOf('person', 'nameless', 'doubtful', { start: core.end, end: core.end }, titleSpans(line, core));
    return null;
  }
  // 市委宣传部 is a body, though 宣 is a surname: without an office before it no name is cut off a body's.
  if (glued.certainty === 'doubtful' && from === 0 && !titlesElsewhere && isOrganisation(text))
    return readBody(line, core);
  const start = core.start + from + glued.start;
  const titles = titleSpans(line, { start: core.start, end: start });
  if (titles.some((title) => isNarrative(textOf(line, title)))) return null;
  const reading = readingOf(
    'person',
    'glued',
    glued.certainty,
    { start, end: core.start + from + tail.length },
    titles,
  );
  if (behind) reading.titles.push(behind);
  reading.alternatives = glued.alternatives;
  return reading;
}

/** 上月，督查组到村里暗访，村民: a comma joins a body to its office (市委,市政府副秘书长), and anything else to a story. */
const TELLS = /[的我你他她们了把被]|告诉|致电|采访|专访|询问/u;

function isNarrative(title: string): boolean {
  if (TELLS.test(title)) return true;
  const pieces = title.split(/[，,]/u).slice(0, -1);
  return pieces.some((piece) => !isOrganisation(piece.trim()) && !isOffice(piece.trim()));
}

/** Offices of those who speak at meetings: a line with such a title and no name has lost its name. */
function isLeader(title: string): boolean {
  return (
    /(?:书记|常委|[市区县镇乡省州局处科所站部厅院校会行]长|主任|主席|主委|总经理|秘书长|委员|書記|縣長|區長)$/u.test(
      title,
    ) && title.length >= 3
  );
}

function readBody(line: string, core: Span): Reading | null {
  const text = textOf(line, core);
  // 办好老百姓家门口的学校 ends as a body does, and is a headline.
  if (!isOrganisation(text) || /[\p{White_Space}，,的让把]/u.test(text)) return null;
  return readingOf('organisation', 'organisation', 'likely', core);
}

function titleSpans(line: string, span: Span): Span[] {
  return splitTitles(textOf(line, span)).map(({ start, end }) => ({
    start: span.start + start,
    end: span.start + end,
  }));
}
