import { HOLDS } from '../../load/inventory.js';
import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import type { Digest } from '../digest.js';
import { isHeadlineText } from '../digest.js';
import type { Head } from '../head.js';
import { nameStrength } from '../people/name.js';
import { isOffice, isOrganisation, officeAtEnd } from '../people/offices.js';
import { namesSeveral } from '../people/several.js';
import { surnameOf } from '../people/surnames.js';
import { isWord } from '../people/words.js';
import type { Line } from '../text/line.js';

type Shape = Head['reading']['shape'];

/** A sentence's marks: no label has them. */
const SENTENCE = /[。！？!?；;…]/u;
const SAYING = /^(?:说|指出|强调|表示|认为|建议|提出|谈到|坦言|直言|补充)[，,：:]/u;

/**
 * True where a line begins with words that name someone, in whatever way: they were not read as a speaker line,
 * and what they are only an editor can tell.
 * @param text the line behind bullet, number and column
 * @param line the line itself
 * @param at its index in the file
 */
export function labelsSomeone(
  text: string,
  line: Line,
  digest: Digest,
  at: number,
  shapes: ReadonlySet<Shape>,
): boolean {
  const colon = line.mayHold(HOLDS.colonOrDash) && hasColon(text) ? /^([^:：]{2,40})[:：]\s*(.*)$/u.exec(text) : null;
  const label = colon?.[1]?.trim();
  const rest = colon?.[2] ?? '';
  if (label !== undefined && !SENTENCE.test(label)) {
    if (namesSeveral(label, digest.people) || officeThenSpace(label) || nameInBrackets(label, rest, shapes))
      return true;
    if (isBody(label) && isHeadlineText(rest) && rest.length <= 48 && followedByText(digest, at)) return true;
    if (shapes.has('name-titles') && mayBeName(label)) return true;
  }
  if (saysSomething(text)) return true;
  return label === undefined && nameInBrackets(text, '', shapes);
}

const COLONS = unitsOf(':：');

/** Whether one stands within or behind forty characters, of two UTF-16 units each. */
function hasColon(text: string): boolean {
  const end = Math.min(text.length, 81);
  for (let at = 0; at < end; at++) if (COLONS[unitAt(text, at)] === 1) return true;
  return false;
}

/** 外国语学院院长 John 张: whatever stands behind an office and a space. */
function officeThenSpace(label: string): boolean {
  return [...label.matchAll(/\p{White_Space}+/gu)].some(({ index, 0: space }) => {
    const before = label.slice(0, index).replace(/[（(][^（()）]*[）)]$/u, '');
    const behind = label.slice(index + space.length);
    return behind.length <= 16 && (officeAtEnd(before) !== null || isBody(before));
  });
}

/** 市林业局, 民盟市委会: not 大会 or 一线. */
function isBody(label: string): boolean {
  return label.length >= 3 && label.length <= 20 && isOrganisation(label) && !isWord(label);
}

function followedByText(digest: Digest, at: number): boolean {
  const next = digest.lines[at + 1];
  return next?.kind === 'text' && !next.gap;
}

const BEHIND_BRACKETS = /^(.{2,40}?)[（(“「][^（()）“”「」]{1,16}[）)”」]\p{White_Space}*(\p{Script=Han}{2,4})$/u;
/** What is text ends in one of these, and nobody's name does. */
const SENTENCE_ENDS = unitsOf('。！？!?；;…”');

/** 赵敏：（市第一中学校长）…, 冯程程[中学教师], 副局长（主持工作）易保, 老兵“林冲”. */
function nameInBrackets(label: string, rest: string, shapes: ReadonlySet<Shape>): boolean {
  const behindOffice = SENTENCE_ENDS[label.charCodeAt(label.length - 1)] === 1 ? null : BEHIND_BRACKETS.exec(label);
  if (behindOffice?.[1] && officeAtEnd(behindOffice[1].replace(/[、，,\p{White_Space}]+$/u, '')) !== null) {
    if (nameStrength(behindOffice[2] ?? '') !== 'none') return true;
  }
  if (!shapes.has('name-titles')) return false;
  const name = /^(\p{Script=Han}{2,4})[（(【[［〔]/u.exec(label)?.[1];
  if (name !== undefined && mayBeName(name)) return true;
  const titles = /^[（(]([^（()）]{2,40})[）)]/u.exec(rest)?.[1];
  return titles !== undefined && isOffice(titles) && mayBeName(label);
}

/** 于是之: a surname and what could follow it, and no word. */
export function mayBeName(text: string): boolean {
  if (text.length > 4 || surnameOf(text) === null || isWord(text)) return false;
  return nameStrength(text) !== 'none';
}

/** Hardly a line has any of this at its beginning, and to look for a name in each takes long. */
const SAYS = /^\p{Script=Han}{4,14}?(?:说|指出|强调|表示|认为|建议|提出|谈到|坦言|直言|补充)[，,：:]/u;

/** 王芳委员说，…; 李明副主任指出，…: reported speech of someone with an office. */
function saysSomething(text: string): boolean {
  if (!SAYS.test(text)) return false;
  const run = /^\p{Script=Han}{4,14}/u.exec(text)?.[0] ?? '';
  for (let length = 2; length <= 4; length++) {
    if (nameStrength(run.slice(0, length)) !== 'strong') continue;
    for (let end = length + 2; end <= run.length; end++) {
      if (officeAtEnd(run.slice(length, end)) !== null && SAYING.test(text.slice(end))) return true;
    }
  }
  return false;
}
