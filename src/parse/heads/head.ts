import type { Reading } from '../people/reading.js';
import type { Line } from '../text/line.js';
import type { Span } from '../text/span.js';

/**
 * What marks a line's words as a speaker's: a colon behind them, brackets around them, a dash before them, round
 * brackets around the whole line or behind a headline, nothing (a line of their own), or the bars of an explicit
 * speaker line. Reported prose (何砚说，…) has a verb of saying.
 */
export type Form = 'colon' | 'bracket' | 'dash' | 'signature' | 'byline' | 'bare' | 'reported' | 'explicit';

/** A line read as a speaker line. Whether it begins a speech is the sequence's decision. */
export interface Head {
  line: Line;
  form: Form;
  reading: Reading;
  /** The words that name the speaker. */
  label: Span;
  /** What follows them on the line: a headline, or the text. May be empty. A byline has its headline before it. */
  rest: Span;
  /** What stands before them: ■■, a number, 两会声音｜, 发言人：. */
  prefix: Span;
  /** What the words stand behind: 发言人： says by itself that a speaker follows. */
  ornament: Ornament;
  /** Of `## words` and headings: how many levels down; 0 for another line. */
  level: number;
  /** Whether the rest looks like a headline, from the first time that somebody asked. */
  isHeadline: boolean | null;
}

export type Ornament = 'none' | 'bullet' | 'number' | 'column' | 'heading' | 'label' | 'time';

/** Where a line's words begin, behind a bullet, a number, a column. */
export interface Opening {
  start: number;
  ornament: Ornament;
  level: number;
}

/** UTF-16 units of a label, and of a line that is nothing else. */
export const LONGEST_LABEL = 80;
export const LONGEST_BARE = 60;

/** One literal for all of them: objects of several make are several times slower to read. */
export function headOf(line: Line, opening: Opening, form: Form, reading: Reading, label: Span, rest: Span): Head {
  const { start, ornament, level } = opening;
  const prefix = { start: line.content.start, end: start };
  return { line, form, reading, label, rest, prefix, ornament, level, isHeadline: null };
}
