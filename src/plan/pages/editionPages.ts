import type { Page } from '../page.js';
import { editionPath, yearPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { baseView } from './base.js';
import { Crumbs } from './crumbs.js';
import { type PageSort, pageOfSort } from './make.js';
import { editionRef } from './refs.js';
import { shownRef, shownWhole } from './shown.js';
import { editionData } from './structuredData.js';
import { editionView } from './texts.js';

const editionSort: PageSort<'edition', PlannedEdition> = {
  kind: 'edition',
  of: (edition) => [shownWhole(edition), shownRef(edition.newer), shownRef(edition.older)],
  from: ({ summary }) => [summary.file],
  model: async (edition, site) => {
    const texts = await site.library.texts(edition.input);
    const crumbs = editionCrumbs(site, edition);
    return {
      edition: editionView(site, edition, texts),
      previous: edition.older && editionRef(site, edition.older),
      next: edition.newer && editionRef(site, edition.newer),
      ...baseView(site, {
        path: editionPath(edition),
        title: site.display.text(edition.summary.title),
        description: describe(site, edition),
        type: 'article',
        breadcrumbs: crumbs,
        data: editionData(site, edition),
        facts: { date: edition.summary.date, source: edition.summary.source },
      }),
    };
  },
};

/** The page of one edition: `/editions/{edition}/`. */
export function editionPage(site: Site, edition: PlannedEdition): Page {
  return pageOfSort(site, editionSort, editionPath(edition), edition);
}

const aliasSort: PageSort<'alias', PlannedEdition> = {
  kind: 'alias',
  of: (edition) => [shownRef(edition)],
  from: ({ summary }) => [summary.file],
  model: async (edition, site) => {
    const own = editionPath(edition);
    return {
      href: site.addresses.href(own),
      canonical: site.addresses.absolute(own),
      lang: site.content.site.lang,
      title: site.display.text(edition.summary.title),
    };
  },
};

/** Redirects from an edition's earlier addresses (`aliases` in its front matter). */
export function aliasPages(site: Site, edition: PlannedEdition): Page[] {
  if (edition.summary.aliases.length === 0) return [];
  const own = editionPath(edition);
  const paths = new Set(edition.summary.aliases.map(aliasPath).filter((path) => path !== own));
  return [...paths].map((path) => pageOfSort(site, aliasSort, path, edition));
}

/** `/2019/a.html` stays a file, `/old` and `/old/index.html` are the folder `old/`; `%E6%97%A7` is a file's 旧. */
function aliasPath(alias: string): string {
  const path = decoded(alias)
    .replace(/^\/+/u, '')
    .replace(/(?<=^|\/)index\.html$/u, '');
  return path === '' || path.endsWith('/') || /\.[a-z]+$/iu.test(path) ? path : `${path}/`;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The way to the edition whose pages were asked for last. */
const latest = new WeakMap<Site, { edition: PlannedEdition; crumbs: Crumbs }>();

export function editionCrumbs(site: Site, edition: PlannedEdition): Crumbs {
  const known = latest.get(site);
  if (known?.edition === edition) return known.crumbs;
  const { addresses, words } = site;
  const { headline, href } = editionRef(site, edition);
  const year = edition.summary.date?.slice(0, 4) ?? '';
  const crumbs = Crumbs.home(site)
    .to(site, { label: words.editions ?? '', href: addresses.href('editions/') })
    .to(site, { label: year === '' ? (words.undated ?? '') : `${year}年`, href: addresses.href(yearPath(year)) })
    .to(site, { label: headline.text, href });
  latest.set(site, { edition, crumbs });
  return crumbs;
}

/** Who speaks, and about what: the first speeches' headlines. Bounded, for search results and link previews. */
export function describe(site: Site, edition: PlannedEdition): string {
  const text = edition.summary.speeches
    .map(({ speaker, headline }) => (headline === null ? speaker : `${speaker}：${headline}`))
    .join('；');
  return shorten(site.display.text(text));
}

/** @returns at most 120 characters, cut between characters */
export function shorten(text: string): string {
  if (text.length <= 120) return text;
  // Nearly always a character is one unit.
  if (!surrogate.test(text.slice(0, 121))) return `${text.slice(0, 119)}…`;
  // It is two at most: the rest of a long text is not looked at.
  const characters = [...text.slice(0, 242)];
  return characters.length <= 120 ? text : `${characters.slice(0, 119).join('')}…`;
}

const surrogate = /[\uD800-\uDFFF]/;
