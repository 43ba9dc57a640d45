import type { ShownPoint, ShownSpeech, ShownText } from '../../editions/shownEdition.js';
import type { SpeechSummary } from '../../editions/summary.js';
import type { EditionTexts } from '../../editions/textStore.js';
import type { Input } from '../../load/input.js';
import { pointAnchor } from '../../render/pointAnchor.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { indexIn, type Said } from '../site/speakers.js';
import type { EditionView, OutlinePoint, SpeechView } from '../views/index.js';
import { atHand } from './atHand.js';
import { editionRef, headlineView, speakerRef, speechHref } from './refs.js';
import { turnIn } from './turn.js';

/** @returns the edition with all its speeches, for its own page and the index */
export function editionView(site: Site, edition: PlannedEdition, texts: EditionTexts): EditionView {
  texts.gather();
  const { lede, asides, credits } = texts.around();
  return {
    speeches: edition.summary.speeches.map((speech) =>
      speechView(site, { edition, speech }, spokenIn(texts, { edition, speech }), speech.id),
    ),
    ...editionRef(site, edition),
    lede,
    asides: Object.fromEntries(asides.map(({ after, paragraphs }) => [after, paragraphs])),
    credits,
  };
}

/**
 * @param anchor fragment of the speech's block, unique on the page
 * @param text what the page shows instead of the excerpt
 */
export function speechView(
  site: Site,
  said: Said,
  shown: ShownSpeech,
  anchor: string,
  text: ShownText = shown,
): SpeechView {
  if (text !== shown) return makeSpeechView(site, said, shown, anchor, text);
  const { speeches } = atHand(site);
  const known = speeches.get(said.speech);
  if (known?.shown === shown && known.view.anchor === anchor) return known.view;
  return speeches.set(said.speech, { shown, view: makeSpeechView(site, said, shown, anchor, text) }).view;
}

function makeSpeechView(site: Site, said: Said, shown: ShownSpeech, anchor: string, text: ShownText): SpeechView {
  const { edition, speech } = said;
  return {
    anchor,
    href: speechHref(site, said),
    speaker: speakerRef(site, edition, speech),
    titles: speech.titles.map(site.display.text),
    notes: shown.notes,
    turn: turnIn(edition.summary, speech),
    headline: speech.headline === null ? null : headlineView(site, speech.headline),
    opening: shown.opening ?? '',
    body: text.body,
    outline: outlineView(text.outline, `#${pointAnchor(anchor, '')}`, ''),
    detail: shown.detail && { label: shown.detail.label, href: originalOf(shown.detail.href) },
    excerpt: shown.excerpt,
  };
}

/** @returns the text of a speech, out of those of the edition that it stands in */
export function spokenIn(texts: EditionTexts, { edition, speech }: Said): ShownSpeech {
  const shown = texts.speech(indexIn(edition, speech));
  if (shown?.id !== speech.id) {
    const { file } = edition.summary;
    throw new Error(`The build state speaks of another ${file}, with or without ${speech.id}. Delete .zhaideng/`);
  }
  return shown;
}

/** A detail address elsewhere is linked as the original; one relative to the page it came from leads nowhere here. */
function originalOf(href: string | null): string | null {
  return href !== null && /^https?:\/\//iu.test(href) ? href : null;
}

const none: OutlinePoint[] = [];

/**
 * @param fragment of a point, without its path
 * @param above path of the point that these stand below, with a hyphen; empty for the outermost
 */
function outlineView(points: readonly ShownPoint[], fragment: string, above: string): OutlinePoint[] {
  if (points.length === 0) return none;
  const views: OutlinePoint[] = [];
  for (const { marker, title, points: inner } of points) {
    const anchor = `${above}${views.length + 1}`;
    const below = inner.length === 0 ? none : outlineView(inner, fragment, `${anchor}-`);
    views.push({ marker, title, anchor, href: `${fragment}${anchor}`, points: below });
  }
  return views;
}

/** @returns the full text that 详情 leads to, as it was found; or undefined where the edition has none */
export function fullTextFile({ input }: PlannedEdition, { full }: SpeechSummary): Input | undefined {
  return full === null ? undefined : input.companion.full.findLast(({ name }) => name.whole.normalize('NFC') === full);
}
