import type { Page } from '../page.js';
import { speakerPath } from '../site/addresses.js';
import { cutParts } from '../site/parts.js';
import type { Site } from '../site/site.js';
import type { Said, Speaker } from '../site/speakers.js';
import type { PartView, Views } from '../views/index.js';
import { baseView } from './base.js';
import { Crumbs } from './crumbs.js';
import { type PageSort, pageOfSort } from './make.js';
import { partLinks, partPath, timeOf, titleWithPart } from './partLinks.js';
import { dateView, editionRef, picturedIn, speakerOwnRef } from './refs.js';
import { shownSpeaker, shownText } from './shown.js';
import { speakerData } from './structuredData.js';
import { speechView, spokenIn } from './texts.js';

/** Speeches in full on a speaker's page, and in each older part. */
const SPEECHES_A_PART = 20;

/** The pages of one speaker: the newest speeches, and the older ones in parts. */
export function speakerPages(site: Site, speaker: Speaker): Page[] {
  const own = speakerPath(speaker);
  const page = (path: string, said: readonly Said[], links: PartView[], number: number | null): Page =>
    pageOfSort(site, speakerSort, path, { speaker, path, said, parts: links, number });
  if (speaker.speeches.length <= SPEECHES_A_PART) {
    return [page(own, speaker.speeches, none, null)];
  }
  const { newest, parts } = cutParts(speaker.speeches, SPEECHES_A_PART);
  const timed = parts.map(({ number, items }) => ({
    number,
    time: timeOf(
      site,
      items.map(({ edition }) => edition),
      'year',
      SPEECHES_A_PART,
    ),
  }));
  return [
    page(own, newest, partLinks(site, own, timed, null), null),
    ...parts.map(({ number, items }) =>
      page(partPath(own, number), items, partLinks(site, own, timed, number), number),
    ),
  ];
}

const none: PartView[] = [];

interface SpeakerPart {
  speaker: Speaker;
  path: string;
  said: readonly Said[];
  parts: PartView[];
  /** Null for the speaker's own page. */
  number: number | null;
}

/** An older part shows what its own speeches know and no more, so that a new speech leaves it as it is. */
const speakerSort: PageSort<'speaker', SpeakerPart> = {
  kind: 'speaker',
  of: (part) => [
    shownSpeaker(part.speaker, picturedOn(part)),
    String(totalOf(part)),
    ...part.parts.map(({ label }) => label),
    '',
    ...part.said.map(shownText),
  ],
  from: ({ said }) => [...new Set(said.map(({ edition }) => edition.summary.file))],
  model: async (part, site) => {
    const { speaker, path, said, parts, number } = part;
    const pictured = picturedOn(part);
    const total = totalOf(part);
    const name = site.display.text(speaker.name);
    const feed = site.addresses.href(`${speakerPath(speaker)}feed.xml`);
    const crumbs = Crumbs.home(site)
      .to(site, { label: site.words.speakers ?? '', href: site.addresses.href('speakers/') })
      .to(site, { label: name, href: site.addresses.href(path) });
    return {
      speaker: speakerOwnRef(site, speaker, pictured),
      total,
      tenures: tenuresOf(site, said),
      terms: number === null ? termsOf(site, speaker) : [],
      years: await yearsOf(site, said),
      parts,
      feed,
      ...baseView(site, {
        path,
        title: titleWithPart(site, name, number),
        description: descriptionOf(site, name, said, total),
        type: 'profile',
        breadcrumbs: crumbs,
        feeds: [{ label: name, href: feed }],
        data: speakerData(site, speaker, pictured),
      }),
    };
  },
};

function picturedOn({ speaker, said, number }: SpeakerPart): Said | undefined {
  return number === null ? speaker.pictured : picturedIn(said);
}

function totalOf({ speaker, said, number }: SpeakerPart): number {
  return number === null ? speaker.speeches.length : said.length;
}

function descriptionOf(site: Site, name: string, said: readonly Said[], total: number): string {
  const titles = said[0]?.speech.titles.map(site.display.text).join('、') ?? '';
  const count = (site.words.speechCount ?? '{count}').replace('{count}', String(total));
  return `${name}${titles === '' ? '' : `（${titles}）`}，${count}`;
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

function termsOf(site: Site, { terms }: Speaker): Views['speaker']['terms'] {
  return terms.map(({ title, from, to }) => {
    const [start, end] = [dateView(from ?? null)?.text ?? '', dateView(to ?? null)?.text ?? ''];
    const words = { from: site.words.termFrom, to: site.words.termTo, both: site.words.termBoth };
    const pattern = start && end ? words.both : start ? words.from : end ? words.to : '';
    return {
      title: site.display.text(title),
      period: (pattern ?? '').replace('{from}', start).replace('{to}', end),
    };
  });
}

async function yearsOf(site: Site, said: readonly Said[]): Promise<Views['speaker']['years']> {
  const years: Views['speaker']['years'] = [];
  for (const each of said) {
    const { edition, speech } = each;
    const spoken = spokenIn(await site.library.texts(edition.input), each);
    const year = edition.summary.date?.slice(0, 4) ?? '';
    if (years.at(-1)?.year !== year) years.push({ year, speeches: [] });
    const anchor = `${edition.summary.id}-${speech.id}`;
    years.at(-1)?.speeches.push({ edition: editionRef(site, edition), speech: speechView(site, each, spoken, anchor) });
  }
  return years;
}
