import type { WholeEdition } from '../../editions/library.js';
import { parseEdition } from '../../parse/parse.js';
import { parseProse } from '../../parse/prose.js';
import type { Body } from '../../records/body.js';
import type { Point } from '../../records/point.js';
import type { Speech } from '../../records/speech.js';
import { speechPath } from '../site/addresses.js';
import { pointAnchor } from '../../render/pointAnchor.js';
import type { PlannedEdition, Site } from '../site/site.js';
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
export function speechView(site: Site, edition: PlannedEdition, speech: Speech, anchor: string, text: SpokenText = speech): SpeechView {
  const summary = edition.summary.speeches.find(({ id }) => id === speech.id);
  if (!summary) throw new Error(`${edition.summary.file} has no speech ${speech.id} in its summary. Delete the build state`);
  return {
    anchor,
    href: site.addresses.href(speechPath(edition, speech)),
    speaker: speakerRef(site, edition, summary),
    titles: speech.titles.map(site.display.text),
    notes: speech.notes.map(site.display.text),
    headline: speech.headline === null ? null : headlineView(site, speech.headline),
    opening: site.display.text(speech.paragraphs[0] ?? ''),
    body: site.display.body(text.body),
    outline: outlineView(site, text.points, anchor, ''),
    detail: speech.detail && { label: speech.detail.label, href: originalOf(speech.detail.href) },
    excerpt: speech.excerpt,
  };
}

/** A detail address elsewhere is linked as the original; one relative to the page it came from leads nowhere here. */
function originalOf(href: string | null): string | null {
  return href !== null && /^https?:\/\//iu.test(href) ? href : null;
}

function outlineView(site: Site, points: readonly Point[], anchor: string, path: string): OutlinePoint[] {
  return points.map((point, index) => {
    const own = path === '' ? `${index + 1}` : `${path}-${index + 1}`;
    return {
      marker: site.display.text(point.marker),
      title: site.display.text(point.title),
      anchor: own,
      href: `#${pointAnchor(anchor, own)}`,
      points: outlineView(site, point.points, anchor, own),
    };
  });
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
