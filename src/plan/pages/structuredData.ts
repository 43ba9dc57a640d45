import type { SpeechSummary } from '../../editions/summary.js';
import { speakerPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { type Said, type Speaker, speakerOf } from '../site/speakers.js';
import type { SpeechView } from '../views/index.js';
import { siteImage, speakerImage, speechImage } from './pictures.js';
import { editionRef, speechHref } from './refs.js';
import { turnIn } from './turn.js';

/*
 * Schema.org: https://schema.org/NewsArticle, Person, Event. Only what is known is said: in JSON nothing stands for
 * `undefined`.
 */

/** The occasion has no `startDate`: an edition knows the day on which it was printed, not that of the meeting. */
export function editionData(site: Site, edition: PlannedEdition): object {
  const { date, speeches } = edition.summary;
  const { headline, href, occasion } = editionRef(site, edition);
  return {
    '@type': 'NewsArticle',
    headline: headline.text,
    datePublished: date ?? undefined,
    publisher: publisherOf(site),
    url: located(site, href),
    image: siteImage(site) ?? undefined,
    inLanguage: site.content.site.lang,
    hasPart: speeches.map((speech) => ({
      '@type': 'NewsArticle',
      headline: headlineOf(site, edition, speech),
      url: located(site, speechHref(site, { edition, speech })),
    })),
    about: occasion === null ? undefined : { '@type': 'Event', name: occasion },
  };
}

/** @param view of the speech. @param headline see {@link headlineOf} */
export function speechData(site: Site, { edition, speech }: Said, view: SpeechView, headline: string): object {
  const whole = editionRef(site, edition);
  return {
    '@type': 'NewsArticle',
    headline,
    datePublished: edition.summary.date ?? undefined,
    publisher: publisherOf(site),
    url: located(site, view.href),
    image: speechImage(site, edition, speech) ?? siteImage(site) ?? undefined,
    inLanguage: site.content.site.lang,
    isPartOf: { '@type': 'NewsArticle', headline: whole.headline.text, url: located(site, whole.href) },
    author: authorOf(site, speakerOf(edition, speech), view),
  };
}

/** A role (主持人) is nobody that can be named: it has no entry among the speakers. */
function authorOf(
  site: Site,
  speaker: Speaker | undefined,
  { speaker: { name, href }, titles }: SpeechView,
): object | undefined {
  if (speaker === undefined || speaker.kind === 'role') return undefined;
  const isPerson = speaker.kind === 'person';
  return {
    '@type': isPerson ? 'Person' : 'Organization',
    name,
    jobTitle: isPerson && titles.length > 0 ? titles : undefined,
    url: located(site, href),
  };
}

/**
 * No title: no page says that one is held today.
 * @param photographed the speech whose photograph the page shows where the register has no portrait, if any
 */
export function speakerData(site: Site, speaker: Speaker, photographed: Said | undefined): object {
  return {
    '@type': speaker.kind === 'person' ? 'Person' : 'Organization',
    name: site.display.text(speaker.name),
    url: located(site, site.addresses.href(speakerPath(speaker))),
    image: speakerImage(site, speaker, photographed) ?? undefined,
  };
}

export function headlineOf(site: Site, edition: PlannedEdition, speech: SpeechSummary): string {
  const turn = turnIn(edition.summary, speech);
  const speaker = turn === 0 ? speech.speaker : `${speech.speaker}（第${turn}次）`;
  return site.display.text(speech.headline ?? `${edition.summary.title}：${speaker}`);
}

function publisherOf({ content: { site } }: Site): object {
  return { '@type': 'Organization', name: site.organisation.name ?? site.name };
}

function located(site: Site, href: string | null): string | undefined {
  return (href === null ? null : site.addresses.whole(href)) ?? undefined;
}
