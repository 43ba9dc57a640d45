import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import type { DigestLine } from '../digest.js';
import { readLabel } from '../people/label.js';
import { identityOf, isNickname, nameStrength, plainName } from '../people/name.js';
import { holdsOffice, isOffice, isOrganisation, mayEndOffice, officeAtEnd } from '../people/offices.js';
import type { People } from '../people/people.js';
import { isRole } from '../people/roles.js';
import { surnameOf } from '../people/surnames.js';
import { isWord } from '../people/words.js';
import type { Line } from '../text/line.js';
import { matchesOf } from '../text/matches.js';
import { trim } from '../text/span.js';

export const LABEL = /^([^:：。！？!?；;…]{1,40})[:：]\s*(.*)$/u;
const SAYS = /^\p{Script=Han}{4,14}?(?:说|指出|强调|表示|认为|建议|提出|谈到|坦言|直言|补充)[，,：:]/u;
const SAYING = /^(?:说|指出|强调|表示|认为|建议|提出|谈到|坦言|直言|补充)[，,：:]/u;

export function wordsOf({ line, opening }: DigestLine): string {
  return line.text.slice(opening.start, line.content.end);
}

export function labelOf(text: string): string | null {
  return LABEL.exec(text.slice(0, 60))?.[1]?.trim() ?? null;
}

/** 于是之: a surname and what could follow it, and no word. */
export function mayBeName(text: string): boolean {
  if (text.length > 4 || surnameOf(text) === null || isWord(text)) return false;
  return nameStrength(text) !== 'none';
}

/** 外国语学院院长 John 张: whatever stands behind an office and a space. */
export function officeThenSpace(label: string): boolean {
  return [...matchesOf(label, /\p{White_Space}+/gu)].some(({ index, 0: space }) => {
    const before = label.slice(0, index).replace(/[（(][^（()）]*[）)]$/u, '');
    const isBody = before.length > 2 && isOrganisation(before) && !isWord(before);
    return label.length - index - space.length <= 16 && (officeAtEnd(before) !== null || isBody);
  });
}

export const BEHIND_BRACKETS =
  /^(.{2,40}?)[（(“「][^（()）“”「」]{1,16}[）)”」]\p{White_Space}*(\p{Script=Han}{2,4})$/u;
