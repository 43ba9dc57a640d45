import type { SpeechSummary } from '../../editions/summary.js';
import { editionPath, speakerPath, speechPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { type Said, type Speaker, speakerOf } from '../site/speakers.js';
import type {
  DateView,
  EditionCardView,
  EditionRefView,
  HeadlineView,
  SpeakerRefView,
  SpeechRefView,
} from '../views/index.js';
import { atHand } from './atHand.js';
import { turnIn } from './turn.js';

/** `2020-03` is shown as 2020年3月: at the precision that is known. */
export function dateView(date: string | null): DateView | null {
  if (date === null) return null;
  const year = date.slice(0, 4);
  const month = date.length > 4 ? `${Number(date.slice(5, 7))}月` : '';
  const day = date.length > 7 ? `${Number(date.slice(8))}日` : '';
  return { iso: date, text: `${year}年${month}${day}`, year };
}

/** The halves of a headline are divided by one space of any width, between two Chinese characters or marks. */
export function headlineView(site: Site, written: string): HeadlineView {
  const text = site.display.text(written);
  if (!space.test(text)) return { text, parts: [text] };
  const parts = text.split(/(?<=[^\x20-\x7e\s])\s+(?=[^\x20-\x7e\s])/u).filter((part) => part !== '');
  return { text, parts: parts.length > 0 ? parts : [text] };
}

const space = /\s/;

export function editionRef(site: Site, edition: PlannedEdition): EditionRefView {
  const { editions } = atHand(site);
  return editions.get(edition) ?? editions.set(edition, makeEditionRef(site, edition));
}

function makeEditionRef(site: Site, edition: PlannedEdition): EditionRefView {
  const { title, date, source, occasion } = edition.summary;
  return {
    href: site.addresses.href(editionPath(edition)),
    headline: headlineView(site, title),
    date: dateView(date),
    source: source === null ? null : site.display.text(source),
    occasion: occasion === null ? null : site.display.text(occasion),
  };
}

/** Enough for a list to be recognised by; {@link speakerCount} tells how many there are. */
const NAMED_SPEAKERS = 12;

/** @returns the first speech of each of the first speakers */
export function namedIn({ summary }: PlannedEdition): SpeechSummary[] {
  const firsts = new Map<string, SpeechSummary>();
  for (const speech of summary.speeches) {
    if (firsts.size === NAMED_SPEAKERS) break;
    if (!firsts.has(speech.identity)) firsts.set(speech.identity, speech);
  }
  return [...firsts.values()];
}

/** @returns how many people speak, whoever speaks twice counted once */
export function speakerCount({ summary }: PlannedEdition): number {
  return new Set(summary.speeches.map(({ identity }) => identity)).size;
}

export function editionCard(site: Site, edition: PlannedEdition): EditionCardView {
  return {
    speakerCount: speakerCount(edition),
    speakers: namedIn(edition).map((speech) => speakerRef(site, edition, speech)),
    ...editionRef(site, edition),
  };
}

export function speakerRef(site: Site, edition: PlannedEdition, speech: SpeechSummary): SpeakerRefView {
  const speaker = speakerOf(edition, speech);
  // A photograph is the speech's own.
  if (speaker === undefined || speech.photo !== null) return makeSpeakerRef(site, edition, speech, speaker);
  const { speakers } = atHand(site);
  const { speaker: written, kind } = speech;
  const known = speakers.get(speaker);
  if (known?.written === written && known.kind === kind) return known.ref;
  return speakers.set(speaker, { written, kind, ref: makeSpeakerRef(site, edition, speech, speaker) }).ref;
}

function makeSpeakerRef(
  site: Site,
  edition: PlannedEdition,
  speech: SpeechSummary,
  speaker: Speaker | undefined,
): SpeakerRefView {
  return {
    name: site.display.text(speech.speaker),
    href: speaker ? site.addresses.href(speakerPath(speaker)) : null,
    kind: speech.kind,
    monogram: monogramOf(speech.speaker),
    photo: photoHref(site, edition, speech) ?? portraitHref(site, speaker),
  };
}

/** @param pictured the speech whose photograph is shown where the register has no portrait, if any */
export function speakerOwnRef(site: Site, speaker: Speaker, pictured: Said | undefined): SpeakerRefView {
  return {
    name: site.display.text(speaker.name),
    href: site.addresses.href(speakerPath(speaker)),
    kind: speaker.kind,
    monogram: monogramOf(speaker.name),
    photo: portraitHref(site, speaker) ?? (pictured ? photoHref(site, pictured.edition, pictured.speech) : null),
  };
}

/** @returns the newest of the speeches that has a photograph of the speaker */
export function picturedIn(said: readonly Said[]): Said | undefined {
  return said.find(({ speech }) => speech.photo !== null);
}

/** @returns where a speech's photograph is published, or null where there is none */
export function photoPath(edition: PlannedEdition, speech: SpeechSummary): string | null {
  return speech.photo && `${speechPath(edition, speech)}photo${speech.photo.extension}`;
}

function photoHref(site: Site, edition: PlannedEdition, speech: SpeechSummary): string | null {
  const path = photoPath(edition, speech);
  return path === null ? null : site.addresses.href(path);
}

function portraitHref(site: Site, speaker: Speaker | undefined): string | null {
  return speaker?.portrait ? site.addresses.href(speaker.portrait) : null;
}

export function speechHref(site: Site, { edition, speech }: Said): string {
  return site.addresses.within(editionRef(site, edition).href, speech.id);
}

export function speechRef(site: Site, said: Said): SpeechRefView {
  const { edition, speech } = said;
  return {
    href: speechHref(site, said),
    speaker: speakerRef(site, edition, speech),
    headline: speech.headline === null ? null : headlineView(site, speech.headline),
    titles: speech.titles.map(site.display.text),
    turn: turnIn(edition.summary, speech),
    edition: editionRef(site, edition),
  };
}

/** One character: a surname of two does not fit the square. */
function monogramOf(name: string): string {
  return [...name][0] ?? '';
}
