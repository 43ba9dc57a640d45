import type { RootContent } from 'mdast';
import type { EditionTexts } from '../../editions/textStore.js';
import { paragraphsOf } from '../../render/plainProse.js';
import type { Page } from '../page.js';
import { editionPath, speakerPath, speechPath } from '../site/addresses.js';
import type { Known } from '../site/known.js';
import type { PlannedEdition, Site } from '../site/site.js';
import type { Said, Speaker } from '../site/speakers.js';
import type { Views } from '../views/index.js';
import { describe, shorten } from './editionPages.js';
import { makePage, type PageSort, pageOfSort } from './make.js';
import { editionRef } from './refs.js';
import { shownText, shownWhole } from './shown.js';
import { headlineOf } from './structuredData.js';
import { speechView, spokenIn } from './texts.js';

/** Editions in the site's feeds, speeches in a speaker's (contract, "Pages"). */
const ENTRIES = 20;

type Feed = Views['feed'];
type Entry = Feed['entries'][number];

/** `/feed.xml` and `/feed.json`: the newest editions. */
export function siteFeeds(site: Site): Page[] {
  const editions = site.editions.slice(0, ENTRIES);
  const of = () => editions.map(shownWhole);
  // Both forms have the same entries: twenty editions with all their texts.
  let entries: Promise<Entry[]> | undefined;
  const feed = async (self: string): Promise<Feed> => {
    entries ??= entriesOf(site, editions);
    return feedOf(site, { path: self, home: '', title: site.content.site.name, entries: await entries });
  };
  return [
    makePage(site, { kind: 'feed', path: 'feed.xml', phase: 'list', of, model: () => feed('feed.xml') }),
    makePage(site, {
      kind: 'jsonFeed',
      path: 'feed.json',
      phase: 'list',
      of,
      model: async () => ({ json: jsonFeed(await feed('feed.json'), editions) }),
    }),
  ];
}

/** `/speakers/{speaker}/feed.xml`: the speaker's newest speeches. */
export function speakerFeed(site: Site, speaker: Speaker): Page {
  return pageOfSort(site, speakerFeedSort, speakerFeedPath(speaker), speaker);
}

const speakerFeedSort: PageSort<'feed', Speaker> = {
  kind: 'feed',
  phase: 'list',
  of: ({ name, speeches }) => [name, ...speeches.slice(0, ENTRIES).map(shownText)],
  model: async (speaker, site) => {
    const entries: Entry[] = [];
    for (const each of speaker.speeches.slice(0, ENTRIES)) {
      entries.push(speechEntry(site, each, await site.library.texts(each.edition.input)));
    }
    return feedOf(site, {
      path: speakerFeedPath(speaker),
      home: speakerPath(speaker),
      title: `${site.display.text(speaker.name)} - ${site.content.site.name}`,
      entries,
    });
  },
};

function speakerFeedPath(speaker: Speaker): string {
  return `${speakerPath(speaker)}feed.xml`;
}

/** Entries of the last feed that was made, for the next plan. */
const made = new WeakMap<Known, Entry>();

async function entriesOf(site: Site, editions: readonly PlannedEdition[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const edition of editions) {
    const entry = made.get(edition.known) ?? editionEntry(site, edition, await site.library.texts(edition.input));
    if (edition.known.dependencies !== null) made.set(edition.known, entry);
    entries.push(entry);
  }
  return entries;
}

function feedOf(
  site: Site,
  { path, home, title, entries }: { path: string; home: string; title: string; entries: Entry[] },
): Feed {
  const { addresses, content } = site;
  return {
    id: addresses.id(home === '' ? '' : path, null),
    title,
    lang: content.site.lang,
    home: addresses.absolute(home) ?? addresses.href(home),
    self: addresses.absolute(path) ?? addresses.href(path),
    // The newest stands first, and an unknown part of its date makes no moment later than the next one's.
    updated: entries[0]?.updated ?? moment(null, content.site.timeZone),
    author: content.site.organisation.name ?? content.site.name,
    entries,
  };
}

