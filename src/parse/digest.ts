import type { BlockRoot } from '../load/document.js';
import { type DetailLink, findDetail } from './detail.js';
import { type Imprint, isCredit, isFurniture, readCaption, readImprint } from './furniture.js';
import type { Head, Opening } from './heads/head.js';
import { NO_HEADS, readHeads } from './heads/index.js';
import { readOpening } from './heads/opening.js';
import { castBelow, castNames, listedNames, loneName } from './namedLines.js';
import { PLACE, placesOf } from './page.js';
import { identityOf, nameStrength, plainName } from './people/name.js';
import { People } from './people/people.js';
import { surnameOf } from './people/surnames.js';
import { regroup } from './regroup.js';
import { Line } from './text/line.js';
import { HEADLINE_NEVER_ENDS, SENTENCE_END } from './text/marks.js';
import { type Span, trim } from './text/span.js';
import { topBlock } from './topBlock.js';

/** What a line is by itself; `aside` is text that the turns leave to nobody. */
export type LineKind = 'text' | 'credit' | 'imprint' | 'furniture' | 'detail' | 'aside';

/** One line with all that can be known of it alone. */
export interface DigestLine {
  line: Line;
  kind: LineKind;
  detail: DetailLink | null;
  imprint: Imprint | null;
  opening: Opening;
  /** Every way to read it as a speaker line. */
  heads: readonly Head[];
  /** The name, where the line holds a name and nothing else: a caption, or one of a list at the top. */
  lone: string | null;
  /** An empty line, or the end of a block, stands before it. */
  gap: boolean;
}

/** Behind a column, a number and a bullet of 40 characters each at most a label of 80 ends here. */
const LABELS_END = 240;

