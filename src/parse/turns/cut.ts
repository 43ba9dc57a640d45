import { type Digest, type Stretch, speakerOf } from '../digest.js';
import type { Head } from '../heads/head.js';
import { isTitle } from '../heads/titles.js';
import type { Segment } from '../layouts/layout.js';
import { isLede } from '../lede.js';
import { areOffices } from '../regroup.js';
import { BULLET, HEADLINE_NEVER_ENDS } from '../text/marks.js';
import { type Span, textOf, trim } from '../text/span.js';
import type { Candidate } from './candidate.js';

/** Cuts a file by its turns: where each speech begins and ends, and what its headline is. */
export function cutTurns(digest: Digest, turns: readonly Candidate[], lone: Candidate | null): Segment[] {
  const cut = new Cut(digest, turns, lone);
  return turns.map((_, index) => cut.segment(index));
}

/** A speaker on a line of its own, above the words. */
function isAlone({ head, after }: Candidate): boolean {
  return !after && (head.form === 'bare' || head.form === 'dash' || head.form === 'signature');
}

/** 郏云鹤委员： with nothing behind the colon. */
function isOpen({ form, rest }: Head): boolean {
  return form === 'colon' && rest.end <= rest.start;
}

class Cut {
  readonly #digest: Digest;
  readonly #turns: readonly Candidate[];
  readonly #lone: Candidate | null;
  /** Of lines of their own: the headline stands above the speaker. */
  readonly #headlineAbove: boolean;
  /** Of lines that end in the colon: the headline is the line before. */
  readonly #headlineOver: boolean;
  /** Of lines that end in the colon: the headline is the next line. */
  readonly #headlineBelow: boolean;
  readonly #starts: number[] = [];

  constructor(digest: Digest, turns: readonly Candidate[], lone: Candidate | null) {
    this.#digest = digest;
    this.#turns = turns;
    this.#lone = lone;
    this.#headlineAbove = this.#standsAbove();
    this.#headlineBelow = this.#standsBelow();
    this.#headlineOver = this.#standsOver();
    for (let index = 0; index < turns.length; index++) this.#starts.push(this.#start(index));
  }

  segment(index: number): Segment {
    const turn = this.#turns[index] as Candidate;
    const { head, at, after } = turn;
    const first = this.#starts[index] ?? at;
    const next = this.#turns[index + 1];
    // Below the last signature nothing is signed; before another one its own words begin.
    const end = this.#starts[index + 1] ?? this.#digest.lines.length;
    const bound = Math.max(next && after && !next.after ? at + 1 : end, at + 1);
    // One literal for all of them, changed in place: copies of several makes would be most of the work here.
    const segment: Segment = { head, at, first, end: bound, after, headline: null, text: null };
    if (turn === this.#lone) segment.titled = true;
    else if (head.form === 'reported') segment.text = stretchOf(head);
    else if (head.form === 'explicit' || head.form === 'byline') segment.headline = stretchOf(head);
    else if (after) {
      segment.headline = this.#aboveSignature(first, at);
      segment.text = stretchOf(head);
    } else this.#readAround(segment, isAlone(turn));
    return segment;
  }

  /** Headline, text and fields of a turn that stands above its words. */
  #readAround(segment: Segment, alone: boolean): void {
    const { head, at, first, end } = segment;
    const { fields, remarks, headline } = this.#fields(at, first, end, head);
    const own = alone ? null : this.#behindMark(at, end, head);
    segment.fields = fields;
    segment.remarks = remarks;
    segment.headline = headline ?? own?.headline ?? null;
    segment.text = own?.text ?? null;
    if (isOpen(head)) segment.headline ??= this.#over(at, first);
    const isBare = alone && headline === null && fields.length + remarks.length === 0;
    if (isBare) segment.headline = this.#besideAlone(at, first, end, head);
  }

