import { type Digest, type DigestLine, isCaption, isHeadlineText, speakerOf } from '../digest.js';
import type { Form, Head } from '../head.js';
import { isLede } from '../lede.js';
import { castNames } from '../namedLines.js';
import type { Certainty } from '../people/glued.js';
import { identityOf } from '../people/name.js';
import { officeAtEnd } from '../people/offices.js';
import { textOf } from '../text/span.js';

/** What a reading counts by its certainty. */
export const CERTAINTY: Record<Certainty, number> = { confirmed: 3, clear: 2.5, fair: 1.8, likely: 1, doubtful: 0.8 };

/** One line's reading beside the place where it stands. */
export interface Candidate {
  at: number;
  head: Head;
}

/**
 * Decides which lines of a file are speaker lines, among those whose speaker stands before the text. A line
 * that is certain by itself is one. A weaker one must look like the certain ones, and stand where a speech
 * can begin: a colon alone promotes nothing.
 */
export function acceptHeads(digest: Digest, forms: readonly Form[]): Candidate[] {
  const candidates = candidatesOf(digest, forms);
  const strong = candidates.filter(({ head }) => isStrong(head));
  // An explicit line is the editor's word even where the name was left out: that is an error to be shown.
  return strong.length > 0 ? besideStrong(digest, candidates, strong) : byPattern(digest, candidates);
}

/** The best reading of each line in one of the forms. */
function candidatesOf(digest: Digest, forms: readonly Form[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < digest.lines.length; at++) {
    const { kind, heads } = digest.lines[at] as DigestLine;
    if (heads.length === 0 || kind !== 'text') continue;
    const head = bestOf(heads, forms);
    if (head && !isCast(digest, at, head)) candidates.push({ at, head });
  }
  return candidates;
}

/** The most certain, of equals the first. */
function bestOf(heads: readonly Head[], forms: readonly Form[]): Head | null {
  let best: Head | null = null;
  for (const head of heads) {
    if (!forms.includes(head.form)) continue;
    if (best === null || CERTAINTY[head.reading.certainty] > CERTAINTY[best.reading.certainty]) best = head;
  }
  return best;
}

/** 嘉宾： with names and titles below it is the list of those present, no turn to speak. */
function isCast(digest: Digest, at: number, head: Head): boolean {
  if (head.reading.kind !== 'role') return false;
  if (head.rest.end > head.rest.start) return castNames(head.line).length > 0;
  return digest.lines[at + 1]?.heads.some(({ form, reading }) => form === 'bare' && reading.titles.length > 0) ?? false;
}

function isStrong({ reading }: Head): boolean {
  return (reading.certainty === 'confirmed' || reading.certainty === 'clear') && reading.shape !== 'nameless';
}

function keyOf({ form, reading }: Head): string {
  return `${form}/${reading.shape}`;
}

/** How the words behind the speaker look: a headline, text, or nothing. */
function restOf({ line, rest }: Head): 'empty' | 'headline' | 'text' {
  if (rest.end <= rest.start) return 'empty';
  const text = textOf(line.text, rest);
  return text.length <= 48 && isHeadlineText(text) ? 'headline' : 'text';
}

function besideStrong(digest: Digest, candidates: readonly Candidate[], strong: readonly Candidate[]): Candidate[] {
  // Most files leave nothing to be found out.
  if (strong.length === candidates.length) return [...candidates];
  // What the first pass accepts shows the file's pattern better: organisations beside persons, for one.
  const first = acceptedBy(new Pattern(digest, strong, candidates), candidates);
  return first.length === strong.length ? first : acceptedBy(new Pattern(digest, first, candidates), candidates);
}

function acceptedBy(pattern: Pattern, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((candidate) => {
    const { head } = candidate;
    if (isStrong(head) || head.form === 'explicit') return true;
    const evidence = pattern.evidence(candidate);
    switch (head.reading.certainty) {
      case 'fair':
        return evidence >= 1;
      case 'doubtful':
        return evidence >= (head.reading.shape === 'nameless' ? 2 : 1.5);
      default:
        return evidence >= pattern.needed(head);
    }
  });
}

/** 市财政局局长, 县委常委: the offices of a digest belong to a place; 各级干部 belongs to none. */
const OF_A_PLACE =
  /^(?:[省市县區区州旗镇乡县]|[\p{Script=Han}]{1,6}[省市县区州旗镇乡])[\p{Script=Han}、，,（）()\s]{1,40}$/u;

/**
 * Lines that look like the file's speaker lines, stand where a speech can begin, and were not accepted: the
 * text below one would go to the speaker above, so an editor must look.
 */
export function suspectHeads(digest: Digest, forms: readonly Form[], accepted: readonly Candidate[]): Candidate[] {
  if (accepted.length === 0) return [];
  const candidates = candidatesOf(digest, forms);
  const taken = new Set(accepted.map(({ at }) => at));
  const others = candidates.filter(({ at }) => !taken.has(at));
  if (others.length === 0) return [];
  const pattern = new Pattern(digest, accepted, candidates);
  return others.filter((candidate) => {
    if (hasOffice(candidate.head)) return true;
    return restOf(candidate.head) !== 'text' && pattern.evidence(candidate) >= SUSPICIOUS;
  });
}

const SUSPICIOUS = 1.5;

/** 市财政局局长于是之：… names an office: whoever it is, a body line hardly begins so. */
function hasOffice({ line, reading }: Head): boolean {
  const last = reading.titles.at(-1);
  return reading.kind === 'person' && last !== undefined && officeAtEnd(textOf(line.text, last)) !== null;
}

