import { Recent } from '../../editions/recent.js';
import type { ShownSpeech } from '../../editions/shownEdition.js';
import type { SpeechSummary } from '../../editions/summary.js';
import type { SpeakerKind } from '../../records/speech.js';
import type { PlannedEdition, Site } from '../site/site.js';
import type { Speaker } from '../site/speakers.js';
import type { EditionRefView, SpeakerRefView, SpeechView } from '../views/index.js';

/** Views that the pages which come next show as well. */
class AtHand {
  /** Up to a megabyte: a speaker's other speeches stand in editions of many years. */
  readonly editions = new Recent<PlannedEdition, EditionRefView>(2000);
  /** Speakers of the edition whose pages are made, mostly. */
  readonly speakers = new Recent<Speaker, { written: string; kind: SpeakerKind; ref: SpeakerRefView }>(64);
  /** An edition's page comes before those of its speeches. */
  readonly speeches = new Recent<SpeechSummary, { shown: ShownSpeech; view: SpeechView }>(64);
}

/** By site: the preview's last one must not be held by what was shown of it. */
const kept = new WeakMap<Site, AtHand>();

export function atHand(site: Site): AtHand {
  let own = kept.get(site);
  if (own === undefined) {
    own = new AtHand();
    kept.set(site, own);
  }
  return own;
}
