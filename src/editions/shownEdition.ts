import { type Body, paragraphText } from '../records/body.js';
import type { Aside, Edition } from '../records/edition.js';
import { isShownNote } from '../records/note.js';
import type { Point } from '../records/point.js';
import type { Detail, Speech } from '../records/speech.js';
import { type Prose, readyProse } from '../render/plainProse.js';
import type { Display } from '../typography/display.js';
import type { FullTexts } from './fullText.js';

/** A point of an outline as its paragraph shows it. */
export interface ShownPoint {
  marker: string;
  title: string;
  points: ShownPoint[];
}

/** A text and its outline as pages show them. */
export interface ShownText {
  body: Prose;
  outline: ShownPoint[];
}

/** What pages show of a speech's text; plain data. */
export interface ShownSpeech extends ShownText {
  id: string;
  /** The first paragraph, or null where there is none. */
  opening: string | null;
  /** Those that stand beside the name. */
  notes: string[];
  detail: Detail | null;
  excerpt: boolean;
}

/** What pages show of an edition beside its speeches. */
export interface ShownAround {
  lede: string[];
  asides: Aside[];
  credits: string[];
}

/** An edition as its pages show it: worked out once, however many pages show it. */
export interface ShownEdition extends ShownAround {
  speeches: ShownSpeech[];
  /** Of the paragraphs of each speech: see `ShownBody`. */
  halfWidth: number[];
  /** The full texts that 详情 leads to, by the names of their files. */
  full: Map<string, ShownText>;
}

/** @returns what stands around the speeches, without them */
export function aroundOf({ lede, asides, credits }: ShownAround): ShownAround {
  return { lede, asides, credits };
}

export function showEdition(edition: Edition, texts: FullTexts['texts'], display: Display): ShownEdition {
  const speeches: ShownSpeech[] = [];
  const halfWidth: number[] = [];
  for (const speech of edition.speeches) {
    const shown = display.body(speech.body);
    speeches.push(showSpeech(speech, shown.body, display));
    halfWidth.push(shown.halfWidth);
  }
  const full = new Map<string, ShownText>();
  for (const [name, text] of texts) full.set(name, showText(text.points, display.body(text.body).body));
  return {
    lede: edition.lede.map(display.text),
    asides: edition.asides.map(({ after, paragraphs }) => ({ after, paragraphs: paragraphs.map(display.text) })),
    credits: edition.credits.map(display.text),
    speeches,
    halfWidth,
    full,
  };
}

function showSpeech(speech: Speech, shown: Body, display: Display): ShownSpeech {
  const { body, outline } = showText(speech.points, shown);
  const first = shown.children[0];
  return {
    id: speech.id,
    body,
    outline,
    opening: first === undefined ? null : paragraphText(first.children),
    notes: speech.notes.filter(isShownNote).map(display.text),
    detail: speech.detail,
    excerpt: speech.excerpt,
  };
}

function showText(points: readonly Point[], shown: Body): ShownText {
  const outline = points.length === 0 ? [] : showPoints(points, pointTexts(shown).values());
  return { body: readyProse(shown) ?? shown, outline };
}

/** Points as their paragraphs show them, in order of the text: the marks of `(1)` depend on what stands beside them. */
function pointTexts(shown: Body): string[] {
  const texts: string[] = [];
  for (const paragraph of shown.children) {
    for (const node of paragraph.children) if (node.type === 'point') texts.push(paragraphText(node.children));
  }
  return texts;
}

/** @param texts of these points and of those below them: an outline is in order of the text, and so are the nodes */
function showPoints(points: readonly Point[], texts: Iterator<string>): ShownPoint[] {
  const all: ShownPoint[] = [];
  for (const { marker, title, points: inner } of points) {
    const text: string = texts.next().value ?? '';
    all.push({
      marker: text.slice(0, marker.length),
      title: text.slice(text.length - title.length),
      points: inner.length === 0 ? [] : showPoints(inner, texts),
    });
  }
  return all;
}
