import { digestOf } from '../../load/digest.js';
import type { Page, PageOf } from '../page.js';
import type { PageList } from '../pageList.js';
import type { Site } from '../site/site.js';
import { makePage } from './make.js';
import { readUnchanged } from './photos.js';

/** Addresses in one sitemap: the protocol allows 50,000. */
const SITEMAP_SIZE = 50_000;

/** The theme's assets and the files of `_static/`, as they are. */
export function copiedFiles(site: Site): Page[] {
  const assets = site.theme.assets.map(({ name, bytes, digest }) =>
    makePage(site, {
      kind: 'file',
      path: `assets/${name}`,
      phase: 'asset',
      of: () => [digest],
      from: [`templates/assets/${name}`],
      model: async () => ({ bytes }),
    }),
  );
  const statics = site.content.statics.map(({ path, absolute, digest }) => {
    const file = `${site.folder}/_static/${path}`;
    const model = async () => ({ bytes: await readUnchanged({ absolute, digest, file }) });
    return makePage(site, { kind: 'file', path, phase: 'asset', of: () => [digest], from: [file], model });
  });
  return [...assets, ...statics];
}

/**
 * `/robots.txt`, and the sitemap where the site's address is known: it may hold whole addresses only.
 * @param pages all others
 */
export function robotsAndSitemaps(site: Site, pages: PageList): Page[] {
  const sitemap = site.addresses.absolute('sitemap.xml');
  const robots = makePage(site, {
    kind: 'robots',
    path: 'robots.txt',
    phase: 'list',
    of: () => [],
    model: async () => ({ sitemap }),
  });
  return sitemap === null ? [robots] : [robots, ...sitemaps(site, pages)];
}

interface Listed {
  /** In the output. */
  path: string;
  modified: string | null;
}

/** Pages of the site that one sitemap lists: from one index to before another. */
interface Part {
  from: number;
  to: number;
}

const INDEX = 'index.html';

/** What a search engine is told of: pages for readers, no redirects, no 404. */
function isListed({ kind, path }: Page): boolean {
  return (path === INDEX || path.endsWith(`/${INDEX}`)) && kind !== 'alias';
}

function sitemaps(site: Site, pages: PageList): Page[] {
  const dates = new Map(site.editions.map(({ summary }) => [summary.file, summary.date]));
  const make = (path: string, part: Part): PageOf<'sitemap'> =>
    makePage(site, {
      kind: 'sitemap',
      path,
      phase: 'list',
      of: () => [shownIn(site, path, listedIn(pages, part, dates))],
      model: async () => ({
        urls: listedIn(pages, part, dates).map((each) => ({ href: hrefOf(site, each), modified: each.modified })),
      }),
    });
  const found = partsOf(pages);
  if (found.length <= 1) return found.map((part) => make('sitemap.xml', part));
  const parts = found.map((part, index) => make(`sitemap-${index + 1}.xml`, part));
  const addresses = parts.map(({ path }) => site.addresses.absolute(path) ?? '');
  return [
    makePage(site, {
      kind: 'sitemapIndex',
      path: 'sitemap.xml',
      phase: 'list',
      of: () => addresses,
      model: async () => ({ sitemaps: addresses }),
    }),
    ...parts,
  ];
}

function partsOf(pages: PageList): Part[] {
  const parts: Part[] = [];
  let [from, index, count] = [0, 0, 0];
  for (const page of pages) {
    if (isListed(page)) {
      if (count === SITEMAP_SIZE) {
        parts.push({ from, to: index });
        [from, count] = [index, 0];
      }
      count += 1;
    }
    index += 1;
  }
  if (count > 0) parts.push({ from, to: index });
  return parts;
}

function hrefOf(site: Site, { path }: Listed): string {
  return site.addresses.absolute(path.slice(0, -INDEX.length)) ?? '';
}

function listedIn(pages: PageList, { from, to }: Part, dates: ReadonlyMap<string, string | null>): Listed[] {
  const found: Listed[] = [];
  for (const page of pages.between(from, to)) {
    if (!isListed(page)) continue;
    const isDated = page.kind === 'edition' || page.kind === 'speech';
    found.push({ path: page.path, modified: isDated ? (dates.get(page.from[0] ?? '') ?? null) : null });
  }
  return found;
}

/** Fifty thousand addresses as one text are worth remembering until the next plan. */
function shownIn({ memory }: Site, path: string, all: readonly Listed[]): string {
  const make = (): string => digestOf(all.map((each) => `${each.path} ${each.modified}`).join('\n'));
  if (memory === null) return make();
  const dependencies: (string | null)[] = [];
  for (const each of all) dependencies.push(each.path, each.modified);
  return memory.known(path, dependencies).get('listed', make);
}
