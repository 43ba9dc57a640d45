import { append } from '../diagnostics/append.js';
import { type Finding, find } from '../diagnostics/finding.js';
import type { Detail, Picture, Speech } from '../records/speech.js';
import { bodyOf } from './body.js';
import { tooLongSpeech } from './bounds.js';
import { columnSuffix } from './column.js';
import type { DetailLink } from './detail.js';
import { type Digest, type DigestLine, isCaption, repeats, type Stretch, speakerOf, titlesOf } from './digest.js';
import type { Cast, Frame } from './frame.js';
import type { Segment } from './layouts/layout.js';
import { identityOf, nameStrength } from './people/name.js';
import { type FoundPoint, findPoints, outlineOf } from './points.js';
import { takeSpeaker } from './speakerLine.js';
import type { Line } from './text/line.js';
import { BULLET } from './text/marks.js';
import { isEmpty, type Span, textOf, trim } from './text/span.js';

/** A speech before it has an address: ids are given when the whole edition is known. */
export type UnnamedSpeech = Omit<Speech, 'id' | 'speakerId'>;

/** What the whole file knows and one speech needs. */
export interface SpeechContext {
  digest: Digest;
  frame: Frame;
  file: string;
  /** Bracketed words that end several headlines: （委员议事） names a column. */
  columns: ReadonlySet<string>;
  /** All who speak in the file. */
  speakers: Cast;
  /** Most speakers of the file have a caption line. */
  captioned: boolean;
  findings: Finding[];
}

/** Builds the record of one speech from its stretch of the file. */
export function buildSpeech(segment: Segment, context: SpeechContext): UnnamedSpeech {
  return new SpeechBuilder(segment, context).build();
}

class SpeechBuilder {
  readonly #segment: Segment;
  readonly #context: SpeechContext;
  readonly #speaker: string;
  readonly #paragraphs: Stretch[] = [];
  /** What the paragraphs say. */
  readonly #texts: string[] = [];
  readonly #pictures: Picture[] = [];
  #detail: Detail | null = null;
  #afterDetail: Line | null = null;

  constructor(segment: Segment, context: SpeechContext) {
    this.#segment = segment;
    this.#context = context;
    this.#speaker = speakerOf(segment.head);
  }

