import { type Finding, find } from '../diagnostics/finding.js';
import { fold, isSafePath, parentOf } from '../publish/outputPath.js';
import type { Page } from './page.js';
import { aliasPages, editionPage } from './pages/editionPages.js';
import { siteFeeds, speakerFeed } from './pages/feedPages.js';
import { archivePages, editionsPage, homePage, notFoundPage, textPages } from './pages/listPages.js';
import { registerPages } from './pages/registerPages.js';
import { copiedFiles, robotsAndSitemaps } from './pages/siteFiles.js';
import { speakerPages } from './pages/speakerPages.js';
import { speechPages } from './pages/speechPages.js';
import type { Site } from './site/site.js';
import { portraitPath } from './site/speakers.js';

export interface Plan {
  pages: Page[];
  findings: Finding[];
}

/**
 * Lists every output of the site, none of them made yet.
 * @returns the pages in the order in which they read the editions' texts; two sources for one path, and a path
 *   that no file can have, are errors
 */
export function planSite(site: Site): Plan {
  const pages: Page[] = [
    ...copiedFiles(site),
    ...site.editions.flatMap((edition) => [
      editionPage(site, edition),
      ...speechPages(site, edition),
      ...aliasPages(site, edition),
    ]),
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
  const paths = pages.map(({ path }) => path);
  const isKnown = site.memory?.isGood(paths) ?? false;
  const ofPaths = isKnown ? [] : [...impossible(pages), ...collisions(pages)];
  if (ofPaths.length === 0) site.memory?.keepGood(paths);
  return { pages, findings: [...missingPortraits(site), ...ofPaths] };
}

function missingPortraits({ content, folder }: Site): Finding[] {
  const files = new Set(content.statics.map(({ path }) => path));
  return content.register.speakers.flatMap((entry) => {
    const portrait = portraitPath(entry);
    if (portrait === null || files.has(portrait)) return [];
    return [find('portrait-missing', `${folder}/speakers.yaml`, undefined, { name: entry.name, portrait })];
  });
}

function impossible(pages: readonly Page[]): Finding[] {
  return pages
    .filter(({ path }) => !isSafePath(path))
    .map(({ path, from }) => find('address-not-possible', from[0] ?? path, undefined, { address: `/${path}` }));
}

/**
 * Case-folded and normalised: what is two files on Linux is one on Windows and macOS, and of two pages under
 * one address one would be lost without a word. A file where another page needs a folder is the same fault.
 * @returns one finding for each pair of sources, at the later one
 */
function collisions(pages: readonly Page[]): Finding[] {
  const files = new Map<string, Page>();
  const found = new Map<string, Finding>();
  const report = (page: Page, other: Page) => {
    const [first, second] = [other.from[0] ?? other.path, page.from[0] ?? page.path];
    const address = `/${page.path.replace(/(?<=^|\/)index\.html$/u, '')}`;
    const file = page.from[0] ?? other.from[0] ?? page.path;
    const pair = `${first}\n${second}`;
    if (!found.has(pair)) found.set(pair, find('same-address', file, undefined, { address, first, second }));
  };
  for (const page of pages) {
    const path = fold(page.path);
    const other = files.get(path);
    if (other) report(page, other);
    else files.set(path, page);
  }
  const folders = new Set<string>();
  let last = '';
  for (const [path, page] of files) {
    // Most pages lie beside or in the folder of the one before.
    if (parentOf(path) === last) continue;
    last = parentOf(path);
    for (let folder = parentOf(path); folder !== '' && !folders.has(folder); folder = parentOf(folder)) {
      folders.add(folder);
      const other = files.get(folder);
      if (other) report(page, other);
    }
  }
  return [...found.values()];
}
