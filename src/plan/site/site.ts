import type { Root } from 'mdast';
import type { Library } from '../../editions/library.js';
import type { EditionSummary } from '../../editions/summary.js';
import type { Input } from '../../load/input.js';
import type { Content } from '../../load/scan.js';
import type { Theme } from '../../render/theme.js';
import { type Display, makeDisplay } from '../../typography/display.js';
import { Addresses } from './addresses.js';
import { byNewest } from './order.js';
import { gatherSpeakers, type Speaker } from './speakers.js';

/** An edition with its place among the others. */
export interface PlannedEdition {
  input: Input;
  summary: EditionSummary;
  /** Speech id → speaker; roles have none. */
  speakers: Map<string, Speaker>;
  /** The next newer and the next older edition. */
  newer: PlannedEdition | null;
  older: PlannedEdition | null;
}

/** A page of the site's own, from `_pages/`. */
export interface OwnPage {
  file: string;
  digest: string;
  /** `about/` */
  path: string;
  heading: string;
  body: Root;
}

/** All that a page can be made of. */
export interface Site {
  content: Content;
  /** The content folder for people: `content`. */
  folder: string;
  theme: Theme;
  library: Library;
  addresses: Addresses;
  display: Display;
  words: Record<string, string>;
  /** Newest first, drafts left out. */
  editions: PlannedEdition[];
  speakers: Speaker[];
  pages: OwnPage[];
  /** Part of every key: program, theme, configuration, address. */
  digest: string;
}

export interface SiteParts {
  content: Content;
  folder: string;
  theme: Theme;
  library: Library;
  pages: OwnPage[];
  summaries: readonly { input: Input; summary: EditionSummary }[];
  /** The site's address, from the command line or the configuration. */
  url: string | null;
  digest: string;
}

/** Puts editions and speakers in order. */
export async function makeSite({
  content,
  folder,
  theme,
  library,
  pages,
  summaries,
  url,
  digest,
}: SiteParts): Promise<Site> {
  const editions = summaries
    .filter(({ summary }) => !summary.draft)
    .map(({ input, summary }): PlannedEdition => ({ input, summary, speakers: new Map(), newer: null, older: null }))
    .sort((a, b) => byNewest(a.summary, b.summary));
  for (const [index, edition] of editions.entries()) {
    edition.newer = editions[index - 1] ?? null;
    edition.older = editions[index + 1] ?? null;
  }
  const speakers = await gatherSpeakers(editions, content.register, content.statics);
  return {
    content,
    folder,
    theme,
    library,
    addresses: new Addresses(url),
    display: makeDisplay(content.site.punctuation),
    words: theme.words(content.site.lang),
    editions,
    speakers,
    pages,
    digest,
  };
}
