import type { SpeakerKind } from '../../records/speech.js';
import { unitsOf } from '../../typography/units.js';
import type { Span } from '../text/span.js';
import type { Certainty } from './glued.js';

/**
 * How a speaker line sets titles and name; `several` for two persons or more, of whom none is the speaker; `label` for
 * short words before a colon that name nobody known (男：, 后排的老先生：), which only a record of talks makes a turn.
 */
export type Shape =
  | 'spaced'
  | 'glued'
  | 'name'
  | 'name-titles'
  | 'organisation'
  | 'role'
  | 'label'
  | 'nameless'
  | 'several';

/** One way to read the words of a speaker line. Spans are offsets into the line's text. */
export interface Reading {
  kind: SpeakerKind;
  shape: Shape;
  certainty: Certainty;
  name: Span;
  titles: Span[];
  notes: Span[];
  /** Brackets, 同志: neither name nor title. */
  rest: Span[];
  /** Names that the words allow as well, when they leave a doubt. */
  alternatives: string[];
}

/** What has one of these inside is a sentence, and names no speaker. */
export const NEVER_IN_LABEL = unitsOf('。！？!?；;…');

/** @returns a reading without notes */
export function readingOf(
  kind: SpeakerKind,
  shape: Shape,
  certainty: Certainty,
  name: Span,
  titles: Span[] = [],
): Reading {
  return { kind, shape, certainty, name, titles, notes: [], rest: [], alternatives: [] };
}
