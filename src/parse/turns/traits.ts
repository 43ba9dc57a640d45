import { type Digest, type DigestLine, speakerOf } from '../digest.js';
import type { Head } from '../heads/head.js';
import { isLede } from '../lede.js';
import type { Certainty } from '../people/glued.js';
import { identityOf, isNickname, isTranscribed } from '../people/name.js';
import { officeAtEnd } from '../people/offices.js';
import { hasRareSurname, surnameOf } from '../people/surnames.js';
import { textOf } from '../text/span.js';
import { type Candidate, keyOf } from './candidate.js';

/** What a reading counts by its certainty. */
export const CERTAINTY: Record<Certainty, number> = { confirmed: 3, clear: 2.5, fair: 1.8, likely: 1, doubtful: 0.8 };

/** A verb of saying before the colon and a quotation behind it. */
export function quotesSomeone({ line, reading, label, rest }: Head): boolean {
  const last = reading.notes.at(-1);
  return last !== undefined && last.end === label.end && /^[“「『"]/u.test(textOf(line.text, rest));
}

/** A date alone on the line: below a signature. */
export function isDated(digest: Digest, at: number): boolean {
  const each = digest.lines[at];
  const next = digest.lines[at + 1];
  // Text right below the date: it was said on that day.
  if (next?.kind === 'text' && !next.gap) return false;
  if (
    each !== undefined &&
    /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/u.test(each.line.trimmed)
  )
    return true;
  return (
    each?.imprint?.date != null && each.imprint.source === null && each.line.content.end - each.line.content.start < 16
  );
}

const CLOSING = /^(?:此致|敬礼|致礼|顺祝|祝好)[！!]?$/u;

/** 此致 敬礼 and the name below: a letter that is read out. */
export function closesLetter(lines: readonly DigestLine[], at: number): boolean {
  const above = lines.slice(Math.max(0, at - 3), at);
  return above.some(({ line }) => line.content.end - line.content.start < 4 && CLOSING.test(line.trimmed));
}

/** 副市长 马骁认为：: a verb of saying, where others have a headline, may tell of another meeting. */
export function tellsOfSaying({ line, form, reading, label }: Head): boolean {
  const last = reading.notes.at(-1);
  if (form !== 'colon' || last === undefined || last.end !== label.end) return false;
  return (
    !/(?:[话言辞稿点要登报]|委托|[）)])$/u.test(textOf(line.text, last)) &&
    !/^(?:代表|受|在)/u.test(textOf(line.text, last))
  );
}

export function isLike(reading: Head['reading'], head: Head): boolean {
  return reading.shape === head.reading.shape && reading.kind === head.reading.kind;
}

/** 罗青, 老李, 才让卓玛: by its characters a name rather than a word. */
export function looksLikeName({ line, reading }: Head): boolean {
  const name = textOf(line.text, reading.name);
  return surnameOf(name) !== null || isTranscribed(name) || isNickname(name);
}

/** 局长 走流程： has an office of no place and what is no name: a subhead, unless much speaks for a person. */
export function bareOffice({ line, reading }: Head): number {
  const title = reading.titles.at(-1);
  const name = textOf(line.text, reading.name);
  if (title === undefined || reading.shape === 'name-titles' || isTranscribed(name)) return 0;
  if (surnameOf(name) !== null && !hasRareSurname(name)) return 0;
  const words = textOf(line.text, title);
  return reading.titles.length === 1 && officeAtEnd(words) === words ? 4 : 0;
}

/** Candidates that repeat: one kind again and again is a pattern by itself where no line is certain. */
export function repeatedKinds(candidates: readonly Candidate[]): Candidate[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { shape } = candidate.head.reading;
    // Persons by name and roles take turns in a transcript: one group.
    const group = shape === 'name' || shape === 'role' ? `${candidate.head.form}/turn` : keyOf(candidate);
    const known = groups.get(group);
    if (known) known.push(candidate);
    else groups.set(group, [candidate]);
  }
  // A mark says more than a line of its own: headlines are such lines too.
  const weight = (group: readonly Candidate[]) =>
    group.reduce(
      (sum, { head }) =>
        sum + CERTAINTY[head.reading.certainty] * (head.form === 'bare' || head.reading.shape === 'label' ? 0.4 : 1),
      0,
    );
  return [...groups.values()].sort((a, b) => weight(b) - weight(a))[0] ?? [];
}

/** True when the same person speaks again and again. */
export function takesTurns(heads: readonly { head: Head }[]): boolean {
  const names = heads
    .filter(({ head }) => head.reading.kind === 'person')
    .map(({ head }) => identityOf(speakerOf(head)));
  return new Set(names).size < names.length;
}

const firstTexts = new WeakMap<Digest, number>();

/** The first line of text below title, subtitles and lede, or -1. */
export function findFirstText(digest: Digest): number {
  const known = firstTexts.get(digest);
  if (known !== undefined) return known;
  const end = digest.lines.length;
  let at = digest.nextText(digest.nextText(0, end, null) + 1, end, null);
  while (at >= 0 && standsOnTop(digest, at)) at = digest.nextText(at + 1, end, null);
  firstTexts.set(digest, at);
  return at;
}

function standsOnTop(digest: Digest, at: number): boolean {
  const each = digest.lines[at];
  if (!each) return false;
  return isLede(each.line.trimmed) || (each.heads.length === 0 && digest.isHeadlineLike(at));
}

/** 县长, 书记 and their like stand alone beside a name; 局长, 组长 without a place are hardly a speaker's only title. */
const OF_A_HEAD =
  /^(?:书记|市长|县长|区长|镇长|乡长|州长|旗长|盟长|省长|主席|市委书记|县委书记|会长|董事长|总经理|主持人|记者|村民|居民|代表|委员)$/u;

/** 组长 向阳： where others say what they head: a subhead, or a speaker. */
export function isBareOffice({ line, reading }: Head): boolean {
  const title = reading.titles[0];
  if (title === undefined || reading.titles.length > 1 || reading.shape === 'name-titles') return false;
  const words = textOf(line.text, title);
  return words.length === 2 && officeAtEnd(words) === words && !OF_A_HEAD.test(words);
}
