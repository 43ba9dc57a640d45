import type { SpeechSummary } from '../../editions/summary.js';
import { editionPath, speakerPath, speechPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { type Said, type Speaker, speakerOf } from '../site/speakers.js';
import type { LinkView } from '../views/index.js';
import { siteImage, speakerImage, speechImage } from './pictures.js';
import { turnIn } from './turn.js';

/** Schema.org: https://schema.org/NewsArticle, Person, Event, BreadcrumbList. Only what is known is said. */

/** The occasion has no `startDate`: an edition knows the day on which it was printed, not that of the meeting. */
export function editionData(site: Site, edition: PlannedEdition): object[] {
  const { title, date, occasion, speeches } = edition.summary;
  return [
    {
      '@type': 'NewsArticle',
      headline: site.display.text(title),
      ...published(site, date),
      ...located(site, editionPath(edition)),
      ...pictured(siteImage(site)),
      inLanguage: site.content.site.lang,
      hasPart: speeches.map((speech) => ({
        '@type': 'NewsArticle',
        headline: headlineOf(site, edition, speech),
        ...located(site, speechPath(edition, speech)),
      })),
      ...(occasion === null ? {} : { about: { '@type': 'Event', name: site.display.text(occasion) } }),
    },
  ];
}

export function speechData(site: Site, edition: PlannedEdition, speech: SpeechSummary): object[] {
  return [
    {
      '@type': 'NewsArticle',
      headline: headlineOf(site, edition, speech),
      ...published(site, edition.summary.date),
      ...located(site, speechPath(edition, speech)),
      ...pictured(speechImage(site, edition, speech) ?? siteImage(site)),
      inLanguage: site.content.site.lang,
      isPartOf: {
        '@type': 'NewsArticle',
        headline: site.display.text(edition.summary.title),
        ...located(site, editionPath(edition)),
      },
      ...authorOf(site, edition, speech),
    },
  ];
}

/** A role (主持人) is nobody that can be named: it has no entry among the speakers. */
function authorOf(site: Site, edition: PlannedEdition, speech: SpeechSummary): object {
  const speaker = speakerOf(edition, speech);
  if (speaker === undefined || speaker.kind === 'role') return {};
  const isPerson = speaker.kind === 'person';
  return {
    author: {
      '@type': isPerson ? 'Person' : 'Organization',
      name: site.display.text(speech.speaker),
      ...(isPerson && speech.titles.length > 0 ? { jobTitle: speech.titles.map(site.display.text) } : {}),
      ...located(site, speakerPath(speaker)),
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
      ...located(site, speakerPath(speaker)),
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

function located(site: Site, path: string): object {
  const url = site.addresses.absolute(path);
  return url === null ? {} : { url };
}
