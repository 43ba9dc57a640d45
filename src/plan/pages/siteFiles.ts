import type { Page, PageOf } from '../page.js';
import { Known } from '../site/known.js';
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

/** `/robots.txt`, and the sitemap where the site's address is known: it may hold whole addresses only. */
export function robotsAndSitemaps(site: Site, pages: readonly Page[]): Page[] {
  const sitemap = site.addresses.absolute('sitemap.xml');
  const robots = makePage(site, {
    kind: 'robots',
    path: 'robots.txt',
    phase: 'list',
    of: () => [],
    model: async () => ({ sitemap }),
  });
  return sitemap === null ? [robots] : [robots, ...sitemaps(site, listed(site, pages))];
}

interface Listed {
  /** In the output. */
  path: string;
  modified: string | null;
}

const INDEX = 'index.html';

/** What a search engine is told of: pages for readers, no redirects, no 404. */
function listed(site: Site, pages: readonly Page[]): Listed[] {
  const dates = new Map(site.editions.map(({ summary }) => [summary.file, summary.date]));
  return pages
    .filter(({ kind, path }) => (path === INDEX || path.endsWith(`/${INDEX}`)) && kind !== 'alias')
    .map(({ path, kind, from }) => ({
      path,
      modified: kind === 'edition' || kind === 'speech' ? (dates.get(from[0] ?? '') ?? null) : null,
    }));
}

function hrefOf(site: Site, { path }: Listed): string {
  return site.addresses.absolute(path.slice(0, -INDEX.length)) ?? '';
}

function ownerOf(site: Site, path: string, listed: readonly Listed[]): { known: Known } {
  const dependencies = listed.flatMap((each) => [each.path, each.modified]);
  return { known: site.memory?.known(path, dependencies) ?? new Known(null, false) };
}

function sitemaps(site: Site, urls: readonly Listed[]): Page[] {
  const make = (path: string, part: readonly Listed[]): PageOf<'sitemap'> =>
    makePage(site, {
      kind: 'sitemap',
      path,
      phase: 'list',
      owner: ownerOf(site, path, part),
      of: () => part.map((each) => `${each.path} ${each.modified}`),
      model: async () => ({ urls: part.map((each) => ({ href: hrefOf(site, each), modified: each.modified })) }),
    });
  if (urls.length <= SITEMAP_SIZE) return [make('sitemap.xml', urls)];
  const parts: PageOf<'sitemap'>[] = [];
  for (let start = 0; start < urls.length; start += SITEMAP_SIZE) {
    parts.push(make(`sitemap-${parts.length + 1}.xml`, urls.slice(start, start + SITEMAP_SIZE)));
  }
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