function editionEntry(site: Site, edition: PlannedEdition, texts: EditionTexts): Entry {
  const { title, date, speeches } = edition.summary;
  texts.gather();
  return {
    title: site.display.text(title),
    summary: describe(site, edition),
    content: speeches.map((speech) => ({
      speech: speechView(site, { edition, speech }, spokenIn(texts, { edition, speech }), speech.id),
      edition: editionRef(site, edition),
    })),
    authors: [...new Set(speeches.map(({ speaker }) => site.display.text(speaker)))],
    ...addressOf(site, editionPath(edition), date),
  };
}

function speechEntry(site: Site, said: Said, texts: EditionTexts): Entry {
  const { edition, speech } = said;
  const spoken = spokenIn(texts, said);
  return {
    title: headlineOf(site, edition, speech),
    summary: shorten(spoken.opening ?? ''),
    content: [{ speech: speechView(site, said, spoken, speech.id), edition: editionRef(site, edition) }],
    authors: [site.display.text(speech.speaker)],
    ...addressOf(site, speechPath(edition, speech), edition.summary.date),
  };
}

function addressOf(site: Site, path: string, date: string | null): Pick<Entry, 'id' | 'href' | 'updated'> {
  const { addresses, content } = site;
  return {
    id: addresses.id(path, date?.slice(0, 4) ?? null),
    href: addresses.absolute(path) ?? addresses.href(path),
    updated: moment(date, content.site.timeZone),
  };
}

/**
 * Atom asks for a whole moment (RFC 4287, 3.3), and an edition may know its year alone: the moment is the
 * beginning of what is known. No page for readers shows it.
 */
function moment(date: string | null, timeZone: string): string {
  const [year = '1970', month = '01', day = '01'] = (date ?? '1970').split('-');
  return `${year}-${month}-${day}T00:00:00${timeZone}`;
}

/**
 * JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/.
 * @param editions those of the feed's entries, in their order
 */
function jsonFeed(feed: Feed, editions: readonly PlannedEdition[]): string {
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.lang,
    authors: [{ name: feed.author }],
  };
  const items = feed.entries.map((entry, index) => `\n  ${itemOf(entry, editions[index]?.summary.date ?? null)}`);
  const list = items.length === 0 ? '[]' : `[${items.join(',')}\n ]`;
  return `${JSON.stringify(head, null, 1).slice(0, -'\n}'.length)},\n "items": ${list}\n}\n`;
}

/** The last feed's entries as JSON: the next plan has most of them again. */
const written = new WeakMap<Entry, string>();

/**
 * @param date of the entry's edition: `date_published` is optional, and left out where the day is not known
 * @returns the entry as it stands in the indented list
 */
function itemOf(entry: Entry, date: string | null): string {
  const known = written.get(entry);
  if (known !== undefined) return known;
  const item = {
    id: entry.id,
    url: entry.href,
    title: entry.title,
    summary: entry.summary,
    content_text: entry.content.map(({ speech }) => textOf(speech)).join('\n\n'),
    ...(date?.length === 10 ? { date_published: entry.updated } : {}),
    authors: entry.authors.map((name) => ({ name })),
  };
  // No string in JSON has a line end of its own.
  const json = JSON.stringify(item, null, 1).replaceAll('\n', '\n  ');
  written.set(entry, json);
  return json;
}

function textOf(speech: Entry['content'][number]['speech']): string {
  const who = `${speech.titles.join('、')} ${speech.speaker.name}`.trim();
  const { body } = speech;
  const paragraphs =
    body.type === 'ready'
      ? paragraphsOf(body)
      : body.children.map((child) => ('children' in child ? plain(child.children) : ''));
  return [speech.headline ? `${who}：${speech.headline.text}` : who, ...paragraphs].join('\n');
}

function plain(nodes: readonly RootContent[]): string {
  return nodes.map((node) => ('children' in node ? plain(node.children) : 'value' in node ? node.value : '')).join('');
}