  #start(index: number): number {
    const { head, at, after } = this.#turns[index] as Candidate;
    const above = this.#turns[index - 1];
    if (after) return this.#startAbove(index);
    if (head.ornament === 'label' || head.ornament === 'none') {
      let start = at;
      const isOwn = above === undefined ? FIELD : null;
      while (start - 1 > (above?.at ?? 0) && isField(this.#digest.lines[start - 1]?.line.trimmed ?? '', isOwn)) start--;
      if (start < at) return start;
    }
    const isHeadline =
      (isAlone({ head, at, after }) ? this.#headlineAbove : this.#headlineOver && isOpen(head)) &&
      (above?.at ?? -1) < at - 1 &&
      this.#digest.isHeadlineLike(at - 1) &&
      !this.#isTitle(at - 1);
    return isHeadline ? at - 1 : at;
  }

  /** Where the words above a signature begin: behind the signature before, or at the block above. */
  #startAbove(index: number): number {
    const { at } = this.#turns[index] as Candidate;
    const above = this.#turns[index - 1];
    if (above === undefined) {
      const ends = this.#turns.map((turn) => turn.at);
      return firstStart(this.#digest, at, ends);
    }
    if (above.after) return above.at + 1;
    for (let block = at - 1; block > above.at + 1; block--) if (this.#digest.lines[block]?.gap) return block;
    return at;
  }

  /** The first line of a file is the edition's title, unless another line of text stands before the speaker. */
  #isTitle(at: number): boolean {
    if (this.#turns[0]?.at !== at + 1) return false;
    return this.#digest.nextText(0, at, null) < 0 || OCCASION.test(this.#digest.lines[at]?.line.trimmed ?? '');
  }

  /** 让江鲜游出一条产业链 above 郏云鹤委员： */
  #over(at: number, first: number): Stretch | null {
    const line = this.#digest.lines[first]?.line;
    return line && first === at - 1 && this.#headlineOver ? { line, span: line.content } : null;
  }

  #standsOver(): boolean {
    const open = this.#turns.filter(({ head, after }) => !after && isOpen(head));
    const over = open.filter(({ at }) => {
      const above = this.#digest.lines[at - 2];
      const isApart = this.#digest.lines[at - 1]?.gap === true || above?.line.endsInStop === true;
      return isApart && this.#digest.isHeadlineLike(at - 1) && !this.#isTitle(at - 1);
    });
    return over.length > 1 && over.length * 3 >= open.length * 2;
  }

  #standsAbove(): boolean {
    let above = 0;
    let below = 0;
    for (const [index, turn] of this.#turns.entries()) {
      if (!isAlone(turn)) continue;
      const { at, head } = turn;
      const end = this.#turns[index + 1]?.at ?? this.#digest.lines.length;
      if (this.#digest.isHeadlineLike(at - 1) && !this.#isTitle(at - 1)) above++;
      const next = this.#digest.nextText(at + 1, end, speakerOf(head));
      if (next >= 0 && this.#digest.isHeadlineLike(next) && this.#digest.nextText(next + 1, end, null) >= 0) below++;
    }
    return above >= below;
  }

  /**
   * The next line is the headline only where that is the file's pattern (contract, "Headline"): speaker lines that
   * end in the colon are followed by a short line without a sentence's end, and text behind it.
   */
  #standsBelow(): boolean {
    let open = 0;
    let followed = 0;
    for (const [index, turn] of this.#turns.entries()) {
      const { at, head, after } = turn;
      if (after || isAlone(turn) || head.form === 'byline' || head.rest.end > head.rest.start) continue;
      open++;
      const end = this.#turns[index + 1]?.at ?? this.#digest.lines.length;
      const first = this.#digest.nextText(at + 1, end, speakerOf(head));
      const isHeadline = first >= 0 && this.#digest.isHeadlineLike(first);
      if (isHeadline && this.#digest.nextText(first + 1, end, speakerOf(head)) >= 0) followed++;
    }
    return open > 0 && followed * 3 >= open * 2;
  }

  #behindMark(at: number, end: number, head: Head): Pick<Segment, 'headline' | 'text'> {
    const digest = this.#digest;
    const rest = restWithoutDetail(digest, at, head);
    const body = digest.nextText(at + 1, end, speakerOf(head));
    if (rest.end > rest.start) {
      const stretch: Stretch = { line: head.line, span: rest };
      const text = textOf(head.line.text, rest);
      return body >= 0 && isHeadlineBehind(text)
        ? { headline: stretch, text: null }
        : { headline: null, text: stretch };
    }
    const line = digest.lines[body]?.line;
    const isHeadline = this.#headlineBelow && this.#mayHeadBelow(body);
    if (isHeadline && line && digest.nextText(body + 1, end, speakerOf(head)) >= 0)
      return { headline: { line, span: line.content }, text: null };
    return { headline: null, text: null };
  }

  #besideAlone(at: number, first: number, end: number, head: Head): Stretch | null {
    const digest = this.#digest;
    const speaker = speakerOf(head);
    const index = this.#headlineAbove ? first : digest.nextText(at + 1, end, speaker);
    const line = digest.lines[index]?.line;
    if (!line || index === at) return null;
    if (!this.#headlineAbove && !(this.#mayHeadBelow(index) && digest.nextText(index + 1, end, speaker) >= 0))
      return null;
    return { line, span: line.content };
  }

  /** 一、主要做法 below a speaker begins his outline. */
  #mayHeadBelow(index: number): boolean {
    return this.#digest.isHeadlineLike(index) && !POINT.test(this.#digest.lines[index]?.line.trimmed ?? '');
  }

