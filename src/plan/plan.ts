import { type Finding, find } from '../diagnostics/finding.js';
import type { Page } from './page.js';
import { aliasPages, editionPage } from './pages/editionPages.js';
import { siteFeeds, speakerFeed } from './pages/feedPages.js';
import { archivePages, editionsPage, homePage, notFoundPage, textPages } from './pages/listPages.js';
import { registerPages } from './pages/registerPages.js';
import { copiedFiles, robotsAndSitemaps } from './pages/siteFiles.js';
import { speakerPages } from './pages/speakerPages.js';
import { speechPages } from './pages/speechPages.js';
import type { Site } from './site/site.js';

export interface Plan {
  pages: Page[];
  findings: Finding[];
}

/**
 * Lists every output of the site, none of them made yet.
 * @returns the pages in the order in which they read the editions' texts; two sources for one path are an error
 */
export function planSite(site: Site): Plan {
  const pages: Page[] = [
    ...copiedFiles(site),
    ...site.editions.flatMap((edition) => [editionPage(site, edition), ...speechPages(site, edition), ...aliasPages(site, edition)]),
    ...site.speakers.flatMap((speaker) => [...speakerPages(site, speaker), speakerFeed(site, speaker)]),
    ...textPages(site),
    ...registerPages(site),
    ...archivePages(site),
    editionsPage(site),
    homePage(site),
    notFoundPage(site),
    ...siteFeeds(site),
  ];
  pages.push(...robotsAndSitemaps(site, pages));
  return { pages, findings: collisions(pages) };
}

/**
 * Case-folded and normalised: what is two files on Linux is one on Windows and macOS, and of two pages under
 * one address one would be lost without a word.
 */
function collisions(pages: readonly Page[]): Finding[] {
  const seen = new Map<string, Page>();
  return pages.flatMap((page) => {
    const folded = page.path.normalize('NFC').toLowerCase();
    const other = seen.get(folded);
    if (!other) {
      seen.set(folded, page);
      return [];
    }
    const [file, first] = [page.from[0] ?? page.path, other.from[0] ?? other.path];
    return [find('same-address', file, undefined, { address: `/${page.path.replace(/index\.html$/u, '')}`, first, second: file })];
  });
}
