import type { BlockRoot } from '../load/document.js';
import { unitAt } from '../typography/unitAt.js';
import { unitsOf } from '../typography/units.js';
import { type DetailLink, findDetail } from './detail.js';
import { type Imprint, isCredit, isFurniture, readImprint } from './furniture.js';
import { type Head, readHeads } from './head.js';
import { identityOf, nameStrength, plainName } from './people/name.js';
import { isOffice } from './people/offices.js';
import { People } from './people/people.js';
import { surnameOf } from './people/surnames.js';
import { Line } from './text/line.js';
import { HEADLINE_NEVER_ENDS, SENTENCE_END } from './text/marks.js';
import { type Span, trim } from './text/span.js';

/** What a line is by itself, before any layout is chosen. */
export type LineKind = 'text' | 'credit' | 'imprint' | 'furniture' | 'detail';

/** One line with all that can be known of it alone. */
export interface DigestLine {
  line: Line;
  kind: LineKind;
  detail: DetailLink | null;
  imprint: Imprint | null;
  /** Every way to read it as a speaker line. */
  heads: Head[];
  /** The name, where the line holds a name and nothing else: a caption, or one of a list at the top. */
  lone: string | null;
  /** An empty line, or the end of a block, stands before it. */
  gap: boolean;
}

/** Behind a column, a number and a bullet of 40 characters each at most a label of 80 ends here. */
const LABELS_END = 240;

/** A file's lines, read one by one; layouts look for the pattern among them. */
export class Digest {
  readonly lines: DigestLine[];
  readonly people: People;
  /** Identities of all whom some line could name as a speaker: these words alone on a line are no headline. */
  readonly #speakers = new Set<string>();

  constructor(root: BlockRoot, register: Iterable<string>) {
    const lines: Line[] = [];
    const lone: (string | null)[] = [];
    this.people = new People(register);
    for (const block of root.children) {
      const line = new Line(block, lines.length);
      const name = loneName(line);
      lines.push(line);
      lone.push(name);
      if (name !== null) this.people.add(name);
      else for (const each of listedNames(line)) this.people.add(each);
      for (const each of castNames(line)) this.people.add(each);
    }
    this.lines = [];
    for (const line of lines) this.lines.push(readLine(line, this.people, lone[line.index] ?? null));
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
          form === 'explicit' || (reading.certainty === 'clear' && reading.shape !== 'glued' && form !== 'bare');
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

  /** A line reads otherwise only where it has a name that was learnt since; all its characters in order will do. */
  #readAgain(learnt: readonly string[]): void {
    if (learnt.length === 0) return;
    const lasts = new Set(learnt.map((name) => name.slice(-1)));
    for (const each of this.lines) {
      if (each.kind !== 'text') continue;
      const { text, content } = each.line;
      // Labels are short: what stands further on names no speaker.
      for (let at = content.start; at < Math.min(content.end, content.start + LABELS_END); at++) {
        if (!lasts.has(text[at] ?? '')) continue;
        each.heads = readHeads(each.line, this.people);
        break;
      }
    }
  }

