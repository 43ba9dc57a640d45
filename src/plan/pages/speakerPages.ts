import type { Page } from '../page.js';
import { speakerPath } from '../site/addresses.js';
import { cutParts } from '../site/parts.js';
import type { Site } from '../site/site.js';
import type { Said, Speaker } from '../site/speakers.js';
import type { PartView, Views } from '../views/index.js';
import { baseView } from './base.js';
import { digestOfEdition, makePage } from './make.js';
import { dateView, editionRef, speakerOwnRef } from './refs.js';
import { breadcrumbData, speakerData } from './structuredData.js';
import { speechView } from './texts.js';

/** Speeches in full on a speaker's page, and in each older part. */
export const SPEECHES_A_PART = 20;

/** The pages of one speaker: the newest speeches, and the older ones in parts. */
export function speakerPages(site: Site, speaker: Speaker): Page[] {
  const { newest, parts } = cutParts(speaker.speeches, SPEECHES_A_PART);
  const own = speakerPath(speaker);
  const links = (current: number): PartView[] =>
    parts.length === 0
      ? []
      : [
          { label: site.words.newest ?? '', href: site.addresses.href(own), current: current === 0 },
          ...parts.map(({ number }) => ({ label: `${number}`, href: site.addresses.href(partPath(own, number)), current: current === number })).reverse(),
        ];
  return [
    page(site, speaker, own, newest, links(0), null),
    ...parts.map(({ number, items }) => page(site, speaker, partPath(own, number), items, links(number), number)),
  ];
}

function partPath(own: string, number: number): string {
  return `${own}part-${number}/`;
}

function page(site: Site, speaker: Speaker, path: string, said: readonly Said[], parts: PartView[], number: number | null): Page {
  return makePage(site, {
    kind: 'speaker',
    path,
    of: [`${speaker.name}/${speaker.speeches.length}/${parts.length}`, ...said.map(({ edition, speech }) => `${digestOfEdition(edition)}#${speech.id}`)],
    from: [...new Set(said.map(({ edition }) => edition.summary.file))],
    model: async () => {
      const title = number === null ? speaker.name : `${speaker.name}（${number}）`;
      const feed = site.addresses.href(`${speakerPath(speaker)}feed.xml`);
      const crumbs = [
        { label: site.words.home ?? '', href: site.addresses.href('') },
        { label: site.words.speakers ?? '', href: site.addresses.href('speakers/') },
        { label: speaker.name, href: site.addresses.href(path) },
      ];
      return {
        ...baseView(site, {
          path,
          title,
          description: descriptionOf(site, speaker),
          type: 'profile',
          breadcrumbs: crumbs,
          feeds: [{ label: speaker.name, href: feed }],
          data: [...speakerData(site, speaker), ...breadcrumbData(site, crumbs)],
        }),
        speaker: speakerOwnRef(site, speaker),
        total: speaker.speeches.length,
        tenures: tenuresOf(site, said),
        years: await yearsOf(site, said),
        parts,
        feed,
      };
    },
  });
}

function descriptionOf(site: Site, speaker: Speaker): string {
  const latest = speaker.speeches[0];
  const titles = latest?.speech.titles.map(site.display.text).join('、') ?? '';
  return `${speaker.name}${titles === '' ? '' : `（${titles}）`}，${(site.words.speechCount ?? '{count}').replace('{count}', String(speaker.speeches.length))}`;
}

/** Titles as of each date: one entry where they changed, with the first date at which they are seen. */
function tenuresOf(site: Site, said: readonly Said[]): Views['speaker']['tenures'] {
  const tenures: { key: string; titles: string[]; date: string | null }[] = [];
  for (const { edition, speech } of said) {
    const key = speech.titles.join('\n');
    const last = tenures.at(-1);
    if (key === '') continue;
    if (last?.key === key) last.date = edition.summary.date;
    else tenures.push({ key, titles: speech.titles.map(site.display.text), date: edition.summary.date });
  }
  return tenures.map(({ titles, date }) => ({ titles, date: dateView(date) }));
}

async function yearsOf(site: Site, said: readonly Said[]): Promise<Views['speaker']['years']> {
  const years: Views['speaker']['years'] = [];
  for (const { edition, speech } of said) {
    const { edition: record } = await site.library.whole(edition.input);
    const spoken = record.speeches.find(({ id }) => id === speech.id);
    if (!spoken) throw new Error(`${edition.summary.file} has no speech ${speech.id}. Delete the build state`);
    const year = edition.summary.date?.slice(0, 4) ?? '';
    if (years.at(-1)?.year !== year) years.push({ year, speeches: [] });
    const anchor = `${edition.summary.id}-${speech.id}`;
    years.at(-1)?.speeches.push({ edition: editionRef(site, edition), speech: speechView(site, edition, spoken, anchor) });
  }
  return years;
}

