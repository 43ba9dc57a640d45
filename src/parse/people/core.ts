import { unitAt } from '../../typography/unitAt.js';
import { unitsOf, WHITE_SPACE } from '../../typography/units.js';
import { type Span, textOf, trim } from '../text/span.js';
import { bracketPieces } from './brackets.js';
import { readGlued } from './glued.js';
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
import { isNote, isOffice, isOrganisation, officeAtEnd, splitTitles } from './offices.js';
import type { People } from './people.js';
import { type Reading, readingOf } from './reading.js';
import { lastBorder } from './several.js';
import { hasRareSurname, isCompound, surnameOf } from './surnames.js';
import { mayBeUnusualName } from './unusual.js';
import { isWord } from './words.js';

/** A title that stands behind the name: 何砚委员. */
const TITLE_BEHIND =
  /(?:委员|代表|委員|議員|议员|副?教授|副?研究员|院士|博士|老师|医生|大夫|律师|法官|警官|工程师|师傅|(?:常务)?副?(?:主任|书记|局长|县长|区长|市长|镇长|乡长|处长|科长|院长|校长|会长|主席|总经理|经理|董事长|馆长|所长|站长|队长|部长|秘书长|理事长|社长|行长|村长|園長|校長|局長|主任|書記|教授))$/u;
const MEMBER_BEHIND = /(?:委员|代表|委員|議員|议员)$/u;
const GAP = /[\p{White_Space}]+/gu;

/**
 * Reads the words of a label without its brackets and without what was said.
 * @param titlesElsewhere brackets behind the words hold titles
 */
