import { type Digest, type DigestLine, speakerOf, titlesOf } from '../digest.js';
import type { Form, Head } from '../heads/head.js';
import { castNames } from '../namedLines.js';
import { identityOf } from '../people/name.js';
import { officeAtEnd } from '../people/offices.js';
import { textOf } from '../text/span.js';
import { isAfterword, isGroupHead } from './nobody.js';

/** One reading of one line as the place where somebody speaks. */
export interface Candidate {
  at: number;
  head: Head;
  /** The words that it is about stand above it: a signature. */
  after: boolean;
}

/** Forms whose lines may stand below the text as well as above it. */
const BOTH: readonly Form[] = ['dash', 'bare', 'signature'];

/** @returns every reading of every line, in order of the file */
export function candidatesOf(digest: Digest): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < digest.lines.length; at++) {
    const { kind, heads } = digest.lines[at] as DigestLine;
    if (heads.length === 0 || kind !== 'text') continue;
    for (const head of heads) {
      if (!mayBegin(digest, at, head)) continue;
      const hasWords = head.form === 'signature' && head.rest.end > head.rest.start;
      if (!hasWords) candidates.push({ at, head, after: false });
      if (BOTH.includes(head.form) && head.reading.shape !== 'nameless') candidates.push({ at, head, after: true });
    }
  }
  return candidates;
}

function mayBegin(digest: Digest, at: number, head: Head): boolean {
  const { form, reading, ornament } = head;
  // 盛稻香（以下简称“盛”） says who is meant below.
  if (head.line.text.includes('以下简称') || isAfterword(head.line)) return false;
  if (isCast(digest, at, head) || digest.cast.has(at) || (head.ornament !== 'label' && isGroupHead(head.line.trimmed)))
    return false;
  if (form !== 'bare' && form !== 'dash' && form !== 'signature') return true;
  if (reading.shape === 'nameless' || (form === 'bare' && isCaptionBelow(digest, at, head))) return false;
  // 一、补齐民生短板: an unusual title glued to a name needs a mark to be one.
  if (reading.shape === 'glued' && !isStrong(head) && (ornament === 'number' || !hasOffice(head))) return false;
  if (reading.kind === 'organisation') return form === 'bare' || form === 'dash';
  if (reading.shape === 'several') return false;
  if (reading.titles.length > 0) return true;
  if (form !== 'bare') return reading.kind === 'person';
  return true;
}

/**
 * 何砚 or 县长 何砚 below 县长 何砚：念好山海经; and another name right below, alone or with the same titles: the
 * caption of another picture, which is told.
 */
function isCaptionBelow(digest: Digest, at: number, head: Head): boolean {
  const name = identityOf(speakerOf(head));
  const titles = titlesOf(head);
  if (head.level > 0) return false;
  for (let above = at - 1; above >= at - 2; above--) {
    const marked = digest.lines[above]?.heads.filter(
      ({ form, reading }) => form !== 'bare' && reading.shape !== 'label',
    );
    if (marked?.some((other) => identityOf(speakerOf(other)) === name)) return true;
    if (above < at - 1 || digest.lines[at]?.gap || head.ornament !== 'none') continue;
    if (head.reading.kind !== 'person') continue;
    if (marked?.some((other) => titles.every((title) => titlesOf(other).includes(title)))) return true;
  }
  return false;
}

/** 嘉宾： with names and titles below it is the list of those present, no turn to speak. */
function isCast(digest: Digest, at: number, head: Head): boolean {
  if (castNames(head.line).length > 0) return true;
  if (head.reading.kind !== 'role' || head.rest.end > head.rest.start) return false;
  return digest.lines[at + 1]?.heads.some(({ form, reading }) => form === 'bare' && reading.titles.length > 0) ?? false;
}

/** @returns what the file's lines of one kind have in common: 县长 何砚： and 局长 罗青： are set alike */
export function keyOf({ head }: Candidate): string {
  return `${head.form}/${head.reading.shape}`;
}

export function isStrong({ reading }: Head): boolean {
  return (reading.certainty === 'confirmed' || reading.certainty === 'clear') && reading.shape !== 'nameless';
}

/** 市财政局局长于是之：… names an office: whoever it is, a body line hardly begins so. */
export function hasOffice({ line, reading }: Head): boolean {
  const last = reading.titles.at(-1);
  return reading.kind === 'person' && last !== undefined && officeAtEnd(textOf(line.text, last)) !== null;
}
