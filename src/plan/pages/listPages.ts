import type { Page } from '../page.js';
import { yearPath } from '../site/addresses.js';
import { cutParts } from '../site/parts.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { baseView } from './base.js';
import { Crumbs } from './crumbs.js';
import { describe } from './editionPages.js';
import { makePage } from './make.js';
import { partLinks, partPath, timeOf, titleWithPart } from './partLinks.js';
import { editionCard } from './refs.js';
import { shownCard, shownWhole } from './shown.js';
import { editionView } from './texts.js';

/** Editions named on the index and the page of what is not found. */
const RECENT = 12;
/** Editions on `/editions/`; the rest is in the archive of its year. */
const LISTED = 60;
/** Editions of a year on its page, and in each older part. */
const EDITIONS_A_PART = 100;

/** `/`: the newest edition's digest and the way to the archive. */
export function homePage(site: Site): Page {
  const [newest] = site.editions;
  const recent = site.editions.slice(1, 1 + RECENT);
  return makePage(site, {
    kind: 'home',
    path: '',
    phase: 'list',
    of: () => [shownWhole(newest ?? null), ...recent.map(shownCard)],
    model: async () => ({
      edition: newest ? editionView(site, newest, await site.library.texts(newest.input)) : null,
      recent: recent.map((edition) => editionCard(site, edition)),
      archive: site.addresses.href('editions/'),
      ...baseView(site, {
        path: '',
        title: site.content.site.name,
        description: site.content.site.description || (newest ? describe(site, newest) : site.content.site.name),
        data: {
          '@type': 'WebSite',
          name: site.content.site.name,
          url: site.addresses.absolute('') ?? undefined,
        },
      }),
    }),
  });
}

/** `/editions/`: the newest editions and the years. */
export function editionsPage(site: Site): Page {
  const listed = site.editions.slice(0, LISTED);
  const years = [...editionsByYear(site)];
  return makePage(site, {
    kind: 'editions',
    path: 'editions/',
    phase: 'list',
    of: () => [...listed.map(shownCard), ...years.map(([year, { length }]) => `${year}:${length}`)],
    model: async () => ({
      editions: listed.map((edition) => editionCard(site, edition)),
      years: years.map(([year, editions]) => ({
        label: yearLabel(site, year),
        href: site.addresses.href(yearPath(year)),
        count: editions.length,
      })),
      total: site.editions.length,
      ...baseView(site, {
        path: 'editions/',
        title: site.words.editions ?? '',
        description: site.content.site.name,
        breadcrumbs: listCrumbs(site),
      }),
    }),
  });
}

/** `/archive/{year}/`, in parts where a year is long. */
export function archivePages(site: Site): Page[] {
  const years = [...editionsByYear(site)];
  return years.flatMap(([year, editions]) => {
    const { newest, parts } = cutParts(editions, EDITIONS_A_PART);
    const own = yearPath(year);
    const timed = parts.map(({ number, items }) => ({
      number,
      time: timeOf(site, items, year === '' ? 'year' : 'month', EDITIONS_A_PART),
    }));
    const yearLinks = years.map(([each]) => ({
      label: yearLabel(site, each),
      href: site.addresses.href(yearPath(each)),
      current: each === year,
    }));
    const page = (path: string, items: readonly PlannedEdition[], current: number | null): Page => {
      const links = partLinks(site, own, timed, current);
      return makePage(site, {
        kind: 'archive',
        path,
        phase: 'list',
        of: () => [
          ...yearLinks.map(({ label }) => label),
          '',
          ...links.map(({ label }) => label),
          '',
          ...items.map(shownCard),
        ],
        model: async () => ({
          year,
          editions: items.map((edition) => editionCard(site, edition)),
          years: yearLinks,
          parts: links,
          ...baseView(site, {
            path,
            title: titleWithPart(site, yearLabel(site, year), current),
            description: `${site.content.site.name}，${yearLabel(site, year)}`,
            breadcrumbs: listCrumbs(site).to(site, { label: yearLabel(site, year), href: site.addresses.href(own) }),
          }),
        }),
      });
    };
    return [page(own, newest, null), ...parts.map(({ number, items }) => page(partPath(own, number), items, number))];
  });
}

/** `/404.html`: servers send it for addresses that do not exist. */
export function notFoundPage(site: Site): Page {
  const recent = site.editions.slice(0, 5);
  return makePage(site, {
    kind: 'notFound',
    path: '404.html',
    phase: 'list',
    of: () => recent.map(shownCard),
    model: async () => ({
      recent: recent.map((edition) => editionCard(site, edition)),
      archive: site.addresses.href('editions/'),
      ...baseView(site, {
        path: '404.html',
        title: site.words.notFound ?? '',
        description: site.words.notFoundHelp ?? '',
      }),
    }),
  });
}

/** `_pages/about.md` becomes `/about/`. */
export function textPages(site: Site): Page[] {
  return site.pages.map(({ file, digest, path, heading, body }) =>
    makePage(site, {
      kind: 'text',
      path,
      of: () => [digest],
      from: [file],
      model: async () => ({
        heading: site.display.text(heading),
        body: site.display.body(body).body,
        ...baseView(site, { path, title: heading, description: `${site.content.site.name}：${heading}` }),
      }),
    }),
  );
}

function editionsByYear(site: Site): Map<string, PlannedEdition[]> {
  const years = new Map<string, PlannedEdition[]>();
  for (const edition of site.editions) {
    const year = edition.summary.date?.slice(0, 4) ?? '';
    const list = years.get(year);
    if (list) list.push(edition);
    else years.set(year, [edition]);
  }
  return years;
}

function yearLabel(site: Site, year: string): string {
  return year === '' ? (site.words.undated ?? '') : `${year}年`;
}

function listCrumbs(site: Site): Crumbs {
  return Crumbs.home(site).to(site, { label: site.words.editions ?? '', href: site.addresses.href('editions/') });
}
