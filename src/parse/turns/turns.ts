import type { Digest, DigestLine } from '../digest.js';
import { layouts } from '../layouts/index.js';
import type { Layout, Segment } from '../layouts/layout.js';
import { type Candidate, candidatesOf, isStrong } from './candidate.js';
import { cutTurns } from './cut.js';
import { CERTAINTY, Pattern, repeatedKinds } from './evidence.js';
import { isAfterword, isGroupHead } from './nobody.js';
import { bestSequence, type Scored } from './sequence.js';

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
  const all = candidatesOf(digest);
  if (all.length === 0) return null;
  const lone = loneSpeaker(digest, all);
  const strong = all.filter(({ head, after }) => isStrong(head) && !after && isMarked(head.form, head.reading.titles));
  const repeated = strong.length > 0 ? [] : repeatedKinds(all);
  const first = sequence(digest, all, strong.length > 0 ? strong : repeated, repeated, lone, wanted);
  const { turns, scored } =
    first.turns.length === 0 ? first : sequence(digest, all, first.turns, repeated, lone, wanted);
  if (turns.length === 0) return null;
  return choiceOf(digest, turns, scored, { lone, wanted, repeats: new Set(repeated.map(({ at }) => at)) });
}

function isMarked(form: string, titles: readonly unknown[]): boolean {
  return (form !== 'bare' && form !== 'dash' && form !== 'signature') || titles.length > 0;
}

function sequence(
  digest: Digest,
  all: readonly Candidate[],
  known: readonly Candidate[],
  repeated: readonly Candidate[],
  lone: Candidate | null,
  wanted: Layout | undefined,
): { turns: Scored[]; scored: Scored[] } {
  const pattern = new Pattern(digest, known, all);
  const repeats = new Set(repeated);
  const scored = all.map((each) => {
    let score = pattern.score(each);
    if (repeats.has(each) && (repeated.length > 1 || pattern.isFirst(each))) score += REPEATED;
    if (each === lone) score += FRAMED;
    if (wanted?.fits(segmentOf(each)) === true) score += WANTED;
    return { ...each, score, margin: 0 };
  });
  const best = bestSequence(digest, scored, lone);
  if (process.env.DBG)
    for (const c of scored)
      console.log(
        c.at + 1,
        c.head.form,
        c.head.reading.shape,
        c.head.reading.certainty,
        c.after ? 'after' : '',
        c.score.toFixed(2),
        c.margin.toFixed(2),
        c.head.line.trimmed.slice(0, 30),
        best.includes(c) ? 'TAKEN' : '',
      );
  return { turns: best, scored };
}

/** A candidate as a layout looks at it, before the file is cut. */
function segmentOf({ head, at, after }: Candidate): Segment {
  const text = head.rest.end > head.rest.start ? { line: head.line, span: head.rest } : null;
  return { head, at, after, first: at, end: at + 1, headline: null, text };
}

function choiceOf(
  digest: Digest,
  turns: readonly Scored[],
  scored: readonly Scored[],
  { lone, wanted, repeats }: { lone: Candidate | null; wanted: Layout | undefined; repeats: ReadonlySet<number> },
): Choice {
  const titled = turns.find(({ at }) => at === lone?.at) ?? null;
  const segments: Segment[] = [];
  const shared: Segment[] = [];
  const asides: Nobodys[] = [];
  for (const [index, segment] of cutTurns(digest, turns, titled).entries()) {
    if (segment.head.reading.shape === 'several') {
      shared.push(segment);
      asides.push({ after: segments.length, lines: range(segment.first, segment.end) });
      continue;
    }
    const isUnsure = (turns[index]?.margin ?? 0) < SURE && !repeats.has(segment.at);
    segments.push({ ...segment, unsure: isUnsure });
    const nobodys = nobodysIn(digest, segment, index + 1 < turns.length);
    if (nobodys.length > 0) asides.push({ after: segments.length, lines: nobodys });
  }
  const taken = new Set(turns.map(({ at }) => at));
  const refused = scored.filter(({ at, margin, score }) => !taken.has(at) && margin > NEARLY && score > NEARLY);
  const sum = segments.reduce((total, { head }) => total + Math.min(1, CERTAINTY[head.reading.certainty] / 2.5), 0);
  const confidence = Math.round((sum / Math.max(1, segments.length)) * 100) / 100;
  return {
    layout: segments.length > 0 ? layoutOf(segments, wanted) : null,
    segments,
    asides,
    shared,
    refused,
    confidence,
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Lines of the stretch that the speaker did not say: the head of the next group, the editor's afterword. */
function nobodysIn(digest: Digest, { at, first, end, after }: Segment, isFollowed: boolean): number[] {
  if (after) return [];
  for (let index = Math.max(at, first) + 1; index < end; index++) {
    const { line, kind } = digest.lines[index] as DigestLine;
    if (kind === 'text' && isAfterword(line.trimmed)) return range(index, end);
  }
  let from = end;
  while (isFollowed && from - 1 > at && isGroupHead(digest.lines[from - 1]?.line.trimmed ?? '')) from--;
  return range(from, end);
}

/** The layout that most speeches are set in, of equals the more particular. */
function layoutOf(segments: readonly Segment[], wanted: Layout | undefined): Layout {
  let best = layouts[0] as Layout;
  let most = 0;
  for (const layout of layouts) {
    const count = segments.filter((segment) => layout.fits(segment)).length + (layout === wanted ? 0.5 : 0);
    if (count <= most) continue;
    best = layout;
    most = count;
  }
  return best;
}

/** Title, occasion, date and source are all that may stand above the speaker of a lone speech. */
const HIGHEST = 6;

/** @returns the line that names who gives the lone speech of a file: title, ——在…上的讲话, titles name, (date) */
function loneSpeaker(digest: Digest, all: readonly Candidate[]): Candidate | null {
  const only = all.find(
    ({ head, after }) => !after && head.form === 'bare' && head.ornament !== 'label' && head.reading.titles.length > 0,
  );
  if (!only || only.at > HIGHEST) return null;
  const above = digest.lines.slice(0, only.at).filter(({ kind }) => kind === 'text');
  const texts = above.map(({ line }) => line.trimmed);
  if (texts.filter((text) => !isBesideTitle(text)).length > 1) return null;
  const below = digest.lines.slice(only.at + 1, only.at + 4).map(({ line }) => line.trimmed);
  const others = all.some(
    ({ head, after }) =>
      !after &&
      head !== only.head &&
      head.form === 'bare' &&
      head.reading.certainty !== 'doubtful' &&
      head.reading.certainty !== 'likely' &&
      head.reading.titles.length > 0,
  );
  if (others) return null;
  const isFramed = texts.some((text) => OCCASION.test(text)) || below.some((text) => SALUTATION.test(text));
  return isFramed || !all.some(({ head, at }) => at !== only.at && isStrong(head)) ? only : null;
}

/** The occasion or the date: no headline of its own. */
function isBesideTitle(text: string): boolean {
  return /^[——―-]{1,2}/u.test(text) || /^[（(].*[）)]$/u.test(text);
}

const OCCASION = /^[—―–-]{1,4}\s*在.{2,60}(?:讲话|报告|致辞|講話)$/u;
const SALUTATION =
  /^(?:[（(](?:19|20|二〇)[\d〇一二三四五六七八九十年月日.\-/\s]{4,16}[）)]|[\p{Script=Han}、，,\s]{0,20}(?:同志们|代表们|委员们|老师们|同学们|朋友们|各位[\p{Script=Han}]{2,6}|女士们|先生们|来宾们)[\p{Script=Han}、，,\s]{0,24}[：:！!])$/u;
