import type { SpeechSummary } from '../../editions/summary.js';
import { digestOf } from '../../load/digest.js';
import type { PlannedEdition } from '../site/site.js';
import { type Said, type Speaker, speakerOf } from '../site/speakers.js';
import { namedIn, photoPath, speakerCount } from './refs.js';
import { turnIn } from './turn.js';

/*
 * Parts of keys: what pages show of an edition, a speech or a speaker. A key made of the whole input's digest would
 * be right too, but one edited paragraph would then make hundreds of pages anew whose bytes stay the same, and each
 * of them reads other editions' texts for it.
 */

/** A reference to an edition: headline, date, where it comes from. */
export function shownRef(edition: PlannedEdition | null): string {
  if (edition === null) return '';
  return edition.known.get('ref', () => {
    const { id, title, date, source, occasion } = edition.summary;
    return digestOf(JSON.stringify([id, title, date, source, occasion]));
  });
}

/** A speech in a list: speaker, titles, headline, without its text. */
export function shownSpeech(edition: PlannedEdition, speech: SpeechSummary | undefined): string {
  if (speech === undefined) return '';
  return edition.known.get(speech, () => {
    const { id, speaker, kind, titles, headline, photo } = speech;
    const known = speakerOf(edition, speech);
    const turn = turnIn(edition.summary, speech);
    return digestOf(JSON.stringify([id, speaker, kind, titles, headline, photo, turn, known?.slug, known?.portrait]));
  });
}

/** A speech in a list away from its edition. */
export function shownSaid({ edition, speech }: Said): string {
  return `${shownRef(edition)}${shownSpeech(edition, speech)}`;
}

/** A speech with its text, away from its edition. */
export function shownText(said: Said): string {
  return `${shownSaid(said)}${said.speech.text}`;
}

/** An edition with all its texts. */
export function shownWhole(edition: PlannedEdition | null): string {
  if (edition === null) return '';
  const { around, speeches } = edition.summary;
  return edition.known.get('whole', () =>
    digestOf(shownRef(edition), around, ...speeches.map((speech) => shownSpeech(edition, speech) + speech.text)),
  );
}

/** An edition in a list, with the names of its first speakers. */
export function shownCard(edition: PlannedEdition): string {
  return edition.known.get('card', () => {
    const names = namedIn(edition).map((speech) => {
      const known = speakerOf(edition, speech);
      return JSON.stringify([speech.speaker, speech.kind, known?.slug, photoPath(edition, speech), known?.portrait]);
    });
    return digestOf(shownRef(edition), String(speakerCount(edition)), ...names);
  });
}

/** A speaker's name, address and photograph. */
export function shownSpeaker({ name, kind, slug, portrait }: Speaker, pictured: Said | undefined): string {
  return JSON.stringify([name, kind, slug, portrait, pictured && photoPath(pictured.edition, pictured.speech)]);
}
