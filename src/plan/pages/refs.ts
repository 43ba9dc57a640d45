import type { SpeechSummary } from '../../editions/summary.js';
import { surnameOf } from '../../parse/people/surnames.js';
import { editionPath, speakerPath, speechPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import type { Said, Speaker } from '../site/speakers.js';
import type { DateView, EditionCardView, EditionRefView, HeadlineView, SpeakerRefView, SpeechRefView } from '../views/index.js';

/** `2020-03` is shown as 2020年3月: at the precision that is known. */
export function dateView(date: string | null): DateView | null {
  if (date === null) return null;
  const [year = '', month, day] = date.split('-');
  const text = `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  return { iso: date, text, year };
}

/** The halves of a headline are divided by one space of any width, between two Chinese characters or marks. */
export function headlineView(site: Site, written: string): HeadlineView {
  const text = site.display.text(written);
  const parts = text.split(/(?<=[^\x20-\x7e\s])\s+(?=[^\x20-\x7e\s])/u).filter((part) => part !== '');
  return { text, parts: parts.length > 0 ? parts : [text] };
}

export function editionRef(site: Site, edition: PlannedEdition): EditionRefView {
  const { title, date, source, occasion } = edition.summary;
  return {
    href: site.addresses.href(editionPath(edition)),
    headline: headlineView(site, title),
    date: dateView(date),
    source,
    occasion: occasion === null ? null : site.display.text(occasion),
  };
}

/** Enough for a list to be recognised by; `speechCount` tells how many there are. */
const NAMED_SPEAKERS = 12;

export function editionCard(site: Site, edition: PlannedEdition): EditionCardView {
  const { speeches } = edition.summary;
  const firsts = speeches.filter((speech, index) => speeches.findIndex(({ identity }) => identity === speech.identity) === index);
  return {
    ...editionRef(site, edition),
    speechCount: speeches.length,
    speakers: firsts.slice(0, NAMED_SPEAKERS).map((speech) => speakerRef(site, edition, speech)),
  };
}

export function speakerRef(site: Site, edition: PlannedEdition, speech: SpeechSummary): SpeakerRefView {
  const speaker = edition.speakers.get(speech.id);
  return {
    name: speech.speaker,
    href: speaker ? site.addresses.href(speakerPath(speaker)) : null,
    kind: speech.kind,
    monogram: monogramOf(speech.speaker),
    photo: speech.photo === null ? null : site.addresses.href(photoPath(edition, speech)),
  };
}

/** The photograph of a speaker's page is the newest one. */
export function speakerOwnRef(site: Site, speaker: Speaker): SpeakerRefView {
  const pictured = speaker.speeches.find(({ speech }) => speech.photo !== null);
  return {
    name: speaker.name,
    href: site.addresses.href(speakerPath(speaker)),
    kind: speaker.kind,
    monogram: monogramOf(speaker.name),
    photo: pictured ? site.addresses.href(photoPath(pictured.edition, pictured.speech)) : null,
  };
}

export function photoPath(edition: PlannedEdition, speech: SpeechSummary): string {
  const found = edition.input.companion.photos.find(({ absolute }) => nameOf(absolute) === speech.photo);
  const extension = /\.[a-z]+$/iu.exec(found?.absolute ?? '')?.[0].toLowerCase() ?? '.jpg';
  return `${speechPath(edition, speech)}photo${extension}`;
}

export function nameOf(path: string): string {
  return (path.split(/[/\\]/u).at(-1) ?? '').replace(/\.[^.]+$/u, '').normalize('NFC');
}

export function speechRef(site: Site, { edition, speech }: Said): SpeechRefView {
  return {
    href: site.addresses.href(speechPath(edition, speech)),
    speaker: speakerRef(site, edition, speech),
    headline: speech.headline === null ? null : headlineView(site, speech.headline),
    titles: speech.titles.map(site.display.text),
    edition: editionRef(site, edition),
  };
}

function monogramOf(name: string): string {
  return surnameOf(name) ?? [...name][0] ?? '';
}
