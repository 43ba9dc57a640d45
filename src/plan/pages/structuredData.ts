import type { SpeechSummary } from '../../editions/summary.js';
import { editionPath, speakerPath, speechPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import type { Speaker } from '../site/speakers.js';
import type { LinkView } from '../views/index.js';
import { turnIn } from './turn.js';

/** Schema.org: https://schema.org/NewsArticle, Person, Event, BreadcrumbList. Only what is known is said. */

export function editionData(site: Site, edition: PlannedEdition): object[] {
  const { title, date, occasion, speeches } = edition.summary;
  return [
    {
      '@type': 'NewsArticle',
      headline: site.display.text(title),
      ...published(site, date),
      ...located(site, editionPath(edition)),
      inLanguage: site.content.site.lang,
      hasPart: speeches.map((speech) => ({
        '@type': 'NewsArticle',
        headline: headlineOf(site, edition, speech),
        ...located(site, speechPath(edition, speech)),
      })),
      ...(occasion === null
        ? {}
        : {
            about: {
              '@type': 'Event',
              name: site.display.text(occasion),
              ...(date && date.length === 10 ? { startDate: date } : {}),
            },
          }),
    },
  ];
}

export function speechData(site: Site, edition: PlannedEdition, speech: SpeechSummary): object[] {
  const speaker = edition.speakers.get(speech.id);
  const isPerson = speech.kind === 'person';
  return [
    {
      '@type': 'NewsArticle',
      headline: headlineOf(site, edition, speech),
      ...published(site, edition.summary.date),
      ...located(site, speechPath(edition, speech)),
      inLanguage: site.content.site.lang,
      isPartOf: {
        '@type': 'NewsArticle',
        headline: site.display.text(edition.summary.title),
        ...located(site, editionPath(edition)),
      },
      author: {
        '@type': isPerson ? 'Person' : 'Organization',
        name: site.display.text(speech.speaker),
        ...(isPerson && speech.titles.length > 0 ? { jobTitle: speech.titles.map(site.display.text) } : {}),
        ...(speaker ? located(site, speakerPath(speaker)) : {}),
      },
    },
  ];
}

/** Titles are those of the latest speech with a date; no page says that they are held today. */
export function speakerData(site: Site, speaker: Speaker): object[] {
  return [
    {
      '@type': speaker.kind === 'person' ? 'Person' : 'Organization',
      name: site.display.text(speaker.name),
      ...located(site, speakerPath(speaker)),
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

function located(site: Site, path: string): object {
  const url = site.addresses.absolute(path);
  return url === null ? {} : { url };
}