  /** 单位：市侨联 and 题　目：关于盘活老街的建议, in the lines right around the speaker. */
  #fields(
    at: number,
    first: number,
    end: number,
    head: Head,
  ): { fields: Stretch[]; remarks: Stretch[]; headline: Stretch | null } {
    const fields: Stretch[] = [];
    const remarks: Stretch[] = [];
    let headline: Stretch | null = null;
    for (let index = first; index < end; index++) {
      if (index === at) continue;
      const line = this.#digest.lines[index]?.line;
      const title = line && HEADLINE_LABEL.exec(line.trimmed);
      const field = line && !title ? FIELD.exec(line.trimmed) : null;
      const label = title ?? field;
      if (line && label) {
        const stretch = { line, span: { start: line.content.start + label[0].length, end: line.content.end } };
        if (title) headline ??= stretch;
        else fields.push(stretch);
      } else if (line && head.ornament === 'label' && isRemark(line.trimmed)) {
        remarks.push({ line, span: line.content });
      } else if (line && index === at + 1 && isPostBelow(head, line.trimmed)) {
        const inner = /^[（(].*[）)]$/u.test(line.trimmed) ? 1 : 0;
        fields.push({ line, span: { start: line.content.start + inner, end: line.content.end - inner } });
      } else if (index > at) break;
    }
    return { fields, remarks, headline };
  }

  /** A short first line without a sentence's end, with text behind it. */
  #aboveSignature(first: number, at: number): Stretch | null {
    const line = this.#digest.lines[first]?.line;
    if (!line || at - first < 2 || !this.#digest.isHeadlineLike(first) || BULLET.test(line.trimmed)) return null;
    return { line, span: line.content };
  }
}

const POINT = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])\S/u;
/** 在庆祝教师节座谈会上的发言摘登 below the title. */
const OCCASION = /^在.{2,50}(?:讲话|发言|致辞|摘登|摘编|摘要|选登)$/u;
const HEADLINE_LABEL =
  /^(?:发\s*言|述\s*职|交\s*流|演\s*讲|报\s*告)?\s*(?:题\s*目|标\s*题|主\s*题)(?:\s*[:：]\s*|　)(?=\S)/u;
const FIELD =
  /^(?:派\s*出\s*单\s*位|发\s*言\s*单\s*位|所\s*在\s*单\s*位|工\s*作\s*单\s*位|单\s*位|任\s*职\s*村\s*庄|现\s*任\s*职\s*务|职\s*务|职\s*称|身\s*份|岗\s*位|部\s*门|界\s*别|代\s*表\s*团|职\s*业)\s*[:：]\s*(?=\S)/u;