  build(): UnnamedSpeech {
    const { head, headline, text, titled, after } = this.#segment;
    const who = takeSpeaker(head);
    for (const { line, span } of this.#segment.fields ?? []) {
      line.decorate({ start: line.content.start, end: span.start });
      who.titles.push(line.take(span));
    }
    for (const { line, span } of this.#segment.remarks ?? []) who.notes.push(line.take(span));
    const ownHeadline = headline ? this.#takeHeadline(headline) : null;
    if (!after) this.#readHeadLine(text);
    this.#readBody();
    if (after) this.#readHeadLine(text);
    // Of a speech over its bound nothing is published, and its outline can be the costliest of it.
    const isWithin = tooLongSpeech(this.#speaker, this.#paragraphs, [], this.#context.file) === null;
    const found = isWithin ? findPoints(this.#paragraphs) : [];
    const body = bodyOf(this.#paragraphs, found);
    this.#report(found);
    return {
      speaker: this.#speaker,
      speakerKind: head.reading.kind,
      titles: who.titles,
      notes: who.notes,
      headline: ownHeadline ?? (titled ? this.#context.frame.title || null : null),
      excerpt: this.#detail !== null,
      paragraphs: this.#texts,
      points: outlineOf(found),
      detail: this.#detail,
      position: head.line.place,
      body,
      pictures: this.#pictures,
    };
  }

  #takeHeadline({ line, span }: Stretch): string {
    let rest = span;
    // 题　目： before it.
    if (line !== this.#segment.head.line) line.decorate({ start: line.content.start, end: span.start });
    const bullet = BULLET.exec(textOf(line.text, span));
    if (bullet && line !== this.#segment.head.line) {
      rest = trim(line.text, { start: span.start + bullet[0].length, end: span.end });
      line.decorate({ start: span.start, end: rest.start });
    }
    const suffix = columnSuffix(textOf(line.text, rest));
    if (suffix && this.#context.columns.has(suffix.words)) {
      line.decorate({ start: rest.start + suffix.index, end: rest.end });
      rest = trim(line.text, { start: rest.start, end: rest.start + suffix.index });
    }
    return line.take(rest);
  }

  /** Text and link on the speaker line itself. */
  #readHeadLine(text: Stretch | null): void {
    const { at } = this.#segment;
    const own = this.#context.digest.lines[at];
    if (!own) return;
    append(this.#pictures, own.line.facts.pictures ?? []);
    if (text) this.#addParagraph(own, text.span);
    if (own.detail && !this.#detail) this.#takeDetail(own.line, own.detail);
  }

  #readBody(): void {
    const { digest, frame } = this.#context;
    const { first, end, at, headline, fields = [], remarks = [] } = this.#segment;
    const around = [...fields, ...remarks];
    for (let index = first; index < end; index++) {
      const each = digest.lines[index];
      if (!each || index === at || each.kind === 'aside') continue;
      if (each.line.facts.pictures) append(this.#pictures, each.line.facts.pictures);
      if (headline?.line === each.line || around.some(({ line }) => line === each.line)) continue;
      if (each.kind !== 'text' && each.kind !== 'detail') this.#readAround(each, index);
      else if (each.kind === 'detail' && each.detail) this.#takeDetail(each.line, each.detail);
      else if (this.#isOwnCaption(each)) each.line.take(each.line.content);
      else if (index < at + 4 && this.#paragraphs.length === 0 && frame.takeOccasion(each)) continue;
      else this.#readText(each, index);
    }
  }

  #readAround(each: DigestLine, index: number): void {
    const { frame } = this.#context;
    // 何砚　本报记者 钱多 摄 below another's line names the wrong person as a bare caption does.
    if (each.kind === 'imprint' && each.lone !== null && !isCaption(each, this.#speaker))
      this.#suspectName(each.line, each.lone, index);
    frame.takeAround(each, this.#paragraphs.length === 0);
  }

  #isOwnCaption(each: DigestLine): boolean {
    if (isCaption(each, this.#speaker)) return true;
    // A caption may repeat the titles: 区委书记 陆明 below its own speaker line.
    if (this.#paragraphs.length > 0 || each.heads.length === 0) return false;
    return repeats(each, this.#speaker, new Set(titlesOf(this.#segment.head)));
  }

  /** 区委书记 陆朋 below 区委书记 陆明: the titles are the speaker's and the name is not; or both are another's. */
  #otherName({ heads }: DigestLine): string | null {
    if (heads.length === 0) return null;
    const own = titlesOf(this.#segment.head);
    const named = heads.find(
      (head) =>
        head.form === 'bare' &&
        head.reading.titles.length > 0 &&
        (titlesOf(head).every((title) => own.includes(title)) ||
          this.#context.speakers.has(identityOf(speakerOf(head)))),
    );
    return named ? speakerOf(named) : null;
  }

  /** 林于 for 林子: a name alone on a line that differs from the speaker's in one character. */
  #isNearly(name: string): boolean {
    const own = [...this.#speaker];
    const other = [...name];
    return own.length === other.length && own.filter((character, at) => character !== other[at]).length === 1;
  }

  #readText(each: DigestLine, index: number): void {
    const { line, detail, lone } = each;
    const isName = lone !== null && (nameStrength(lone) === 'strong' || this.#isNearly(lone));
    const caption = isName ? lone : this.#otherName(each);
    if (caption !== null) this.#suspectName(line, caption, index);
    if (this.#detail && !this.#afterDetail) this.#afterDetail = line;
    const end = detail ? detail.span.start : line.content.end;
    this.#addParagraph(each, { start: line.content.start, end });
    if (detail) this.#takeDetail(line, detail);
  }

  #addParagraph({ line }: DigestLine, span: Span): void {
    let text = trim(line.text, span);
    // 发言摘要：… below 单位：…
    const label =
      this.#segment.fields?.length && this.#paragraphs.length === 0
        ? TEXT_LABEL.exec(textOf(line.text, text))?.[0]
        : undefined;
    if (label !== undefined) {
      line.decorate({ start: text.start, end: text.start + label.length });
      text = trim(line.text, { start: text.start + label.length, end: text.end });
    }
    const ornament =
      MAY_BE_ORNAMENT[line.text.charCodeAt(text.start)] === 1 ? ornamentOf(textOf(line.text, text)) : null;
    if (ornament && text.start === line.content.start) {
      line.decorate({ start: text.start, end: text.start + ornament[0].length });
      text = trim(line.text, { start: text.start + ornament[0].length, end: text.end });
    }
    const time = this.#segment.head.form === 'bracket' ? TIME_BEHIND.exec(textOf(line.text, text)) : null;
    if (time) {
      line.decorate({ start: text.end - time[0].length, end: text.end });
      text = trim(line.text, { start: text.start, end: text.end - time[0].length });
    }
    if (isEmpty(text)) return;
    this.#texts.push(line.take(text));
    this.#paragraphs.push({ line, span: text });
  }

  #takeDetail(line: Line, detail: DetailLink): void {
    const label = textOf(line.text, detail.label);
    this.#detail ??= { label, href: detail.href };
    line.take(detail.label);
    line.decorate(detail.span);
  }

  /** A name alone in the text is the caption of someone: of the wrong person, or of one whose line is missing. */
  #suspectName(line: Line, name: string, index: number): void {
    const { file, captioned, speakers, findings } = this.#context;
    const isFirst = this.#paragraphs.length === 0 && index <= this.#segment.at + 2 && !this.#segment.after;
    if (!isFirst && !captioned && !speakers.has(identityOf(name))) return;
    const rule = isFirst ? 'caption-mismatch' : 'name-in-text';
    findings.push(find(rule, file, line.place, { name, speaker: this.#speaker }));
  }

  #report(found: readonly FoundPoint[]): void {
    const { file, findings } = this.#context;
    const { head } = this.#segment;
    const words = textOf(head.line.text, head.label).replace(/[\s|｜]+$/u, '');
    const place = head.form === 'explicit' ? head.line.place : head.line.placeOf(head.label.start);
    if (head.reading.shape === 'nameless') findings.push(find('speaker-without-name', file, place, { words }));
    else if (head.reading.certainty === 'doubtful') {
      const names = [...new Set([this.#speaker, ...head.reading.alternatives])].join('、');
      findings.push(
        find('doubtful-name', file, place, {
          words,
          names,
          name: this.#speaker,
          titles: words.replace(this.#speaker, '').trim(),
        }),
      );
    }
    const beyond = tooLongSpeech(this.#speaker || words, this.#paragraphs, found, file);
    if (beyond !== null) findings.push(beyond);
    if (this.#paragraphs.length === 0)
      findings.push(find('empty-speech', file, place, { speaker: this.#speaker || words }));
    if (this.#afterDetail)
      findings.push(find('text-after-detail', file, this.#afterDetail.place, { speaker: this.#speaker }));
    const restart = found.find(
      ({ point, level, kind }, index) =>
        level === 1 &&
        index > 0 &&
        /^(?:一|（一）|\(一\))/u.test(point.marker) &&
        !/是|要/u.test(point.marker) &&
        // 问题：一是…；二是…, then 建议：一、…, are two lists of one speech.
        found.slice(0, index).some((earlier) => earlier.level === 1 && earlier.kind === kind),
    );
    const line = restart ? this.#paragraphs[restart.paragraph] : undefined;
    if (restart && line)
      findings.push(
        find('outline-restarts', file, line.line.placeOf(line.span.start + restart.marker.start), {
          speaker: this.#speaker,
          marker: restart.point.marker,
        }),
      );
  }
}

/** [09:25] behind a turn of a live text. */
const TIME_BEHIND = /\s*[[［【（(]\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\]］】）)]$/u;

const MAY_BE_ORNAMENT = new Uint8Array(0x10000).fill(1).fill(0, 0x4e00, 0xa000);

function ornamentOf(text: string): RegExpExecArray | null {
  return /^(?:#{1,6}\s+|[-*+]\s+|>+\s*|\p{Extended_Pictographic}\uFE0F?\s*)/u.exec(text) ?? BULLET.exec(text);
}

const TEXT_LABEL = /^(?:发言|交流|建议|主要)?(?:摘要|内容|要点|观点|正文)\s*[:：]\s*/u;
