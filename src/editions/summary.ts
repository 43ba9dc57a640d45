import { type Finding, type PlainFinding, toPlain } from '../diagnostics/finding.js';
import { digestOf } from '../load/digest.js';
import type { LoadedDocument } from '../load/document.js';
import type { Parsed } from '../parse/parse.js';
import { identityOf } from '../parse/people/name.js';
import type { Accounting } from '../records/accounting.js';
import type { Edition } from '../records/edition.js';
import type { Place } from '../records/place.js';
import type { SpeakerKind } from '../records/speech.js';
import { showFullWidth } from '../typography/fullWidth.js';
import { fileNameFor } from './fileNameFor.js';
import { type Photo, photoOf } from './photo.js';

/** One speech without its text: what lists and other pages need to know of it. */
export interface SpeechSummary {
  id: string;
  speaker: string;
  /** Equal for one person; for a role unique to the edition, since roles are never merged. */
  identity: string;
  /** Slug of the name alone; the site may have to add a number. */
  slug: string;
  kind: SpeakerKind;
  titles: string[];
  headline: string | null;
  position: Place;
  /** Name of the full text, `NAME/full/陆明.txt` without its ending, where there is one. */
  full: string | null;
  photo: Photo | null;
  /** Digest of all that pages show of its text; not of its place in the input. */
  text: string;
}

/**
 * An edition without its texts: all that the plan of the site needs. The build state keeps it by the input's
 * digest, so that an unchanged input is hashed and not parsed.
 */
export interface EditionSummary {
  id: string;
  file: string;
  title: string;
  date: string | null;
  source: string | null;
  occasion: string | null;
  aliases: string[];
  draft: boolean;
  /** Digest of lede, asides and credits. */
  around: string;
  speeches: SpeechSummary[];
  accounting: Accounting;
  layout: { id: string; confidence: number } | null;
  /** Half-width marks in Chinese text, and the line of the first. */
  halfWidth: { count: number; place: Place };
  findings: PlainFinding[];
}

export interface Summarised {
  /** With its ids. */
  edition: Edition;
  document: LoadedDocument;
  parsed: Parsed;
  /** What was found besides. */
  findings: readonly Finding[];
  /** The digests of its speeches' texts. */
  texts: readonly string[];
  /** Half-width marks in the paragraphs of each speech. */
  halfWidth: readonly number[];
}

export function summarise({ edition, document, parsed, findings, texts, halfWidth }: Summarised): EditionSummary {
  const { id, file, title, date, source, occasion, aliases, draft } = edition;
  return {
    id,
    file,
    title,
    date,
    source,
    occasion,
    aliases,
    draft,
    around: digestOf(JSON.stringify([edition.lede, edition.asides, edition.credits])),
    speeches: edition.speeches.map((speech, index) => ({
      id: speech.id,
      speaker: speech.speaker,
      identity: speech.speakerKind === 'role' ? `${id}/${speech.id}` : identityOf(speech.speaker),
      slug: speech.speakerId,
      kind: speech.speakerKind,
      titles: speech.titles,
      headline: speech.headline,
      position: speech.position,
      full: fileNameFor(document.full.keys(), speech.speaker),
      photo: photoOf(speech, document.photos.get(fileNameFor(document.photos.keys(), speech.speaker) ?? '')),
      text: texts[index] ?? '',
    })),
    accounting: parsed.accounting,
    layout: parsed.layout,
    halfWidth: halfWidthOf(edition, halfWidth),
    findings: [...document.findings, ...parsed.findings, ...findings].map(toPlain),
  };
}

function halfWidthOf(edition: Edition, inParagraphs: readonly number[]): EditionSummary['halfWidth'] {
  const top: Place = { line: 1, column: 1 };
  let place: Place | null = null;
  const { title, source, occasion, lede, asides, credits } = edition;
  let count = halfWidthIn([title, source ?? '', occasion ?? '', ...lede]);
  if (count > 0) place = top;
  for (const [index, { headline, speaker, titles, notes, position }] of edition.speeches.entries()) {
    count += halfWidthIn([headline ?? '', speaker, ...titles, ...notes]) + (inParagraphs[index] ?? 0);
    if (count > 0) place ??= position;
  }
  count += halfWidthIn(credits) + halfWidthIn(asides.flatMap(({ paragraphs }) => paragraphs));
  return { count, place: place ?? top };
}

function halfWidthIn(texts: readonly string[]): number {
  let count = 0;
  for (const text of texts) count += showFullWidth(text).marks;
  return count;
}