export function readCore(line: string, core: Span, titlesElsewhere: boolean, people: People): Reading | null {
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
const OTHER_NAME = /^([^，,（(]{2,20})([（(][^（()），,]{2,24}[）)])\s*[，,\p{White_Space}]/u;

/** 郎 平安　县人大代表, 丘 山　驾驶员: a surname apart from the rest of the name. */
const PADDED_FIRST =
  /^(?:\p{Script=Han}[ \u3000]\p{Script=Han}{1,2}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han}[ \u3000]{1,2}\p{Script=Han})(?=[,，\p{White_Space}])/u;

/** `何砚，市委书记` and `何砚 市委书记`. */
function readNameFirst(line: string, core: Span, people: People): Reading | null {
  const text = textOf(line, core);
  const other = /[（(]/u.test(text) ? OTHER_NAME.exec(text) : null;
  if (other?.[1] !== undefined && other[2] !== undefined) {
    const end = core.start + other[1].length;
    const rest = readNameFirst(
      `${line.slice(0, end)}${' '.repeat(other[2].length)}${line.slice(end + other[2].length)}`,
      core,
      people,
    );
    if (rest?.kind === 'person') {
      rest.notes.push({ start: end + 1, end: end + other[2].length - 1 });
      return rest;
    }
  }
  const border = latinAtStart(text) ?? PADDED_FIRST.exec(text)?.[0].length ?? text.search(/[,，\p{White_Space}]/u);
  if (border < 0) return null;
  const name = { start: core.start, end: core.start + border };
  const after = trim(line, { start: name.end + 1, end: core.end });
  const strength = nameStrength(textOf(line, name));
  const vouched = people.has(textOf(line, name));
  if (!vouched && strength === 'none') return null;
  const { titles, notes } = bracketPieces(line, after, isNote);
  const last = titles.at(-1);
  if (titles.some((title) => isNarrative(textOf(line, title)))) return null;
  if (!last || officeAtEnd(textOf(line, name)) !== null || isOrganisation(textOf(line, name))) return null;
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
  reading.notes.push(...notes);
  return reading;
}

function worksAt(text: string): boolean {
  return isOffice(text) || (text.length > 3 && isOrganisation(text));
}

function readNameOnly(line: string, core: Span, titlesElsewhere: boolean, people: People): Reading | null {
  const text = textOf(line, core);
  const behind = TITLE_BEHIND.exec(text);
  if (behind && behind.index > 1) {
    const name = trim(line, { start: core.start, end: core.start + behind.index });
    const strength = nameStrength(textOf(line, name));
    const vouched = people.has(textOf(line, name));
    // 和睦家庭代表 has no name of four characters in it.
    const isShort = name.end - name.start < 4;
    if (vouched || strength === 'strong' || (strength === 'fair' && isShort)) {
      const title = { start: core.start + behind.index, end: core.end };
      return readingOf('person', 'name-titles', vouched ? 'confirmed' : 'clear', name, [title]);
    }
    // 其其格委员: a name without a surname, if it is one.
    if (strength === 'weak' && name.end - name.start > 2 && MEMBER_BEHIND.test(text)) {
      const title = { start: core.start + behind.index, end: core.end };
      const doubtful = readingOf('person', 'name-titles', 'doubtful', name, [title]);
      return { ...doubtful, alternatives: [textOf(line, name)] };
    }
  }
  if (/\p{White_Space}/u.test(text) && !isPadded(text.split(GAP)) && !NAME_DOT.test(text)) {
    if (nameStrength(text) !== 'strong') return null;
  }
  if (people.has(text)) return readingOf('person', 'name', 'confirmed', core);
  const strength = nameStrength(text);
  if (strength === 'strong' || isNickname(text)) return readingOf('person', 'name', 'likely', core);
  if (isOfficeInside(text)) return readingOf('person', 'name', 'fair', core);
  // 幸福（云川物流公司货车司机）: with titles in brackets behind it even a word is a name.
  if (!titlesElsewhere || strength === 'none') return null;
  const { certainty } = readGlued(text, people, false) ?? {};
  return certainty !== 'clear' && certainty !== 'confirmed' ? readingOf('person', 'name', 'fair', core) : null;
}

/** 王　刚: single characters with space between. */
function isPadded(tokens: string[]): boolean {
  return tokens.length <= 4 && tokens.every((token) => [...token].length === 1);
}

const SPACES = unitsOf(WHITE_SPACE);

function gapsIn(text: string): Span[] {
  const gaps: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (SPACES[unitAt(text, at)] !== 1) continue;
    const last = gaps.at(-1);
    if (last?.end === at) last.end++;
    else gaps.push({ start: at, end: at + 1 });
  }
  return gaps;
}

/** Titles, then space, then the name. */
function readSpaced(line: string, core: Span, people: People): Reading | null {
  const text = textOf(line, core);
  const borders = gapsIn(text);
  const last = borders.at(-1);
  if (!last) return null;
  const latin = latinAtEnd(text);
  let name = { start: latin ? core.end - latin.length : core.start + last.end, end: core.end };
  let titlesEnd = latin ? name.start : core.start + last.start;
  const titles: Span[] = [];
  const behind = TITLE_BEHIND.exec(textOf(line, name));
  if (behind && behind.index > 1 && nameStrength(textOf(line, name).slice(0, behind.index)) === 'strong') {
    titles.push({ start: name.start + behind.index, end: name.end });
    name = { start: name.start, end: name.start + behind.index };
  }
  // A padded name: 王　刚 behind its titles.
  for (const border of latin ? [] : borders.slice(0, -1).reverse()) {
    const token = text.slice(border.end, titlesEnd - core.start).trim();
    const joined = plainName(text.slice(border.end, name.end - core.start));
    const single = ([...token].length === 1 || isCompound(token)) && [...joined].length <= 4;
    if (!single || [...plainName(textOf(line, name))].length > 2) break;
    name = { start: core.start + border.end, end: name.end };
    titlesEnd = core.start + border.start;
  }
  // 市水利局局长鲍　江: the padding stands inside a glued name.
  const glued = gluedBefore(text, titlesEnd - core.start);
  if (name.end - name.start === 1 && titles.length === 0 && glued > 0) {
    const padded = { start: core.start + glued, end: core.end };
    const own = titleSpans(line, { start: core.start, end: padded.start });
    return readingOf('person', 'glued', people.has(textOf(line, padded)) ? 'confirmed' : 'clear', padded, own);
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
    // 企业 打分数： is a subhead.
    const isBare = textOf(line, lastTitle).length < 4 && !isTranscribed(plainName(nameText));
    if (!body || strength === 'none' || ((length < 3 || isBare) && surnameOf(nameText) === null)) return null;
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

/** @returns where a surname begins that stands right behind an office and ends at the offset, or -1 */
function gluedBefore(text: string, end: number): number {
  for (const length of [1, 2]) {
    const surname = text.slice(end - length, end);
    if (end - length < 3 || (length === 1 ? surnameOf(surname) === null : !isCompound(surname))) continue;
    if (officeAtEnd(text.slice(0, end - length)) !== null) return end - length;
  }
  return -1;
}

function readGluedLabel(line: string, core: Span, titlesElsewhere: boolean, people: People): Reading | null {
  const text = textOf(line, core);
  // 原县政协主席、86岁的屠国梁
  const age = /^(.*[、，,]\s*)(\d{2,3}岁的?)(\p{Script=Han}{2,4})$/u.exec(text);
  if (age?.[1] !== undefined && age[2] !== undefined && nameStrength(age[3] ?? '') === 'strong') {
    const start = core.start + age[1].length + age[2].length;
    const aged = readingOf(
      'person',
      'glued',
      'clear',
      { start, end: core.end },
      titleSpans(line, { start: core.start, end: core.start + age[1].length }),
    );
    aged.notes.push({ start: core.start + age[1].length, end: start });
    return aged;
  }
  const from = lastBorder(text);
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
const TELLS = /^让|[的我你他她们了把被]|告诉|致电|采访|专访|询问/u;

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

const MEMBER = /^\p{Script=Han}{0,6}(?:单位|企业|部门)\p{White_Space}+(?=[\p{Script=Han}（）()]{3,20}$)/u;

function readBody(line: string, core: Span): Reading | null {
  const text = textOf(line, core);
  // 会长单位 恒川建设集团: what it is there as, and the body.
  const member = MEMBER.exec(text);
  if (member && !/[的让把]/u.test(text)) {
    const body = readingOf('organisation', 'organisation', 'fair', {
      start: core.start + member[0].length,
      end: core.end,
    });
    body.notes.push({ start: core.start, end: core.start + member[0].trimEnd().length });
    return body;
  }
  // 办好老百姓家门口的学校 ends as a body does, and is a headline.
  if (!isOrganisation(text) || /[\p{White_Space}，,的让把]/u.test(text)) return null;
  return readingOf('organisation', 'organisation', 'likely', core);
}

/** @returns the titles in the stretch, as offsets into the line */
export function titleSpans(line: string, span: Span): Span[] {
  return splitTitles(textOf(line, span)).map(({ start, end }) => ({
    start: span.start + start,
    end: span.start + end,
  }));
}