/** 讲述时间：2031年4月12日: said of the speech, and no title. */
const REMARK =
  /^(?:讲述|口述|采访|访谈|发言|录制|记录)?(?:时\s*间|地\s*点|年\s*龄|籍\s*贯|性\s*别|民\s*族)\s*[:：]\s*\S/u;

function isRemark(text: string): boolean {
  return text.length < 40 && !text.endsWith('。') && REMARK.test(text);
}

/** 乐山水：城市要学会呼吸, and below it 云川大学建筑学院院长. */
function isPostBelow({ reading, rest, form }: Head, text: string): boolean {
  // 江一苇委员, and below it 区政协委员　律师.
  if (form === 'bare' && reading.shape === 'name-titles' && /\p{White_Space}/u.test(text)) {
    const pieces = text.split(/[\p{White_Space}、，,]+/u);
    return text.length < 48 && pieces.every((piece) => isTitle(piece)) && pieces.some((piece) => areOffices(piece));
  }
  if (reading.shape !== 'name') return false;
  // 梅清远, and below it （市作家协会副主席）.
  const inner = /^[（(]([^（()）]{2,40})[）)]$/u.exec(text)?.[1];
  if (inner !== undefined) return isTitle(inner);
  return form === 'colon' && rest.end > rest.start && areOffices(text);
}

/** @param only what counts above the first speaker, where 时间：… is the meeting's */
function isField(text: string, only: RegExp | null): boolean {
  if (only !== null) return text.length < 60 && (only.test(text) || HEADLINE_LABEL.test(text));
  return text.length < 60 && (FIELD.test(text) || isRemark(text) || HEADLINE_LABEL.test(text));
}

/** Contract, "Headline": no sentence, and not one quotation from its opening to its closing mark. */
function isHeadlineBehind(text: string): boolean {
  const isQuotation = /^[“「『‘"][^“”「」『』"]*[”」』’"]$/u.test(text);
  const words = text.replace(/[（(][^（()）]{1,12}[）)]$/u, '').replace(/(?<=[^。！？!?])[”」』’"']+$/u, '');
  return !isQuotation && !HEADLINE_NEVER_ENDS.test(words) && !/[。；;][^。；;]|[：:]$/u.test(words);
}

function stretchOf({ line, rest }: Head): Stretch | null {
  return rest.end > rest.start ? { line, span: rest } : null;
}

function restWithoutDetail(digest: Digest, at: number, head: Head): Span {
  const detail = digest.lines[at]?.detail;
  if (!detail || detail.span.start < head.rest.start) return head.rest;
  return trim(head.line.text, { start: head.rest.start, end: detail.span.start });
}

/**
 * Where the first text above a signature begins: behind the title; at its bullet, if the texts have bullets; behind
 * the last empty line, if the other texts have none inside. A lede above belongs to the edition.
 */
function firstStart(digest: Digest, at: number, ends: readonly number[]): number {
  let top = digest.lines.findIndex(({ kind }) => kind === 'text') + 1;
  while (/^[—―]{2}/u.test(digest.lines[top]?.line.trimmed ?? '') && top < at) top++;
  const hasBullet = (index: number) => BULLET.test(digest.lines[index]?.line.trimmed ?? '');
  for (let index = top; index < at; index++) if (hasBullet(index)) return index;
  const gapsInside = ends.slice(1).some((end, index) => gapWithin(digest, (ends[index] ?? 0) + 1, end));
  const block = digest.lines.findLastIndex(({ gap }, index) => gap && index >= top && index < at);
  if (block > top && !gapsInside && ends.length > 1) return block;
  let index = top;
  while (index < at - 1) {
    const each = digest.lines[index];
    if (!each || (each.kind === 'text' && !isLede(each.line.trimmed))) break;
    index++;
  }
  return index;
}

function gapWithin(digest: Digest, from: number, to: number): boolean {
  return digest.lines.slice(from + 1, to).some(({ gap, kind }) => gap && kind === 'text');
}
