import type { Digest } from '../digest.js';
import { CERTAINTY } from './accept.js';
import { layouts } from './index.js';
import type { Layout, Segment } from './layout.js';

export interface Choice {
  layout: Layout;
  segments: Segment[];
  /** 0 to 1: how much of the file's speaker lines speaks for this layout. */
  confidence: number;
}

/**
 * Finds the layout whose speeches explain the file best: the certainty of its speaker lines, summed; those in
 * just its form count whole, the others a little less.
 * @param wanted id from the front matter: the editor's word goes before any score
 * @returns null where no layout finds a speaker
 */
export function chooseLayout(digest: Digest, wanted: string | undefined): Choice | null {
  let best: { layout: Layout; segments: Segment[]; score: number } | null = null;
  for (const layout of layouts) {
    if (wanted !== undefined && layout.id !== wanted) continue;
    const segments = layout.segment(digest);
    const score = scoreOf(layout, segments);
    if (score > 0 && score > (best?.score ?? 0)) best = { layout, segments, score };
  }
  if (!best) return null;
  const { layout, segments } = best;
  const certain = segments.reduce(
    (sum, { head }) => sum + Math.min(1, CERTAINTY[head.reading.certainty] / CERTAINTY.clear),
    0,
  );
  return { layout, segments, confidence: Math.round((certain / segments.length) * 100) / 100 };
}

function scoreOf(layout: Layout, segments: readonly Segment[]): number {
  const sum = segments.reduce(
    (total, segment) => total + CERTAINTY[segment.head.reading.certainty] * (layout.fits(segment) ? 1 : 0.9),
    0,
  );
  return sum * layout.weight;
}

/** @returns the ids that `layout:` in a front matter may name */
export function layoutIds(): string[] {
  return layouts.map(({ id }) => id);
}
