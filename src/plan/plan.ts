import { type Finding, find } from '../diagnostics/finding.js';
import { isSafePath } from '../publish/outputPath.js';
import { collisions } from './collisions.js';
import type { Page } from './page.js';
import { PageList, type Pages } from './pageList.js';
import { aliasPages, editionPage } from './pages/editionPages.js';
import { siteFeeds, speakerFeed } from './pages/feedPages.js';
import { archivePages, editionsPage, homePage, notFoundPage, textPages } from './pages/listPages.js';
import { registerPages } from './pages/registerPages.js';
import { copiedFiles, robotsAndSitemaps } from './pages/siteFiles.js';
import { speakerPages } from './pages/speakerPages.js';
import { speechPages } from './pages/speechPages.js';
import type { Known } from './site/known.js';
import type { PlannedEdition, Site } from './site/site.js';
import { portraitPath, type Speaker } from './site/speakers.js';

export interface Plan {
  pages: PageList;
  findings: Finding[];
}

/**
 * Lists every output of the site, none of them made yet.
 * @returns the pages; two sources for one path, and a path that no file can have, are errors
 */
export function planSite(site: Site): Plan {
  const pages = pagesOf(site);
  return { pages, findings: [...site.findings, ...missingPortraits(site), ...wrongPaths(site, pages)] };
}

/** @returns the pages in the order in which they read the editions' texts */
export function pagesOf(site: Site): PageList {
  const { editions, speakers } = site;
  const pages = new PageList();
  pages.add(alone(copiedFiles(site)));
  pages.add(each(editions, (edition) => pagesOfEdition(site, edition)));
  pages.add(each(speakers, (speaker) => pagesOfSpeaker(site, speaker)));
  pages.add(
    alone([
      ...textPages(site),
      ...registerPages(site),
      ...archivePages(site),
      editionsPage(site),
      homePage(site),
      notFoundPage(site),
      ...siteFeeds(site),
    ]),
  );
  pages.add(alone(robotsAndSitemaps(site, pages)));
  return pages;
}

function pagesOfEdition(site: Site, edition: PlannedEdition): Page[] {
  return [editionPage(site, edition), ...speechPages(site, edition), ...aliasPages(site, edition)];
}

function pagesOfSpeaker(site: Site, speaker: Speaker): Page[] {
  return [...speakerPages(site, speaker), speakerFeed(site, speaker)];
}

function each<T extends { known: Known }>(things: readonly T[], make: (thing: T) => Page[]): Pages {
  const of = (index: number): Page[] => {
    const thing = things[index];
    return thing === undefined ? [] : thing.known.pages(() => make(thing));
  };
  return { length: things.length, of };
}

function alone(pages: Page[]): Pages {
  return { length: 1, of: () => pages };
}

function wrongPaths({ memory }: Site, pages: PageList): Finding[] {
  const paths = memory && Array.from(pages, ({ path }) => path);
  if (paths && memory.isGood(paths)) return [];
  const findings = [...impossible(pages), ...collisions(pages)];
  if (paths && findings.length === 0) memory.keepGood(paths);
  return findings;
}

function missingPortraits({ content, folder }: Site): Finding[] {
  const files = new Set(content.statics.map(({ path }) => path));
  return content.register.speakers.flatMap((entry) => {
    const portrait = portraitPath(entry);
    if (portrait === null || files.has(portrait)) return [];
    return [find('portrait-missing', `${folder}/speakers.yaml`, undefined, { name: entry.name, portrait })];
  });
}

function impossible(pages: PageList): Finding[] {
  const findings: Finding[] = [];
  for (const { path, from } of pages) {
    if (isSafePath(path)) continue;
    findings.push(find('address-not-possible', from[0] ?? path, undefined, { address: `/${path}` }));
  }
  return findings;
}
