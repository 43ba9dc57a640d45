import { type Finding, find } from '../diagnostics/finding.js';
import type { Place } from '../records/place.js';
import type { Digest, Stretch } from './digest.js';
import type { Frame } from './frame.js';
import type { FoundPoint } from './points.js';
import type { UnnamedSpeech } from './speech.js';

/**
 * Paragraphs, or points, of what stands together on one page, and UTF-16 units of them: a book of two hundred
 * pages. More of it was no speech: the speakers in it were not recognised, or the file was made to exhaust whoever
 * renders it.
 */
const PIECES = 3_000;
const CHARACTERS = 200_000;
/** UTF-16 units of a title, a headline, or a speaker with his titles: these stand on every page around. */
const FIELD = 2_000;

/**
 * Speeches of one file. Each is a page, and a paste of 5 MB has two thousand: a small file could be made of a
 * hundred thousand.
 */
export const SPEECHES = 3_000;

/** @returns whether a finding says that a file is over a bound: what else might be wrong with it need not be looked for */
export function isOverBound({ ruleId }: Finding): boolean {
  return ruleId === 'speech-too-long' || ruleId === 'around-too-long' || ruleId === 'title-too-long';
}

/** @returns the finding at the paragraph that is one too many for one page, or null */
export function tooLongSpeech(
  speaker: string,
  paragraphs: readonly Stretch[],
  points: readonly FoundPoint[],
  file: string,
): Finding | null {
  const beyond = paragraphs[Math.min(pieceBeyond(paragraphs), points[PIECES]?.paragraph ?? Number.POSITIVE_INFINITY)];
  if (beyond === undefined) return null;
  const place = beyond.line.placeOf(beyond.span.start);
  return find('speech-too-long', file, place, { speaker, limit: PIECES, characters: CHARACTERS });
}

function pieceBeyond(paragraphs: readonly Stretch[]): number {
  let length = 0;
  const beyond = paragraphs.findIndex(({ span }, index) => {
    length += span.end - span.start;
    return length > CHARACTERS || index >= PIECES;
  });
  return beyond === -1 ? Number.POSITIVE_INFINITY : beyond;
}

/** @returns findings for texts around the speeches that are too many, and for titles that are too long */
export function tooMuchAround(
  digest: Digest,
  frame: Frame,
  speeches: readonly UnnamedSpeech[],
  file: string,
): Finding[] {
  const findings: Finding[] = [];
  const around = [...frame.lede, ...frame.credits, ...frame.asides.flatMap(({ paragraphs }) => paragraphs)];
  if (around.length > PIECES || lengthOf(around) > CHARACTERS) {
    const line = digest.lines[frame.ledeLines[PIECES] ?? frame.ledeLines.at(-1) ?? 0];
    findings.push(find('around-too-long', file, line?.line.place, { limit: PIECES, characters: CHARACTERS }));
  }
  const top = digest.lines[0]?.line.place;
  for (const text of [frame.title, frame.source ?? '', frame.occasion ?? '']) {
    if (text.length > FIELD) findings.push(tooLongField(text, top, file));
  }
  for (const { headline, speaker, titles, notes, position } of speeches) {
    if ((headline?.length ?? 0) > FIELD) findings.push(tooLongField(headline ?? '', position, file));
    const label = [speaker, ...titles, ...notes];
    if (lengthOf(label) > FIELD) findings.push(tooLongField(label.join(' '), position, file));
  }
  return findings;
}

function tooLongField(text: string, place: Place | undefined, file: string): Finding {
  return find('title-too-long', file, place, { words: [...text.slice(0, 40)].slice(0, 20).join(''), limit: FIELD });
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