  /** True when the line is short, ends in no sentence mark and so may be a headline. */
  isHeadlineLike(index: number): boolean {
    const each = this.lines[index];
    if (each?.kind !== 'text' || each.detail !== null) return false;
    if (each.lone !== null && this.#speakers.has(identityOf(each.lone))) return false;
    if (each.line.content.end - each.line.content.start > 48) return false;
    const text = each.line.trimmed;
    // A line of its own may end in a quotation mark (青石村的“新村民”), but not be one quotation.
    const isQuoted = /^[“「『‘"]/u.test(text);
    return !/^[—―]/u.test(text) && isHeadlineText(isQuoted ? text : text.replace(/[”’」』"']$/u, ''));
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

/** Without 。！？ or a closing quote at its end, and without sentences inside. */
export function isHeadlineText(text: string): boolean {
  if (text === '' || HEADLINE_NEVER_ENDS.test(text) || /[：:，,、；;…]$/u.test(text)) return false;
  return !SENTENCE_END.test(text.slice(0, -1)) || /^[^。；;]*[！!？?][^。；;]*$/u.test(text);
}

/** True for a caption of the speaker: the name alone. */
export function isCaption(each: DigestLine, speaker: string | null): boolean {
  return speaker !== null && each.lone !== null && identityOf(each.lone) === identityOf(speaker);
}

function readLine(line: Line, people: People, name: string | null): DigestLine {
  const gap = line.facts.gap === true;
  const isText = endsInStop(line);
  const detail = isText ? null : findDetail(line);
  const imprint = isText ? null : readImprint(line);
  const kind = isText ? 'text' : kindOf(line, detail, imprint);
  // One literal for all of them: objects of several make are several times slower to read.
  return {
    line,
    kind,
    detail,
    imprint: kind === 'imprint' ? imprint : null,
    heads: kind === 'text' ? readHeads(line, people) : [],
    lone: kind === 'text' ? name : null,
    gap,
  };
}

/** Nearly every line of a speech ends in a full stop; no link, no imprint, no credit and no furniture does. */
function endsInStop({ text, content }: Line): boolean {
  return text.charCodeAt(content.end - 1) === STOP;
}

const STOP = '。'.charCodeAt(0);

function kindOf(line: Line, detail: DetailLink | null, imprint: Imprint | null): LineKind {
  const { text, content } = line;
  if (detail && trim(text, { start: content.start, end: detail.span.start }).end <= content.start) return 'detail';
  if (isFurniture(line)) return 'furniture';
  if (imprint && (imprint.source || imprint.date)) return 'imprint';
  return isCredit(line) ? 'credit' : 'text';
}

/** No name alone on a line, with a remark behind it, is as long. */
const LONGEST_LONE = 24;
const BULLETS = '■●◆▲★□◇▪▶►※◎○☆△•·';
const BULLETS_FIRST = new RegExp(`^[${BULLETS}]+\\s*`, 'u');
const IS_BULLET = unitsOf(BULLETS);

/** @returns the name that is the whole line, or null */
function loneName(line: Line): string | null {
  const { start, end } = line.content;
  const isLong = end - start > LONGEST_LONE;
  if (isLong && IS_BULLET[unitAt(line.text, start)] !== 1) return null;
  const text = line.trimmed.replace(BULLETS_FIRST, '');
  if (text.length > LONGEST_LONE || text.length < 2) return null;
  const bare = text.replace(/[（(][^（）()]{1,12}[)）]$/u, '').trim();
  return nameStrength(bare) === 'none' ? null : plainName(bare);
}

/**
 * Several names on one line (何砚 罗青 陆明; 何砚、罗青). What only could be a name is added too: it vouches for a
 * reading, and by itself makes no one a speaker.
 */
function listedNames(line: Line): readonly string[] {
  const { start, end } = line.content;
  if (end - start > 120 || endsInStop(line)) return NOBODY;
  const text = line.trimmed;
  // Marks that no name has.
  if (/[:：。；;！!？?“”《》（(]/.test(text)) return NOBODY;
  const pieces = text.split(/[、,，\p{White_Space}|｜/]+/u).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => nameStrength(piece) === 'strong')
    ? pieces.map(plainName)
    : NOBODY;
}

const NOBODY: readonly string[] = [];

const CAST =
  /^(?:嘉宾|特邀嘉宾|访谈嘉宾|对话嘉宾|主持人|主持|与会人员|与会嘉宾|参加人员|出席人员|出席|参会人员|发言人)[:：](.{2,200})$/u;

const CAST_FIRST = unitsOf('嘉特访对主与参出发');
/** UTF-16 units of a label and two hundred characters behind it. */
const LONGEST_CAST = 405;

/**
 * 嘉宾：市住建局局长　万志远、市教育局副局长　夏天 says who is present, and is no turn to speak.
 * @returns the names, or an empty list where the words are anything else
 */
export function castNames(line: Line): readonly string[] {
  const { start, end } = line.content;
  if (end - start > LONGEST_CAST || CAST_FIRST[unitAt(line.text, start)] !== 1) return NOBODY;
  const words = CAST.exec(line.trimmed)?.[1];
  if (words === undefined || /[。！？!?…]/u.test(words)) return [];
  const names: string[] = [];
  for (const piece of words.split(/[、；;，,]/u)) {
    const tokens = piece
      .trim()
      .replace(/[（(][^（()）]*[）)]$/u, '')
      .split(/\p{White_Space}+/u);
    const name = tokens.at(-1) ?? '';
    const titled = tokens.length > 1 && isOffice(tokens.slice(0, -1).join(''));
    if (titled ? nameStrength(name) === 'none' : nameStrength(name) !== 'strong') {
      if (!isOffice(piece.trim())) return [];
      continue;
    }
    names.push(plainName(name));
  }
  return names;
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