export const QUOTE_FOLLOWS = /^[\p{Script=Han}、，,（）()]{4,40}[“「『"]/u;

/** （葛长风：路也要修。）: somebody breaks in. */
export function interjects(text: string): boolean {
  const label = /^[（(]([^（()）:：]{2,8})[:：]/u.exec(text)?.[1];
  return label !== undefined && (isRole(label) || nameStrength(label) === 'strong' || isNickname(label));
}

export function saysSomething(text: string): boolean {
  if (/^\p{Script=Han}{2,3}(?:说|表示|认为|指出)[，,]/u.test(text))
    return nameStrength(/^\p{Script=Han}+?(?=说|表示|认为|指出)/u.exec(text)?.[0] ?? '') === 'strong';
  // 习近平总书记指出：“…” is what most speeches quote.
  if (!SAYS.test(text) || /总书记|习近平|毛主席/u.test(text.slice(0, 12))) return false;
  const run = /^\p{Script=Han}{4,14}/u.exec(text)?.[0] ?? '';
  for (let length = 2; length <= 4; length++) {
    if (nameStrength(run.slice(0, length)) !== 'strong') continue;
    for (let end = length + 2; end <= run.length; end++) {
      if (officeAtEnd(run.slice(length, end)) !== null && SAYING.test(text.slice(end))) return true;
    }
  }
  return false;
}

/** Li Xiaohu　返乡创业者: a line that ends in an office and has a space before it names someone. */
export function endsInOffice(text: string): boolean {
  if (text.length > 60) return false;
  const behind = /\p{White_Space}(\P{White_Space}{3,40})$/u.exec(text)?.[1];
  return behind !== undefined && officeAtEnd(behind) !== null;
}

/** 年华 between two spaces. */
const SHORT_WORD = /^\p{Script=Han}{2,4}(?:\p{White_Space}|$)/u;

/** 省人大代表,临溪县委书记　屈 波一渠清水润云川: titles, a space, and a surname or a short word behind it. */
export function beginsSpaced(text: string): boolean {
  const label = /^[^。！？!?；;：:“”]{4,80}/u.exec(text)?.[0] ?? '';
  return [...matchesOf(label, /\p{White_Space}+/gu)].some(({ index, 0: space }) => {
    const behind = label.slice(index + space.length);
    if (index > 3 && isOffice(label.slice(0, index)) && SHORT_WORD.test(behind)) return true;
    return officeAtEnd(label.slice(0, index)) !== null && beginsWithNameAlone(behind.slice(0, 6));
  });
}

/** The first two or three characters make a name, padding left out. */
function beginsWithNameAlone(text: string): boolean {
  const characters = [...plainName(text)];
  return [2, 3].some((length) => nameStrength(characters.slice(0, length).join('')) === 'strong');
}

/** 屈 波（省人大代表）老支书…; 何砚，云川县县长…. */
export function beginsWithName(text: string): boolean {
  const match =
    /^([^（(，,。：:]{2,12})(?:[（(][^（()）]{1,8}[)）])?(?:[（(]((?:[^（()）]|[（(][^（()）]*[）)]){2,80})|[，,]([^，,。：:]{2,30})[，,：:])/u.exec(
      text,
    );
  const name = match?.[1];
  const titles = match?.[2] ?? match?.[3];
  return name !== undefined && titles !== undefined && nameStrength(name) === 'strong' && isOffice(titles);
}

/** 何砚，云川县县长办好…: the colon behind the office is lost. */
export function beginsWithNameAndOffice(text: string): boolean {
  const match = /^([^（(，,。：:]{2,12})[，,](\p{Script=Han}{3,40})/u.exec(text);
  return match?.[1] !== undefined && nameStrength(match[1]) === 'strong' && holdsOffice(match[2] ?? '');
}

/** 市教育局局长罗青办好…: an office, and a name behind it. */
export function beginsGlued(text: string): boolean {
  const words = /^[\p{Script=Han}、，,（）()]{0,40}/u.exec(text)?.[0] ?? '';
  // No office ends in a half of a pair.
  for (let end = 3; end < words.length - 1; end++) {
    if (!mayEndOffice(words, end - 1) || officeAtEnd(words.slice(0, end)) === null) continue;
    if (beginsWithNameAlone(words.slice(end))) return true;
  }
  return false;
}

/** …高兴。（何砚　云川县县长): brackets that name someone, behind a sentence or alone. */
export function signs({ text, content }: Line, people: People): boolean {
  const open = Math.max(text.lastIndexOf('（', content.end), text.lastIndexOf('(', content.end));
  if (open < content.start || content.end - open > 40) return false;
  const above = text.slice(content.start, open).trimEnd();
  if (above !== '' && !/[。！？!?…”]$/u.test(above)) return false;
  const reading = readLabel(text, trim(text, { start: open + 1, end: content.end - 1 }), people);
  return reading?.kind === 'person' && (reading.titles.length > 0 || reading.certainty === 'confirmed');
}

const BEHIND_SENTENCE = /[。！？!?”…]\s*([^。！？!?；;：:“”，,]{2,40})[:：]/gu;

/** …增长8%。市财政局局长 罗青：保重点: someone with an office, and a colon, behind a sentence. */
export function gluedInside({ text, content }: Line, people: People, speakers: ReadonlySet<string>): boolean {
  for (const { index, 0: colon } of matchesOf(text.slice(0, content.end), BEHIND_SENTENCE)) {
    const start = index + 1;
    const span = trim(text, { start, end: index + colon.length - 1 });
    const label = text.slice(span.start, span.end);
    if (speakers.has(identityOf(label))) return true;
    // What is someone's for certain was cut off already; a known name may stand behind any words.
    if (people.atEnd(label).length === 0) continue;
    const reading = readLabel(text, span, people);
    const isSure = reading?.certainty === 'clear' || reading?.certainty === 'confirmed';
    if (reading?.kind === 'person' && isSure && reading.titles.length > 0 && reading.notes.length === 0) return true;
  }
  return false;
}

const ENDS = unitsOf('。！？!?”…');

/** …增长8%。市财政局局长 罗青: titles and a name behind the last sentence of a line. */
export function endsWithSomeone({ text, content }: Line, people: People): boolean {
  let start = content.end;
  while (start > content.start && content.end - start <= 40 && ENDS[unitAt(text, start - 1)] !== 1) start--;
  const tail = text.slice(start, content.end).trim();
  if (start === content.start || content.end - start > 40 || tail.length < 4 || /[：:；;]/u.test(tail)) return false;
  const reading = readLabel(text, { start: content.end - tail.length, end: content.end }, people);
  const isSure = reading?.certainty === 'clear' || reading?.certainty === 'confirmed';
  return reading?.kind === 'person' && isSure && reading.titles.length > 0;
}
