import type { Root, RootContent } from 'mdast';
import type { Finding } from '../../diagnostics/finding.js';
import type { Library } from '../../editions/library.js';
import type { EditionSummary } from '../../editions/summary.js';
import type { Input } from '../../load/input.js';
import type { Content } from '../../load/scan.js';
import type { Theme } from '../../render/theme.js';
import { type Display, makeDisplay } from '../../typography/display.js';
import { Addresses } from './addresses.js';
import { Known, type PlanMemory } from './known.js';
import { REMEMBERING } from './large.js';
import { byNewest } from './order.js';
import type { Pin } from './pin.js';
import { gatherSpeakers, nearestOthers, type Speaker } from './speakers.js';

/** An edition with its place among the others. */
export interface PlannedEdition {
  input: Input;
  summary: EditionSummary;
  /** Beside each speech its speaker; roles have none. */
  speakers: (Speaker | undefined)[];
  /** Beside each speech its index among its speaker's. */
  places: number[];
  /** The next newer and the next older edition. */
  newer: PlannedEdition | null;
  older: PlannedEdition | null;
  known: Known;
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
  /** Whose each speaker's address is when the site is published. */
  pins: readonly Pin[];
  /** What is wrong with the speakers' addresses. */
  findings: Finding[];
  pages: OwnPage[];
  /** Part of every key: program, theme, configuration, address. */
  digest: string;
  memory: PlanMemory | null;
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
  /** Whose each published address is; none where nothing was published. */
  pins: readonly Pin[];
  /** What is known of the last plan's editions and speakers; without it nothing is kept for a next one. */
  memory?: PlanMemory;
}

/** @returns an edition without its place. @param all see {@link Known} */
export function unplaced({ input, summary }: { input: Input; summary: EditionSummary }, all: boolean): PlannedEdition {
  return { input, summary, speakers: [], places: [], newer: null, older: null, known: new Known(null, all) };
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
  pins: published,
  memory,
}: SiteParts): Promise<Site> {
  const all = summaries.length <= REMEMBERING;
  const editions = summaries
    .filter(({ summary }) => !summary.draft)
    .map((each) => unplaced(each, all))
    .sort((a, b) => byNewest(a.summary, b.summary));
  for (const [index, edition] of editions.entries()) {
    edition.newer = editions[index - 1] ?? null;
    edition.older = editions[index + 1] ?? null;
  }
  const addresses = new Addresses(url);
  const { speakers, pins, findings } = await gatherSpeakers(editions, {
    register: content.register,
    registerFile: `${folder}/speakers.yaml`,
    statics: content.statics,
    pins: published,
  });
  if (memory) recall(memory, digest, editions, speakers);
  return {
    content,
    folder,
    theme,
    library,
    addresses,
    display: makeDisplay(content.site.punctuation),
    words: theme.words(content.site.lang),
    editions,
    speakers,
    pins,
    findings,
    pages: pages.map((page) => ({ ...page, body: withPrefix(page.body, addresses) })),
    digest,
    memory: memory ?? null,
  };
}

/** @returns a text of the site's own in which `/speakers/` is an address of the site, as it is in `nav` */
function withPrefix<T extends Root | RootContent>(node: T, addresses: Addresses): T {
  if ('url' in node) return withChildren({ ...node, url: addresses.local(node.url) }, addresses);
  return withChildren(node, addresses);
}

function withChildren<T extends Root | RootContent>(node: T, addresses: Addresses): T {
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => withPrefix(child, addresses)) };
}

/**
 * Gives editions and speakers what the last plan knew of them. Summaries of unchanged inputs are the same objects,
 * so a speech's summary stands for all that it and its edition say.
 */
function recall(
  memory: PlanMemory,
  digest: string,
  editions: readonly PlannedEdition[],
  speakers: readonly Speaker[],
): void {
  memory.begin(digest);
  for (const speaker of speakers) {
    const dependencies: unknown[] = [speaker.name, speaker.kind, speaker.slug, speaker.portrait];
    for (const { speech } of speaker.speeches) dependencies.push(speech);
    speaker.known = memory.known(`speaker ${speaker.slug}`, dependencies);
  }
  for (const edition of editions) {
    const { input, summary, newer, older } = edition;
    const dependencies: unknown[] = [input.digest, summary, newer?.summary, older?.summary];
    for (let index = 0; index < summary.speeches.length; index += 1) {
      const speaker = edition.speakers[index];
      dependencies.push(speaker?.name, speaker?.kind, speaker?.slug, speaker?.portrait);
      for (const other of nearestOthers(edition, index)) dependencies.push(other.speech);
    }
    edition.known = memory.known(`edition ${summary.file}`, dependencies);
  }
}
