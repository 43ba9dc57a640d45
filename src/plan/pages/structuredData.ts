import type { SpeechSummary } from '../../editions/summary.js';
import { speakerPath, speechPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { type Said, type Speaker, speakerOf } from '../site/speakers.js';
import type { LinkView, SpeechView } from '../views/index.js';
import { siteImage, speakerImage, speechImage } from './pictures.js';
import { editionRef } from './refs.js';
import { turnIn } from './turn.js';

/** Schema.org: https://schema.org/NewsArticle, Person, Event, BreadcrumbList. Only what is known is said. */

/** The occasion has no `startDate`: an edition knows the day on which it was printed, not that of the meeting. */
export function editionData(site: Site, edition: PlannedEdition): object[] {
  const { date, speeches } = edition.summary;
  const own = editionRef(site, edition);
  return [
    {
      '@type': 'NewsArticle',
      headline: own.headline.text,
      ...published(site, date),
      ...located(site, own.href),
      ...pictured(siteImage(site)),
      inLanguage: site.content.site.lang,
      hasPart: speeches.map((speech) => ({
        '@type': 'NewsArticle',
        headline: headlineOf(site, edition, speech),
        ...located(site, site.addresses.href(speechPath(edition, speech))),
      })),
      ...(own.occasion === null ? {} : { about: { '@type': 'Event', name: own.occasion } }),
    },
  ];
}

/** @param view of the speech. @param headline see {@link headlineOf} */
export function speechData(site: Site, { edition, speech }: Said, view: SpeechView, headline: string): object[] {
  const whole = editionRef(site, edition);
  return [
    {
      '@type': 'NewsArticle',
      headline,
      ...published(site, edition.summary.date),
      ...located(site, view.href),
      ...pictured(speechImage(site, edition, speech) ?? siteImage(site)),
      inLanguage: site.content.site.lang,
      isPartOf: {
        '@type': 'NewsArticle',
        headline: whole.headline.text,
        ...located(site, whole.href),
      },
      ...authorOf(site, speakerOf(edition, speech), view),
    },
  ];
}

/** A role (主持人) is nobody that can be named: it has no entry among the speakers. */
function authorOf(site: Site, speaker: Speaker | undefined, { speaker: shown, titles }: SpeechView): object {
  if (speaker === undefined || speaker.kind === 'role') return {};
  const isPerson = speaker.kind === 'person';
  return {
    author: {
      '@type': isPerson ? 'Person' : 'Organization',
      name: shown.name,
      ...(isPerson && titles.length > 0 ? { jobTitle: titles } : {}),
      ...located(site, shown.href),
    },
  };
}

/**
 * No title: no page says that one is held today.
 * @param photographed the speech whose photograph the page shows where the register has no portrait, if any
 */
export function speakerData(site: Site, speaker: Speaker, photographed: Said | undefined): object[] {
  return [
    {
      '@type': speaker.kind === 'person' ? 'Person' : 'Organization',
      name: site.display.text(speaker.name),
      ...located(site, site.addresses.href(speakerPath(speaker))),
      ...pictured(speakerImage(site, speaker, photographed)),
    },
  ];
}

export function breadcrumbData(site: Site, crumbs: readonly LinkView[]): object[] {
  if (!site.addresses.isKnown || crumbs.length === 0) return [];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: crumbs.map(({ label, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: label,
        item: site.addresses.whole(href),
      })),
    },
  ];
}

export function headlineOf(site: Site, edition: PlannedEdition, speech: SpeechSummary): string {
  const turn = turnIn(edition.summary, speech);
  const speaker = turn === 0 ? speech.speaker : `${speech.speaker}（第${turn}次）`;
  return site.display.text(speech.headline ?? `${edition.summary.title}：${speaker}`);
}

function published(site: Site, date: string | null): object {
  const { organisation, name } = site.content.site;
  const publisher = { '@type': 'Organization', name: organisation.name ?? name };
  return date === null ? { publisher } : { datePublished: date, publisher };
}

function pictured(image: string | null): object {
  return image === null ? {} : { image };
}

function located(site: Site, href: string | null): object {
  const url = href === null ? null : site.addresses.whole(href);
  return url === null ? {} : { url };
}
