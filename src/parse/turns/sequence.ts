import type { Digest } from '../digest.js';
import { isCaption, speakerOf } from '../digest.js';
import type { Candidate } from './candidate.js';

/** A candidate with what speaks for it, and how much worse the file reads when it is decided otherwise. */
export interface Scored extends Candidate {
  score: number;
  /** Best sequence with it less best without it: above 0 it is taken. */
  margin: number;
  /** Best sequence with it less the best with another reading of the line. */
  rival: number;
}

/** How speakers stand to their words, for the cost of a change between two turns. */
type Family = 'none' | 'lone' | 'marked' | 'bare' | 'after';
const FAMILIES: readonly Family[] = ['none', 'lone', 'marked', 'bare', 'after'];
/** Below a family stands whether words followed the last speaker line yet. */
const STATES = FAMILIES.length * 2;

/** A speaker line with no words of its own, before another one or at the end. */
const EMPTY = 3;
/** Words that nobody signs, in a file whose speakers stand below their words. */
const UNSIGNED = 2.5;
/** Words above the first speaker that introduce nothing. */
const ABOVE = 0.5;
/** By the family of the turn before and of this one. */
const CHANGE: Record<Family, Record<Family, number>> = {
  none: { none: 0, lone: 0, marked: 0, bare: 0, after: 0 },
  lone: { none: 0, lone: 9, marked: 6.5, bare: 6.5, after: 6.5 },
  marked: { none: 0, lone: 9, marked: 0, bare: 1, after: 2 },
  bare: { none: 0, lone: 9, marked: 0.5, bare: 0, after: 2 },
  after: { none: 0, lone: 9, marked: 1, bare: 2, after: 0 },
};

function familyOf({ head, after }: Candidate, isLone: boolean): Family {
  if (after) return 'after';
  if (isLone) return 'lone';
  return head.form === 'bare' || head.form === 'dash' || head.form === 'signature' ? 'bare' : 'marked';
}

/** One line with its readings, of which at most one is taken. */
interface Step {
  readings: { each: Scored; costs: readonly number[]; next: number }[];
  /** Words stand between the line before with readings and this one. */
  words: boolean;
}

/**
 * Reads the file as the best sequence of turns (max-sum over the lines that may begin one): the sum of what speaks for
 * each line, less what a change of form costs, an empty speech, and words that nobody says. Sets each margin.
 * @param lone the candidate that a lone speech's frame names as its speaker, or null
 * @returns the turns of the best sequence, in order
 */
export function bestSequence(digest: Digest, candidates: readonly Scored[], lone: Candidate | null): Scored[] {
  const steps = stepsOf(digest, candidates, lone);
  const forward = sweep(steps);
  const backward = sweepBack(digest, steps, candidates.at(-1)?.at ?? 0);
  const taken: Scored[] = [];
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] as Step;
    const best = weigh(step, forward[index] as number[], backward[index + 1] as number[]);
    if (best) taken.push(best);
  }
  return taken;
}

/** Sets the margins of a line's readings. @returns the one that the best sequence takes, or null */
function weigh({ readings }: Step, from: readonly number[], to: readonly number[]): Scored | null {
  let without = Number.NEGATIVE_INFINITY;
  for (let state = 0; state < STATES; state++)
    without = Math.max(without, (from[state] ?? 0) + (to[skipped(state)] ?? 0));
  let most = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const { each, costs, next } of readings) {
    let best = Number.NEGATIVE_INFINITY;
    for (let state = 0; state < STATES; state++) best = Math.max(best, (from[state] ?? 0) - (costs[state] ?? 0));
    each.margin = best + each.score + (to[next] ?? 0);
    if (each.margin > most) second = most;
    else second = Math.max(second, each.margin);
    most = Math.max(most, each.margin);
  }
  let taken: Scored | null = null;
  for (const { each } of readings) {
    const sum = each.margin;
    each.rival = sum - (sum === most ? second : most);
    each.margin = Math.min(each.rival, sum - without);
    if (each.margin > 0) taken = each;
  }
  return taken;
}

