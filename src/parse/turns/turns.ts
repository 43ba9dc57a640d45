import { type Digest, type DigestLine, speakerOf } from '../digest.js';
import type { Head } from '../heads/head.js';
import { layouts } from '../layouts/index.js';
import type { Layout, Segment } from '../layouts/layout.js';
import { identityOf } from '../people/name.js';
import { type Candidate, candidatesOf, isStrong } from './candidate.js';
import { cutTurns } from './cut.js';
import { Pattern } from './evidence.js';
import { loneSpeaker } from './lone.js';
import { closesDocument, isAfterword, isGroupHead, isRemarkBehind } from './nobody.js';
import { bestSequence, type Scored } from './sequence.js';
import { CERTAINTY, isBareOffice, repeatedKinds, tellsOfSaying } from './traits.js';

/** Words that are nobody's, behind so many speeches. */
export interface Nobodys {
  after: number;
  lines: number[];
}

/** How a file is read: its speeches, what is nobody's, and how sure that is. */
export interface Choice {
  /** The layout that most speeches are set in; null where there is none. */
  layout: Layout | null;
  segments: Segment[];
  asides: Nobodys[];
  /** Turns that two persons or more share: whose words follow only the editor can say. */
  shared: Segment[];
  /** Lines that nearly were speakers' lines. */
  refused: Candidate[];
  /** 0 to 1: how certain the speaker lines are. */
  confidence: number;
}

/** Below it a turn is taken with a warning; as far below 0 one is refused with a warning. */
const SURE = 0.7;
const NEARLY = -1;
/** What the editor's word in the front matter counts for a line in the layout that it names. */
const WANTED = 2;
/** What a lone speech's frame counts for the speaker that it names. */
const FRAMED = 4;
/** What a pattern counts where it is all that a file has. */
const REPEATED = 1.5;

/**
 * Reads a file as the best sequence of turns.
 * @param wanted layout from the front matter: it weighs where two readings fit
 * @returns null where nobody speaks
 */
export function readTurns(digest: Digest, wanted: Layout | undefined): Choice | null {
  const choice = new Turns(digest, wanted).read();
  if (choice === null) return null;
  const isListed = digest.list(listedIn(digest, choice));
  if (!digest.introduce(introducedBy(digest, choice)) && !isListed) return choice;
  return new Turns(digest, wanted).read();
}

class Turns {
  readonly #digest: Digest;
  readonly #wanted: Layout | undefined;
  readonly #all: readonly Candidate[];
  readonly #lone: Candidate | null;
  /** The kind that repeats, in a file where no line is certain by itself. */
  readonly #repeated: ReadonlySet<Candidate>;
  readonly #repeatedLines: ReadonlySet<number>;
  /** What is certain by itself, or all that repeats. */
  readonly #known: readonly Candidate[];
  #pattern: Pattern;
  #scored: Scored[] = [];

  constructor(digest: Digest, wanted: Layout | undefined) {
    this.#digest = digest;
    this.#wanted = wanted;
    this.#all = candidatesOf(digest);
    this.#lone = loneSpeaker(digest, this.#all);
    const strong = this.#all.filter(({ head, after }) => isStrong(head) && !after && isMarked(head));
    this.#repeated = new Set(strong.length > 0 ? [] : repeatedKinds(this.#all));
    this.#repeatedLines = new Set([...this.#repeated].map(({ at }) => at));
    this.#known = strong.length > 0 ? strong : [...this.#repeated];
    this.#pattern = new Pattern(digest, this.#known, this.#all);
  }

