import { type Finding, find } from '../diagnostics/finding.js';
import type { LoadedDocument } from '../load/document.js';
import { type Digest, type DigestLine, repeats, speakerOf } from './digest.js';
import { INTERVIEW } from './heads/dash.js';
import { identityOf, nameStrength, plainName } from './people/name.js';
import { findDate } from './text/date.js';
import type { Line } from './text/line.js';
import { type Span, textOf, trim } from './text/span.js';

/** All who speak in a file, by identity, with the titles that their speaker lines give. */
export type Cast = ReadonlyMap<string, ReadonlySet<string>>;

/** Characters of a line that lists speakers. */
const LONGEST_LIST = 400;

/** What surrounds the speeches: the edition's own fields, and the page furniture. */
export class Frame {
  title = '';
  date: string | null = null;
  source: string | null = null;
  occasion: string | null = null;
  readonly lede: string[] = [];
  /** Indices of the lines that the lede was made of. */
  readonly ledeLines: number[] = [];
  readonly credits: string[] = [];
  readonly asides: { after: number; paragraphs: string[] }[] = [];
  readonly furniture: { line: Line; words: string }[] = [];
  readonly #digest: Digest;

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  /**
   * Reads the lines before the first speech.
   * @param end index of the first line that belongs to a speech
   * @param speakers all who speak in the file, by identity, with their titles
   * @param given the title in the front matter, if any
   */
  readTop(end: number, speakers: Cast, given: string | undefined, file: string): Finding[] {
    const findings: Finding[] = [];
    const top = this.#digest.lines.slice(0, end);
    const heading = top.find(({ line, kind }) => kind === 'text' && line.depth === 1);
    const titleLine = heading ?? top.find(({ kind, line }) => kind === 'text' && !/^[—―]{2}/u.test(line.trimmed));
    const hasTitle =
      titleLine !== undefined &&
      (given === undefined || titleLine.line.trimmed === given || titleLine.line.depth === 1);
    for (const [at, each] of top.entries()) {
      if (each.kind !== 'text' && each.kind !== 'detail') this.takeAround(each, true);
      else if (each === titleLine && hasTitle && !this.#isList(each, speakers)) this.title = takeTitle(each.line);
      else if (this.takeOccasion(each)) continue;
      else if (this.#isList(each, speakers)) each.line.take(each.line.content);
      else {
        // With or without others beside it: who is named at the top and does not speak below was misspelt.
        if (each.lone !== null && nameStrength(each.lone) === 'strong') {
          findings.push(find('listed-without-speech', file, each.line.place, { name: each.lone }));
        }
        this.lede.push(each.line.take(each.line.content));
        this.ledeLines.push(at);
      }
    }
    if (given !== undefined) this.title = given;
    return findings;
  }

  /**
   * Takes words that are nobody's.
   * @param after how many speeches stand above them; those above the first belong to the lede
   */
  takeAside(after: number, lines: readonly number[]): void {
    const paragraphs: string[] = [];
    for (const at of lines) {
      const each = this.#digest.lines[at];
      if (!each) continue;
      if (each.kind === 'aside') paragraphs.push(each.line.take(each.line.content));
      else this.takeAround(each, false);
    }
    if (paragraphs.length === 0) return;
    const last = this.asides.at(-1);
    if (after === 0) this.lede.push(...paragraphs);
    else if (last?.after === after) last.paragraphs.push(...paragraphs);
    else this.asides.push({ after, paragraphs });
  }

  /** Credit, imprint or furniture, wherever it stands. An imprint behind the text is no date of the meeting. */
  takeAround(each: DigestLine, atTop: boolean): void {
    const { line, kind, imprint } = each;
    if (kind === 'credit') this.credits.push(line.take(line.content));
    else if (kind === 'imprint' && imprint) {
      if (imprint.source) this.#source(line, imprint.source);
      if (imprint.date && atTop && this.date === null) {
        line.take(imprint.date.span);
        this.date = imprint.date.iso;
      }
      for (const credit of imprint.credits) this.credits.push(line.take(credit));
      line.decorate(line.content);
    } else {
      this.furniture.push({ line, words: line.trimmed.slice(0, 20) });
      line.decorate(line.content);
    }
  }

  #source(line: Line, span: Span): void {
    const written = line.take(span);
    if (this.source === null) this.source = written;
    else if (this.source !== written) this.credits.push(written);
  }

  /** `——在…会上的讲话`, `（2031年3月2日在…会上的讲话）`: where it was said. @returns whether the line was one */
  takeOccasion({ line }: DigestLine): boolean {
    if (this.occasion !== null) return false;
    const text = line.trimmed;
    if (!/^[—―─–（(-]/.test(text)) return false;
    const dash = /^[—―─–-]{1,4}\s*/u.exec(text);
    const bracketed = /^[（(]([^（）()]*)[）)]$/u.exec(text);
    const speech =
      /(?:讲话|发言|致辞|發言|講話|摘登|摘编|摘要|侧记|报告|汇编|大会|会议|座谈会)(?:摘登|摘要|摘编|选登|集锦|节选)?$/u;
    if (
      dash &&
      dash[0].trim().length >= 1 &&
      (dash[0].trim().length > 1 || text.startsWith('—')) &&
      (speech.test(text) || INTERVIEW.test(text.slice(dash[0].length))) &&
      text.length <= 80
    ) {
      const span = { start: line.content.start + dash[0].length, end: line.content.end };
      this.occasion = this.#dated(line, span);
      line.decorate(line.content);
      return true;
    }
    if (bracketed && speech.test(bracketed[1] ?? '')) {
      this.occasion = this.#dated(line, { start: line.content.start + 1, end: line.content.end - 1 });
      line.decorate(line.content);
      return true;
    }
    return false;
  }

  /** The date in front of the occasion is the edition's: 2031年3月2日在… */
  #dated(line: Line, span: Span): string {
    const found = findDate(textOf(line.text, span));
    if (found?.span.start !== 0) return line.take(trim(line.text, span));
    const end = span.start + found.span.end;
    line.take({ start: span.start, end });
    this.date ??= found.iso;
    return line.take(trim(line.text, { start: end, end: span.end }));
  }

  /** Names of speakers, one or more on a line: they belong to the speeches. */
  #isList(each: DigestLine, speakers: Cast): boolean {
    const { line, lone } = each;
    if (lone !== null && speakers.has(identityOf(lone))) return true;
    const named = each.heads.find(({ form, reading }) => form === 'bare' && reading.titles.length > 0);
    if (named && repeats(each, speakerOf(named), speakers.get(identityOf(speakerOf(named))) ?? new Set())) return true;
    if (line.content.end - line.content.start > LONGEST_LIST) return false;
    const pieces = line.trimmed.split(/[、,，\p{White_Space}|｜/]+/u).filter((piece) => piece !== '');
    return pieces.length > 1 && pieces.every((piece) => speakers.has(identityOf(plainName(piece))));
  }
}

/** The title without a bracket mark or dash around it. */
function takeTitle(line: Line): string {
  const hashes = /^#{1,6}\s+/u.exec(line.trimmed);
  const start = line.content.start + (hashes ? hashes[0].length : 0);
  line.decorate({ start: line.content.start, end: start });
  return line.take(trim(line.text, { start, end: line.content.end }));
}

/**
 * The edition's date: the front matter's word, else the file name's made more precise by the text, else the
 * text's. Where name and text contradict each other the name counts, and the editor hears of it.
 */
export function settleDate(
  document: LoadedDocument,
  written: string | null,
): { date: string | null; findings: Finding[] } {
  const { frontMatter, name, file } = document;
  if (frontMatter.date !== undefined) return { date: frontMatter.date, findings: [] };
  if (name.date === null || written === null) return { date: name.date ?? written, findings: [] };
  if (written.startsWith(name.date)) return { date: written, findings: [] };
  const far = written.slice(0, 4) !== name.date.slice(0, 4);
  return {
    date: name.date,
    findings: far ? [find('date-mismatch', file, undefined, { name: name.date, text: written })] : [],
  };
}
