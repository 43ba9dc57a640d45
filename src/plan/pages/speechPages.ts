import type { SpeechSummary } from '../../editions/summary.js';
import type { Page } from '../page.js';
import { speakerPath, speechPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { nearestOthers, type Said } from '../site/speakers.js';
import type { SpeechView } from '../views/index.js';
import { baseView } from './base.js';
import { editionCrumbs, shorten } from './editionPages.js';
import { type PageSort, pageOfSort } from './make.js';
import { photoFile } from './photos.js';
import { editionRef, speechRef } from './refs.js';
import { shownSaid, shownSpeech, shownText } from './shown.js';
import { headlineOf, speechData } from './structuredData.js';
import { fullTextFile, speechView, spokenIn } from './texts.js';

/** A speech by its place in its edition. */
interface Spoken {
  edition: PlannedEdition;
  speech: SpeechSummary;
  index: number;
}

/** The page of one speech, where 详情 leads, and the speaker's photograph beside it. */
export function speechPages(site: Site, edition: PlannedEdition): Page[] {
  const pages: Page[] = [];
  const { speeches } = edition.summary;
  for (let index = 0; index < speeches.length; index += 1) {
    const speech = speeches[index];
    if (speech === undefined) continue;
    pages.push(pageOfSort(site, speechSort, speechPath(edition, speech), { edition, speech, index }));
    const photo = photoFile(site, edition, speech);
    if (photo !== null) pages.push(photo);
  }
  return pages;
}

const speechSort: PageSort<'speech', Spoken> = {
  kind: 'speech',
  of: ({ edition, speech, index }) => {
    const { speeches } = edition.summary;
    const speaker = edition.speakers[index];
    return [
      shownText({ edition, speech }),
      fullTextFile(edition, speech)?.digest ?? '',
      speaker?.name ?? '',
      speaker?.kind ?? '',
      shownSpeech(edition, speeches[index - 1]),
      shownSpeech(edition, speeches[index + 1]),
      ...nearestOthers(edition, index).map(shownSaid),
    ];
  },
  from: ({ edition }) => [edition.summary.file],
  model: async ({ edition, speech, index }, site) => {
    const path = speechPath(edition, speech);
    const speaker = edition.speakers[index];
    const texts = await site.library.texts(edition.input);
    const shown = spokenIn(texts, { edition, speech });
    const full = speech.full === null ? undefined : texts.full(speech.full);
    const view = speechView(site, { edition, speech }, shown, speech.id, full);
    const headline = view.headline?.text ?? headlineOf(site, edition, speech);
    const { name } = view.speaker;
    const crumbs = editionCrumbs(site, edition).to(site, { label: name, href: view.href });
    const neighbour = (at: number): Said | null => {
      const other = edition.summary.speeches[at];
      return other ? { edition, speech: other } : null;
    };
    const previous = neighbour(index - 1);
    const next = neighbour(index + 1);
    return {
      edition: editionRef(site, edition),
      speech: view,
      full: full !== undefined,
      previous: previous && speechRef(site, previous),
      next: next && speechRef(site, next),
      others: nearestOthers(edition, index).map((said) => speechRef(site, said)),
      citation: citationOf(site, edition, view, headline),
      ...baseView(site, {
        path,
        title: speech.headline === null ? headline : `${name}：${headline}`,
        description: shorten(shown.opening ?? headline),
        type: 'article',
        breadcrumbs: crumbs,
        feeds: speaker
          ? [{ label: site.display.text(speaker.name), href: site.addresses.href(`${speakerPath(speaker)}feed.xml`) }]
          : [],
        data: speechData(site, { edition, speech }, view, headline),
        facts: { date: edition.summary.date, source: edition.summary.source, author: name },
      }),
    };
  },
};

/**
 * Speaker. Headline[N/OL]. Site, date. Address: GB/T 7714-2015 for a newspaper article, without what is not known.
 * `/OL` stands for online and asks for the address. The date of access is the reader's to add.
 */
function citationOf(site: Site, edition: PlannedEdition, { speaker, href }: SpeechView, headline: string): string {
  const where = edition.summary.source ?? site.content.site.name;
  const { date } = edition.summary;
  const url = site.addresses.whole(href);
  return `${speaker.name}. ${headline}[${url ? 'N/OL' : 'N'}]. ${where}${date ? `, ${date}` : ''}.${url ? ` ${url}` : ''}`;
}