/** What the certain speaker lines of a file have in common. */
class Pattern {
  readonly isTranscript: boolean;
  readonly #digest: Digest;
  readonly #keys: Set<string>;
  readonly #rests: Set<string>;
  readonly #ornaments: Set<string>;
  readonly #gaps: boolean;
  /** The first line of text below the title: a speech may begin there. */
  readonly #firstText: number;

  /** @param candidates those that may yet prove to be speaker lines: an empty line before one breaks no pattern */
  constructor(digest: Digest, strong: readonly Candidate[], candidates: readonly Candidate[]) {
    this.#digest = digest;
    this.#firstText = firstTextOf(digest);
    this.#keys = new Set(strong.map(({ head }) => keyOf(head)));
    this.#rests = new Set(strong.map(({ head }) => restOf(head)));
    this.#ornaments = new Set(strong.map(({ head }) => ornamentOf(head)).filter((ornament) => ornament !== 'none'));
    const others = strong.filter(({ at }) => at > 0);
    const own = new Set(strong.map(({ at }) => at));
    for (const { at, head } of candidates) if (restOf(head) !== 'text') own.add(at);
    let gapsElsewhere = 0;
    for (let at = 0; at < digest.lines.length; at++) {
      const { gap, kind } = digest.lines[at] as DigestLine;
      if (gap && kind === 'text' && !own.has(at)) gapsElsewhere++;
    }
    this.#gaps = others.length > 0 && others.every(({ at }) => digest.lines[at]?.gap) && gapsElsewhere <= strong.length;
    this.isTranscript = strong.length > 1 && [...this.#rests].every((rest) => rest !== 'headline');
  }

  /** How much has to speak for a line that could be a speaker line. In a transcript anyone may take a turn. */
  needed({ reading, rest }: Head): number {
    if (this.isTranscript && reading.shape === 'role') return 0.5;
    if (this.isTranscript && reading.shape === 'name' && rest.end <= rest.start) return 1.5;
    return reading.shape === 'spaced' ? 1.5 : 2.5;
  }

  evidence({ at, head }: Candidate): number {
    const lines = this.#digest.lines;
    let sum = 0;
    const before = lines[at - 1];
    const next = lines[at + 1];
    if (before?.detail) sum += 2;
    if (at === this.#firstText) sum += 2;
    if (this.#gaps && lines[at]?.gap) sum += 1.5;
    if (next && isCaption(next, speakerOf(head))) sum += 2;
    if (head.reading.shape === 'nameless')
      sum += (next?.lone ? 2 : 0) + (OF_A_PLACE.test(textOf(head.line.text, head.label)) ? 1.5 : 0);
    if (this.#ornaments.has(ornamentOf(head))) sum += 2;
    if (this.#keys.has(keyOf(head))) sum += 1;
    if (this.isTranscript && head.reading.kind === 'role' && this.#rests.has(restOf(head))) sum += 0.5;
    if (this.#rests.has(restOf(head)) && (restOf(head) !== 'text' || hasOffice(head))) sum += 0.5;
    return sum;
  }
}

function ornamentOf(head: Head): string {
  return head.ornament === 'none' && head.line.strong ? 'bold' : head.ornament;
}

/** Without any certain line the file's own repetition is the evidence: the largest group of one form. */
function byPattern(digest: Digest, candidates: readonly Candidate[]): Candidate[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { shape } = candidate.head.reading;
    // Persons by name and roles take turns in a transcript: one group.
    const group = shape === 'name' || shape === 'role' ? `${candidate.head.form}/turn` : keyOf(candidate.head);
    const known = groups.get(group);
    if (known) known.push(candidate);
    else groups.set(group, [candidate]);
  }
  const weight = (group: readonly Candidate[]) =>
    group.reduce((sum, { head }) => sum + CERTAINTY[head.reading.certainty], 0);
  const ranked = [...groups.values()].sort((a, b) => weight(b) - weight(a));
  const best = ranked[0];
  if (!best) return [];
  if (best.length === 1 && best[0] && !standsAlone(digest, best[0])) return [];
  const chosen = new Set(best);
  // A nameless speaker line is one that lost its name: it stays visible as an error beside any group.
  return candidates.filter(
    (each) =>
      chosen.has(each) ||
      each.head.form === 'explicit' ||
      (each.head.reading.shape === 'nameless' && restOf(each.head) === 'headline'),
  );
}

/** One weak line alone is a speaker line only where a speech must begin: right below the title. */
function standsAlone(digest: Digest, { at, head }: Candidate): boolean {
  const textBefore = digest.lines.slice(0, at).filter(({ kind, lone }) => kind === 'text' && lone === null).length;
  if (head.reading.certainty === 'fair') return true;
  return textBefore <= 2 && (head.reading.kind === 'person' || restOf(head) !== 'empty');
}

/** True when the same person speaks again and again. */
export function takesTurns(candidates: readonly Candidate[]): boolean {
  const names = candidates
    .filter(({ head }) => head.reading.kind === 'person')
    .map(({ head }) => identityOf(speakerOf(head)));
  return new Set(names).size < names.length;
}

const firstTexts = new WeakMap<Digest, number>();

/** The first line of text below title, subtitles and lede, or -1. */
function firstTextOf(digest: Digest): number {
  const known = firstTexts.get(digest);
  if (known !== undefined) return known;
  const first = findFirstText(digest);
  firstTexts.set(digest, first);
  return first;
}

function findFirstText(digest: Digest): number {
  const end = digest.lines.length;
  let at = digest.nextText(digest.nextText(0, end, null) + 1, end, null);
  while (at >= 0 && standsOnTop(digest, at)) at = digest.nextText(at + 1, end, null);
  return at;
}

function standsOnTop(digest: Digest, at: number): boolean {
  const each = digest.lines[at];
  if (!each) return false;
  return isLede(each.line.trimmed) || (each.heads.length === 0 && digest.isHeadlineLike(at));
}