function stepsOf(digest: Digest, candidates: readonly Scored[], lone: Candidate | null): Step[] {
  const steps: Step[] = [];
  let last: Scored | null = null;
  for (const each of candidates) {
    const family = FAMILIES.indexOf(familyOf(each, lone !== null && each.at === lone.at && !each.after));
    const hasRest = each.head.rest.end > each.head.rest.start && each.head.form !== 'byline';
    // Words on the line of a signature are those that it signs.
    const costs = COSTS[family * 2 + (hasRest ? 1 : 0)] as number[];
    const reading = { each, costs, next: family * 2 + (hasRest && !each.after ? 1 : 0) };
    if (last?.at === each.at) steps.at(-1)?.readings.push(reading);
    else steps.push({ readings: [reading], words: wordsBetween(digest, last, each.at) });
    last = each;
  }
  return steps;
}

/** Whether text stands between two lines, a caption of the first left out. */
function wordsBetween(digest: Digest, last: Candidate | null, end: number): boolean {
  const from = last === null ? firstBelowTitle(digest) : last.at + 1;
  const name = last === null ? null : speakerOf(last.head);
  for (let at = from; at < end; at++) {
    const each = digest.lines[at];
    if (each?.kind === 'text' && !isCaption(each, name) && (last !== null || !digest.isHeadlineLike(at))) return true;
  }
  return false;
}

function firstBelowTitle(digest: Digest): number {
  return digest.lines.findIndex(({ kind }) => kind === 'text') + 1;
}

const skipped = (state: number) => state | 1;

/** What a turn of each family costs, without and with words on its line, by the state before it. */
const COSTS = FAMILIES.flatMap((own) =>
  [false, true].map((hasRest) =>
    Array.from({ length: STATES }, (_, state) => {
      const before = FAMILIES[state >> 1] as Family;
      const hasWords = (state & 1) === 1;
      const change = CHANGE[before][own];
      if (own === 'after') return change + (hasWords || hasRest ? 0 : EMPTY);
      if (before === 'after') return change + (hasWords ? UNSIGNED : 0);
      if (before === 'none') return change + (hasWords ? ABOVE : 0);
      return change + (hasWords ? 0 : EMPTY);
    }),
  ),
);
const NOTHING: readonly number[] = new Array(STATES).fill(Number.NEGATIVE_INFINITY);

/** @returns for each step the best sum of all before it, by state, words between it and the last one counted */
function sweep(steps: readonly Step[]): number[][] {
  const all = [NOTHING.slice()];
  (all[0] as number[])[0] = 0;
  for (const [index, { readings, words }] of steps.entries()) {
    const from = all[index] as number[];
    const to = NOTHING.slice();
    for (let state = 0; state < STATES; state++) {
      const sum = from[state] ?? 0;
      if (sum === Number.NEGATIVE_INFINITY) continue;
      // Words make of a state the one above it, which comes next.
      if (words && state !== skipped(state)) {
        from[skipped(state)] = Math.max(from[skipped(state)] ?? 0, sum);
        from[state] = Number.NEGATIVE_INFINITY;
        continue;
      }
      to[skipped(state)] = Math.max(to[skipped(state)] ?? 0, sum);
      for (const { each, costs, next } of readings)
        to[next] = Math.max(to[next] ?? 0, sum + each.score - (costs[state] ?? 0));
    }
    all.push(to);
  }
  return all;
}

/** @returns for each step the best sum of it and all behind it, by the state behind the line before */
function sweepBack(digest: Digest, steps: readonly Step[], lastAt: number): number[][] {
  const end: number[] = new Array(STATES).fill(0);
  const words = digest.nextText(lastAt + 1, digest.lines.length, null) >= 0;
  for (let state = 0; state < STATES; state++) {
    const family = FAMILIES[state >> 1] as Family;
    const hasWords = words || (state & 1) === 1;
    if (family === 'after') end[state] = hasWords ? -UNSIGNED : 0;
    else if (family !== 'none') end[state] = hasWords ? 0 : -EMPTY;
  }
  const all: number[][] = new Array(steps.length + 1);
  all[steps.length] = end;
  for (let index = steps.length - 1; index >= 0; index--) {
    const { readings, words: between } = steps[index] as Step;
    const to = all[index + 1] as number[];
    const from = NOTHING.slice();
    for (let given = 0; given < STATES; given++) {
      const state = between ? skipped(given) : given;
      let best = to[skipped(state)] ?? 0;
      for (const { each, costs, next } of readings)
        best = Math.max(best, each.score - (costs[state] ?? 0) + (to[next] ?? 0));
      from[given] = best;
    }
    all[index] = from;
  }
  return all;
}