  read(): Choice | null {
    if (this.#all.length === 0) return null;
    const first = this.#sequence();
    if (first.length === 0) return null;
    // Most files show their whole pattern in what is certain by itself.
    if (this.#isSame(first)) return this.#choice(first);
    // What the first pass takes shows the file's pattern better: organisations beside persons, for one.
    this.#pattern = new Pattern(this.#digest, first, this.#all);
    const turns = this.#sequence();
    return turns.length > 0 ? this.#choice(turns) : null;
  }

  #isSame(turns: readonly Scored[]): boolean {
    return turns.length === this.#known.length && turns.every(({ head }, index) => head === this.#known[index]?.head);
  }

  #sequence(): Scored[] {
    this.#scored = [];
    for (const each of this.#all) {
      const { at, head, after } = each;
      this.#scored.push({ at, head, after, score: this.#score(each), margin: 0, rival: 0 });
    }
    return bestSequence(this.#digest, this.#scored, this.#lone);
  }

  #score(candidate: Candidate): number {
    let score = this.#pattern.score(candidate);
    const isRepeated = this.#repeated.size > 1 && this.#repeated.has(candidate);
    if (isRepeated || this.#mayBeOnly(candidate)) score += REPEATED;
    if (candidate === this.#lone) score += FRAMED;
    if (this.#wanted?.fits(segmentOf(candidate)) === true) score += WANTED;
    return score;
  }

  /** Where no line is certain, the first below the title may be the only one. */
  #mayBeOnly(candidate: Candidate): boolean {
    return !this.#pattern.hasStrong && candidate.head.reading.shape !== 'label' && this.#pattern.isFirst(candidate);
  }

  #choice(turns: readonly Scored[]): Choice {
    const titled = turns.find(({ at }) => at === this.#lone?.at) ?? null;
    const segments: Segment[] = [];
    const shared: Segment[] = [];
    const asides: Nobodys[] = [];
    const bare = turns.filter(({ head }) => head.form === 'colon' && isBareOffice(head)).length;
    const areBareFew = bare * 3 <= turns.length;
    const cut = cutTurns(this.#digest, turns, titled);
    const headOfGroup = formOf(this.#digest, (cut[0]?.first ?? 0) - 1);
    for (const [index, segment] of cut.entries()) {
      if (segment.head.reading.shape === 'several') {
        shared.push(segment);
        asides.push({ after: segments.length, lines: range(segment.first, segment.end) });
        continue;
      }
      segment.unsure = this.#isUnsure(turns[index] as Scored, areBareFew);
      segments.push(segment);
      const nobodys = nobodysIn(this.#digest, segment, turns[index + 1], headOfGroup);
      if (nobodys.length > 0) asides.push({ after: segments.length, lines: nobodys });
    }
    const taken = new Set(turns.map(({ at }) => at));
    const isNear = ({ at, margin, score }: Scored) => !taken.has(at) && margin > NEARLY && score > NEARLY;
    return {
      layout: segments.length > 0 ? layoutOf(segments, this.#wanted) : null,
      segments,
      asides,
      shared,
      refused: this.#scored.filter(isNear),
      confidence: confidenceOf(segments),
    };
  }

  #isUnsure(turn: Scored, areBareFew: boolean): boolean {
    const { at, margin, head, rival } = turn;
    if (!this.#pattern.isTranscript && tellsOfSaying(head)) return true;
    if (this.#pattern.isOdd(turn)) return true;
    if (areBareFew && head.form === 'colon' && isBareOffice(head)) return true;
    // A name between two empty lines may stand below its words as well as above them.
    const isApart = this.#digest.lines[at]?.gap === true && this.#digest.lines[at + 1]?.gap === true;
    if (rival < SURE || (isApart && head.form === 'bare' && head.level === 0 && head.reading.titles.length === 0))
      return true;
    return margin < SURE && !this.#repeatedLines.has(at);
  }
}

/** @returns lines that name someone who says nothing there, and speaks elsewhere */
function listedIn(digest: Digest, { segments }: Choice): number[] {
  const speak = new Set<string>();
  const silent: Segment[] = [];
  const above: Segment[] = [];
  for (const segment of segments) {
    const { head, text, at, first, end, after } = segment;
    const name = speakerOf(head);
    const hasWords = text !== null || digest.nextText(after ? first : at + 1, after ? at : end, name) >= 0;
    // 【对话】嵇鹤龄：古琴不是博物馆里的标本 is the title, and he answers below.
    const isTitle =
      head.ornament !== 'none' && digest.nextText(0, at, null) < 0 && segment.headline !== null && segments.length > 2;
    if (hasWords && !isTitle) speak.add(identityOf(name));
    else if (speak.size === 0 && head.form !== 'explicit' && head.ornament === 'label') above.push(segment);
    // 主持人： with nothing below has lost its words, and is told.
    else if (isTitle || (head.form === 'bare' && head.reading.titles.length > 0)) silent.push(segment);
  }
  // 听证主持人：麻建国 above all that is said.
  const listed = speak.size > 0 ? above : [];
  return [...listed, ...silent.filter(({ head }) => speak.has(identityOf(speakerOf(head))))].map(({ at }) => at);
}

/** @returns those whom a turn names with titles and nothing vouched for yet, and where */
function introducedBy(digest: Digest, { segments }: Choice): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const { head, at } of segments) {
    const name = speakerOf(head);
    if (head.reading.kind === 'person' && head.reading.titles.length > 0 && !digest.people.has(name))
      names.set(name, at);
  }
  return names;
}

function isMarked({ form, reading }: Candidate['head']): boolean {
  return (form !== 'bare' && form !== 'dash' && form !== 'signature') || reading.titles.length > 0;
}

/** A candidate as a layout looks at it, before the file is cut. */
function segmentOf({ head, at, after }: Candidate): Segment {
  const text = head.rest.end > head.rest.start ? { line: head.line, span: head.rest } : null;
  return { head, at, after, first: at, end: at + 1, headline: null, text };
}

function confidenceOf(segments: readonly Segment[]): number {
  const sum = segments.reduce(
    (total, { head }) => total + Math.min(1, CERTAINTY[head.reading.certainty] / CERTAINTY.clear),
    0,
  );
  return Math.round((sum / Math.max(1, segments.length)) * 100) / 100;
}

function range(from: number, to: number): number[] {
  const lines: number[] = [];
  for (let at = from; at < to; at++) lines.push(at);
  return lines;
}

/** Lines of the stretch that the speaker did not say: the head of the next group, the editor's afterword. */
function nobodysIn(
  digest: Digest,
  { at, first, end, after }: Segment,
  next: Candidate | undefined,
  headOfGroup: string | null,
): number[] {
  if (after) return [];
  for (let index = Math.max(at, first) + 1; index < end; index++) {
    const { line, kind } = digest.lines[index] as DigestLine;
    const isText = kind === 'text' || (kind === 'furniture' && digest.nextText(index + 1, end, null) >= 0);
    if (isText && isAfterword(line)) return range(index, end);
  }
  let from = end;
  for (let last = end - 1; last > at; last--) {
    if (digest.lines[last]?.kind !== 'text') continue;
    if (!isNobodys(digest, last, next, headOfGroup)) break;
    from = last;
  }
  return range(from, end);
}

function isNobodys(digest: Digest, at: number, next: Candidate | undefined, headOfGroup: string | null): boolean {
  const { line, heads, kind, gap } = digest.lines[at] as DigestLine;
  if (kind === 'text' && heads.every(isLabel) && isRemarkBehind(line.trimmed)) return true;
  if (next === undefined) return kind === 'text' && gap && heads.every(isNobody) && closesDocument(line.trimmed);
  return headsGroup(digest, at, next, headOfGroup) || standsApart(digest, at, next);
}

/** 评委点评, 以下为书面发言：: a short line between two empty ones, above a speaker whose headline is on his own line. */
function standsApart(digest: Digest, at: number, { head, at: next }: Candidate): boolean {
  const { line, gap, heads } = digest.lines[at] as DigestLine;
  const text = line.trimmed;
  const isShort = text.length <= 14 && !line.endsInStop && !/[，,；;。！？!?”]/u.test(text);
  return (
    isShort &&
    gap &&
    at === next - 1 &&
    heads.every(isLabel) &&
    head.form === 'colon' &&
    !/^[一二三四五六七八九十]、/u.test(text)
  );
}

function isNobody({ reading }: Head): boolean {
  return reading.shape === 'label' || reading.kind === 'organisation';
}

function isLabel({ reading }: Head): boolean {
  return reading.shape === 'label';
}

function headsGroup(digest: Digest, at: number, next: Candidate, headOfGroup: string | null): boolean {
  const { line, opening } = digest.lines[at] as DigestLine;
  if (isGroupHead(line.trimmed)) return true;
  if (headOfGroup !== null && formOf(digest, at) === headOfGroup) return true;
  return digest.isHeadlineLike(at) && opening.level > 0 && next.head.level > opening.level;
}

/** How a short line is marked that heads a group: 【部门篇】, ★ 青石代表团, 一、市直部门发言; null for an unmarked one. */
function formOf(digest: Digest, at: number): string | null {
  const each = digest.lines[at];
  if (!each || at < 1 || each.line.content.end - each.line.content.start > 24) return null;
  const text = each.line.trimmed;
  const bracket = /^[【［[〔（(].*[】］\]〕）)]$|^[—―─]{1,3}.*[—―─]{1,3}$/u.test(text) ? text.slice(0, 1) : '';
  if (bracket === '' && !digest.isHeadlineLike(at)) return null;
  const { ornament, level } = each.opening;
  return bracket === '' && ornament === 'none' ? null : `${bracket}${ornament}${level}`;
}

/** The layout that most speeches are set in, of equals the more particular. */
function layoutOf(segments: readonly Segment[], wanted: Layout | undefined): Layout {
  let best = layouts[0] as Layout;
  let most = 0;
  for (const layout of layouts) {
    let count = layout === wanted ? 0.5 : 0;
    for (const segment of segments) if (layout.fits(segment)) count += CERTAINTY[segment.head.reading.certainty];
    if (count <= most) continue;
    best = layout;
    most = count;
  }
  return best;
}