/** What may be a name at the beginning of a line, in brackets or before a colon, a bracket or the line's end. */
const LABEL = /^[[【（(]?([^[\]【】（）():：，。]{2,12}?)(?:[\]】:：（(]|$)/u;

/** ① and 01 are no headlines. */
const WORDS = /\p{L}{2}/u;
const QUOTED = /^[“「『][^“”「」『』。！？!?；;]{2,24}[”」』]$/u;

/** A file's lines, read one by one; layouts look for the pattern among them. */
export class Digest {
  readonly lines: DigestLine[];
  readonly people: People;
  /** Indices of lines that list who is present, below 嘉宾 on a line of its own. */
  readonly cast: Set<number>;
  /** Identities of all whom some line could name as a speaker: these words alone on a line are no headline. */
  readonly #speakers = new Set<string>();
  /** An empty line stands between all lines: it parts nothing. */
  readonly #isSpaced: boolean;

  constructor(root: BlockRoot, register: Iterable<string>) {
    const lines: Line[] = [];
    const lone: (string | null)[] = [];
    this.people = new People(register);
    for (const block of regroup(root.children)) {
      const line = new Line(block, lines.length);
      const name = loneName(line, lines.at(-1));
      lines.push(line);
      lone.push(name);
      if (name !== null) this.people.add(name);
      else this.people.addAll(listedNames(line));
      this.people.addAll(castNames(line));
    }
    this.lines = [];
    const places = placesOf(lines);
    for (const line of lines)
      this.lines.push(readLine(line, this.people, lone[line.index] ?? null, places[line.index] ?? PLACE.inside));
    const texts = this.lines.filter(({ kind }) => kind === 'text');
    this.#isSpaced = texts.filter(({ gap }) => gap).length * 10 >= texts.length * 9;
    this.cast = new Set([...castBelow(this.lines), ...topBlock(this.lines)]);
    for (const at of this.cast) {
      const { line, heads } = this.lines[at] as DigestLine;
      for (const word of line.trimmed.split(/[\p{White_Space}、，,:：（）()]+/u))
        if (word.length < 4 && nameStrength(word) === 'strong') this.people.add(word);
      for (const { reading } of heads)
        if (reading.kind === 'person' && reading.name.end > reading.name.start)
          this.people.add(line.text.slice(reading.name.start, reading.name.end));
    }
    this.#readAgain([...this.#learnRepeated(), ...this.#learn()]);
    for (const { heads } of this.lines) {
      for (const head of heads)
        if (head.form !== 'bare' || head.reading.titles.length > 0) this.#speakers.add(identityOf(speakerOf(head)));
    }
  }

  /** Names that stand apart from their titles somewhere vouch for the same names elsewhere. */
  #learn(): string[] {
    const learnt: string[] = [];
    for (const { heads } of this.lines) {
      for (const { reading, line, form } of heads) {
        const certain =
          form === 'explicit' ||
          (reading.certainty === 'clear' &&
            reading.shape !== 'several' &&
            (form === 'colon' || reading.shape !== 'glued'));
        if (form === 'bare' && reading.titles.length === 0) continue;
        const name = line.text.slice(reading.name.start, reading.name.end);
        if (!certain || reading.kind !== 'person' || name === '' || this.people.has(name)) continue;
        this.people.add(name);
        learnt.push(name);
      }
    }
    return learnt;
  }

  /** 宋如是： alone on a line, again and again: nobody but a speaker takes turns. */
  #learnRepeated(): string[] {
    const counts = new Map<string, number>();
    for (const { line, kind } of this.lines) {
      const { start, end } = line.content;
      if (end - start > 8 || kind !== 'text') continue;
      const text = line.trimmed;
      if (!/[:：]$/u.test(text)) continue;
      const name = text.slice(0, -1);
      const strength = nameStrength(name);
      if (strength !== 'none' && surnameOf(name) !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const repeated = [...counts].filter(([name, count]) => count > 1 && !this.people.has(name));
    for (const [name] of repeated) this.people.add(name);
    return repeated.map(([name]) => name);
  }

  /** A line reads otherwise only where it has a name that was learnt since; its last character will do. */
  #readAgain(learnt: readonly string[]): void {
    if (learnt.length === 0) return;
    // One look at each line, however many names were learnt.
    const lasts = new Set(learnt.map((name) => name.slice(-1)));
    for (const each of this.lines) {
      if (each.kind !== 'text') continue;
      // Labels are short: what stands further on names no speaker.
      const words = each.line.trimmed.slice(0, LABELS_END);
      if ([...words].some((character) => lasts.has(character)))
        each.heads = readHeads(each.line, each.opening, this.people);
    }
  }

  /**
   * Makes those known whom a line has named with titles, however unusual the name: from then on the bare name speaks.
   * The line itself keeps its doubt.
   * @param introduced names, and the lines that name them
   * @returns whether another line begins with one of them
   */
  introduce(introduced: ReadonlyMap<string, number>): boolean {
    if (introduced.size === 0) return false;
    for (const name of introduced.keys()) this.people.add(name);
    let found = false;
    for (const each of this.lines) {
      const { line, opening, kind } = each;
      const name = kind === 'text' ? LABEL.exec(line.text.slice(opening.start, opening.start + 24))?.[1] : undefined;
      if (name === undefined || (introduced.get(plainName(name)) ?? line.index) === line.index) continue;
      each.heads = readHeads(line, opening, this.people);
      found = true;
    }
    return found;
  }

  /** @returns whether any of the lines, which list who speaks elsewhere, was not known as one */
  list(lines: readonly number[]): boolean {
    for (const at of lines) this.cast.add(at);
    return lines.length > 0;
  }

  /** True when the line is short, ends in no sentence mark and so may be a headline. */
  isHeadlineLike(index: number): boolean {
    const each = this.lines[index];
    if (each?.kind !== 'text' || each.detail !== null) return false;
    if (each.lone !== null && (nameStrength(each.lone) === 'strong' || this.#speakers.has(identityOf(each.lone))))
      return false;
    if (each.line.content.end - each.line.content.start > 48 || !WORDS.test(each.line.trimmed)) return false;
    // （作者系县作家协会主席）
    if (/^[（(].*[）)]$/u.test(each.line.trimmed)) return false;
    const text = each.line.trimmed.replace(/^[“「『]\s+|\s+[”」』]$/gu, (mark) => mark.trim());
    // “我就是一颗螺丝钉” above ——市机床厂钳工 铁如山: a short quotation without a mark inside, and a dash below it.
    if (QUOTED.test(text) && /^[—―]/u.test(this.lines[index + 1]?.line.trimmed ?? '')) return true;
    if (QUOTED.test(text) && this.#isBesideName(index)) return true;
    // A line of its own may end in a quotation mark (青石村的“新村民”), but not be one quotation.
    const isQuoted = /^[“「『‘"]/u.test(text);
    return !/^[—―]/u.test(text) && isHeadlineText(isQuoted ? text : text.replace(/[”’」』"']$/u, ''));
  }

  /** “补链不是补窟窿” between a name and its text, or above both. */
  #isBesideName(index: number): boolean {
    const isApart = (at: number) => !this.#isSpaced && this.lines[at]?.gap === true;
    const isName = (at: number) =>
      this.lines[at]?.heads.some(({ form, reading }) => form === 'bare' && reading.titles.length > 0) === true;
    const hasText = (at: number) =>
      this.lines[at]?.kind === 'text' && !isApart(at) && this.lines[at]?.heads.length === 0;
    if (!isApart(index) && isName(index - 1)) return hasText(index + 1);
    return isName(index + 1) && !isApart(index + 1) && hasText(index + 2);
  }

  /** @returns index of the next line of text (no caption, credit, furniture, bare link) in [from, to), or -1 */
  nextText(from: number, to: number, speaker: string | null): number {
    for (let index = from; index < to; index++) {
      const each = this.lines[index];
      if (each?.kind === 'text' && !isCaption(each, speaker)) return index;
    }
    return -1;
  }
}

const OPEN_ENDS = /[：:，,、；;…]/u;

/** Without 。！？ or a closing quote at its end, and without sentences inside. */
export function isHeadlineText(text: string): boolean {
  // What a text ends in is asked of its end: a pattern would look for it at each character.
  if (text === '' || HEADLINE_NEVER_ENDS.test(text.slice(-3)) || OPEN_ENDS.test(text.slice(-1))) return false;
  return !SENTENCE_END.test(text.slice(0, -1)) || /^[^。；;]*[！!？?][^。；;]*$/u.test(text);
}

/** True for a caption of the speaker: the name alone. */
export function isCaption(each: DigestLine, speaker: string | null): boolean {
  if (speaker === null || each.lone === null) return false;
  return each.lone === speaker || identityOf(each.lone) === identityOf(speaker);
}

function readLine(line: Line, people: People, name: string | null, place: number): DigestLine {
  const gap = line.facts.gap === true;
  // Nearly every line of a speech; no link, no imprint, no credit and no furniture ends so.
  const isText = line.endsInStop && place !== PLACE.furniture;
  const detail = isText ? null : findDetail(line);
  const imprint = isText ? null : (readImprint(line) ?? readCaption(line));
  const kind = isText ? 'text' : kindOf(line, detail, imprint, place);
  const opening = readOpening(line);
  // One literal for all of them: objects of several make are several times slower to read.
  return {
    line,
    kind,
    detail,
    imprint: kind === 'imprint' ? imprint : null,
    opening,
    heads: kind === 'text' ? readHeads(line, opening, people) : NO_HEADS,
    lone: kind === 'text' ? name : (imprint?.caption ?? null),
    gap,
  };
}

function kindOf(line: Line, detail: DetailLink | null, imprint: Imprint | null, place: number): LineKind {
  const { text, content } = line;
  if (place === PLACE.furniture) return isCredit(line) ? 'credit' : 'furniture';
  if (detail && trim(text, { start: content.start, end: detail.span.start }).end <= content.start) return 'detail';
  if (isFurniture(line, place === PLACE.edge)) return 'furniture';
  if (imprint && (imprint.source || imprint.date || imprint.caption !== undefined)) return 'imprint';
  return isCredit(line) ? 'credit' : 'text';
}

/** @returns the name of a person's reading, or the words of an organisation's or a role's */
export function speakerOf(head: Head): string {
  const { name } = head.reading;
  return head.reading.kind === 'person'
    ? plainName(head.line.text.slice(name.start, name.end))
    : head.line.text.slice(name.start, name.end);
}

/** A stretch of one line. */
export interface Stretch {
  line: Line;
  span: Span;
}

/** @returns the titles that a speaker line gives, as written */
export function titlesOf({ line, reading }: Head): string[] {
  return reading.titles.map((span) => line.text.slice(span.start, span.end));
}

/**
 * True where the line names the speaker with no title that the speech does not have already: a caption, or an
 * entry of the list at the top. One with a title of its own is text, or the title would be lost.
 */
export function repeats({ heads }: DigestLine, speaker: string, titles: ReadonlySet<string>): boolean {
  return (
    heads.length > 0 &&
    heads.some(
      (head) =>
        head.form === 'bare' &&
        head.reading.titles.length > 0 &&
        identityOf(speakerOf(head)) === identityOf(speaker) &&
        titlesOf(head).every((title) => titles.has(title)),
    )
  );
}
