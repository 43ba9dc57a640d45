import type { WholeEdition } from '../../editions/library.js';
import type { EditionSummary, SpeechSummary } from '../../editions/summary.js';
import type { Input } from '../../load/input.js';
import { parseEdition } from '../../parse/parse.js';
import { parseProse } from '../../parse/prose.js';
import { type Body, type PointNode, paragraphText } from '../../records/body.js';
import type { Point } from '../../records/point.js';
import type { Speech } from '../../records/speech.js';
import { pointAnchor } from '../../render/pointAnchor.js';
import { speechPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import type { Said } from '../site/speakers.js';
import type { EditionView, OutlinePoint, SpeechView } from '../views/index.js';
import { editionRef, headlineView, speakerRef } from './refs.js';

/** A text and its outline: the excerpt, or the full text where there is one. */
interface SpokenText {
  body: Body;
  points: Point[];
}

/** @returns the edition with all its speeches, for its own page and the index */
export function editionView(site: Site, edition: PlannedEdition, { edition: record }: WholeEdition): EditionView {
  return {
    ...editionRef(site, edition),
    lede: record.lede.map(site.display.text),
    credits: record.credits.map(site.display.text),
    speeches: record.speeches.map((speech) => speechView(site, edition, speech, speech.id)),
  };
}

/**
 * @param anchor fragment of the speech's block, unique on the page
 * @param text what the page shows instead of the excerpt
 */
export function speechView(
  site: Site,
  edition: PlannedEdition,
  speech: Speech,
  anchor: string,
  text: SpokenText = speech,
): SpeechView {
  const summary = edition.summary.speeches[indexIn(edition.summary, speech)];
  if (!summary) throw strangeState(edition, speech);
  const body = site.display.body(text.body);
  return {
    anchor,
    href: site.addresses.href(speechPath(edition, speech)),
    speaker: speakerRef(site, edition, summary),
    titles: speech.titles.map(site.display.text),
    notes: speech.notes.map(site.display.text),
    headline: speech.headline === null ? null : headlineView(site, speech.headline),
    opening: site.display.text(speech.paragraphs[0] ?? ''),
    body,
    outline: outlineView(text.points, pointTexts(text.body, body), anchor, ''),
    detail: speech.detail && { label: speech.detail.label, href: originalOf(speech.detail.href) },
    excerpt: speech.excerpt,
  };
}

/** @returns the speech with its text, out of the edition that it stands in */
export function spokenIn(whole: WholeEdition, { edition, speech }: Said): Speech {
  const spoken = whole.edition.speeches[indexIn(edition.summary, speech)];
  if (spoken?.id !== speech.id) throw strangeState(edition, speech);
  return spoken;
}

const indexes = new WeakMap<EditionSummary, Map<string, number>>();

/** Looked up, since an edition of a whole congress has thousands of speeches. */
function indexIn(summary: EditionSummary, { id }: { id: string }): number {
  let index = indexes.get(summary);
  if (!index) {
    index = new Map(summary.speeches.map((speech, at) => [speech.id, at]));
    indexes.set(summary, index);
  }
  return index.get(id) ?? -1;
}

function strangeState({ summary }: PlannedEdition, { id }: { id: string }): Error {
  return new Error(`The build state speaks of another ${summary.file}, with or without ${id}. Delete .zhaideng/`);
}

/** A detail address elsewhere is linked as the original; one relative to the page it came from leads nowhere here. */
function originalOf(href: string | null): string | null {
  return href !== null && /^https?:\/\//iu.test(href) ? href : null;
}

/** A point as written and as its paragraph shows it: the marks of `(1)` depend on what stands beside them. */
interface PointText {
  written: string;
  shown: string;
}

function pointTexts(written: Body, shown: Body): Map<string, PointText> {
  const texts = new Map<string, PointText>();
  for (const [index, { children }] of written.children.entries()) {
    for (const [at, node] of children.entries()) {
      const other = shown.children[index]?.children[at];
      if (node.type !== 'point' || other?.type !== 'point') continue;
      texts.set(node.anchor, { written: textOf(node), shown: textOf(other) });
    }
  }
  return texts;
}

function textOf({ children }: PointNode): string {
  return paragraphText(children);
}

function outlineView(
  points: readonly Point[],
  texts: ReadonlyMap<string, PointText>,
  anchor: string,
  path: string,
): OutlinePoint[] {
  return points.map(({ marker, title, points: inner }, index) => {
    const own = path === '' ? `${index + 1}` : `${path}-${index + 1}`;
    const { written, shown } = texts.get(own) ?? { written: '', shown: '' };
    return {
      marker: written.startsWith(marker) ? shown.slice(0, marker.length) : marker,
      title: written.endsWith(title) ? shown.slice(shown.length - title.length) : title,
      anchor: own,
      href: `#${pointAnchor(anchor, own)}`,
      points: outlineView(inner, texts, anchor, own),
    };
  });
}

/** @returns the full text that 详情 leads to, as it was found; or undefined where the edition has none */
export function fullTextFile({ input }: PlannedEdition, { full }: SpeechSummary): Input | undefined {
  return full === null ? undefined : input.companion.full.findLast(({ name }) => name.whole.normalize('NFC') === full);
}

/** @returns the full text that 详情 leads to, or null where the edition has none for the speaker */
export function fullText({ document }: WholeEdition, key: string | null): SpokenText | null {
  const full = key === null ? undefined : document.full.get(key);
  if (!full) return null;
  // A full text pasted with its own title and speaker line is one speech alone; without them it is prose.
  const { edition } = parseEdition(full);
  const [only, ...others] = edition.speeches;
  if (only && others.length === 0 && only.speaker !== '') return { body: only.body, points: only.points };
  return parseProse(full.root);
}
