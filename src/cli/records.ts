import type { PlannedEdition } from '../plan/site/site.js';
import type { Edition, EditionRecord } from '../records/edition.js';
import type { Speech, SpeechRecord } from '../records/speech.js';

/**
 * An edition as `check --json` prints it: the contract's fields in their order, and no others. Where the content
 * has errors, fields are as far as they were understood.
 * @param speakers of the site: they know the address that a speaker has among all others
 */
export function recordOf(edition: Edition, speakers: PlannedEdition['speakers']): EditionRecord {
  const { id, file, title, date, source, occasion, lede, asides, credits } = edition;
  const speeches = edition.speeches.map((speech, index) => speechRecord(speech, speakers[index]?.slug));
  return { id, file, title, date, source, occasion, lede, asides, credits, speeches };
}

function speechRecord(speech: Speech, slug: string | undefined): SpeechRecord {
  const { id, speaker, speakerId, speakerKind, titles, notes, headline, excerpt } = speech;
  const { paragraphs, points, detail, position } = speech;
  return {
    id,
    speaker,
    speakerId: slug ?? speakerId,
    speakerKind,
    titles,
    notes,
    headline,
    excerpt,
    paragraphs,
    points,
    detail,
    position,
  };
}
