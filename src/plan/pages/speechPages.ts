import { readFile } from 'node:fs/promises';
import type { SpeechSummary } from '../../editions/summary.js';
import { InputChanged } from '../../load/load.js';
import { digestOf } from '../../load/digest.js';
import type { Page } from '../page.js';
import { speakerPath, speechPath } from '../site/addresses.js';
import type { PlannedEdition, Site } from '../site/site.js';
import type { Said } from '../site/speakers.js';
import { baseView } from './base.js';
import { editionCrumbs, shorten } from './editionPages.js';
import { digestOfEdition, makePage } from './make.js';
import { dateView, editionRef, nameOf, photoPath, speechRef } from './refs.js';
import { breadcrumbData, headlineOf, speechData } from './structuredData.js';
import { fullText, speechView } from './texts.js';

/** The speaker's nearest other speeches on a speech's page. */
const NEAREST = 5;

/** The page of one speech, where 详情 leads, and the speaker's photograph beside it. */
export function speechPages(site: Site, edition: PlannedEdition): Page[] {
  return edition.summary.speeches.flatMap((speech, index) => [speechPage(site, edition, speech, index), ...photoFile(site, edition, speech)]);
}

function speechPage(site: Site, edition: PlannedEdition, speech: SpeechSummary, index: number): Page {
  const others = nearestOthers(edition, speech);
  const path = speechPath(edition, speech);
  return makePage(site, {
    kind: 'speech',
    path,
    of: [digestOfEdition(edition), ...others.map((said) => `${digestOfEdition(said.edition)}#${said.speech.id}`)],
    from: [edition.summary.file],
    model: async () => {
      const whole = await site.library.whole(edition.input);
      const record = whole.edition.speeches[index];
      if (!record) throw new Error(`${edition.summary.file} has no speech ${index + 1}. Delete the build state`);
      const full = fullText(whole, speech.full);
      const headline = headlineOf(site, edition, speech);
      const speaker = edition.speakers.get(speech.id);
      const crumbs = [...editionCrumbs(site, edition), { label: speech.speaker, href: site.addresses.href(path) }];
      const neighbour = (at: number): Said | null => {
        const other = edition.summary.speeches[at];
        return other ? { edition, speech: other } : null;
      };
      const previous = neighbour(index - 1);
      const next = neighbour(index + 1);
      return {
        ...baseView(site, {
          path,
          title: `${speech.speaker}：${headline}`,
          description: shorten(site.display.text(record.paragraphs[0] ?? headline)),
          type: 'article',
          breadcrumbs: crumbs,
          feeds: speaker ? [{ label: speaker.name, href: site.addresses.href(`${speakerPath(speaker)}feed.xml`) }] : [],
          data: [...speechData(site, edition, speech), ...breadcrumbData(site, crumbs)],
          facts: { date: edition.summary.date, source: edition.summary.source, author: speech.speaker },
        }),
        edition: editionRef(site, edition),
        speech: speechView(site, edition, record, speech.id, full ?? record),
        full: full !== null,
        previous: previous && speechRef(site, previous),
        next: next && speechRef(site, next),
        others: others.map((said) => speechRef(site, said)),
        citation: citationOf(site, edition, speech, headline),
      };
    },
  });
}

/** The other speeches of the speaker that are nearest in time, newest first; never one of the same place. */
function nearestOthers(edition: PlannedEdition, speech: SpeechSummary): Said[] {
  const all = edition.speakers.get(speech.id)?.speeches ?? [];
  const at = all.findIndex((said) => said.edition === edition && said.speech === speech);
  const from = Math.max(0, Math.min(at - Math.floor(NEAREST / 2), all.length - NEAREST - 1));
  return all.slice(from, from + NEAREST + 1).filter((_, index) => from + index !== at);
}

/** Speaker. Headline [N]. Site, date. Address: GB/T 7714 for a newspaper article, without what is not known. */
function citationOf(site: Site, edition: PlannedEdition, speech: SpeechSummary, headline: string): string {
  const where = edition.summary.source ?? site.content.site.name;
  const date = dateView(edition.summary.date)?.iso;
  const url = site.addresses.absolute(speechPath(edition, speech));
  return `${speech.speaker}. ${headline}[N]. ${where}${date ? `, ${date}` : ''}.${url ? ` ${url}` : ''}`;
}

function photoFile(site: Site, edition: PlannedEdition, speech: SpeechSummary): Page[] {
  const photo = edition.input.companion.photos.find(({ absolute }) => nameOf(absolute) === speech.photo);
  if (speech.photo === null || !photo) return [];
  const page = makePage(site, {
    kind: 'file',
    path: photoPath(edition, speech),
    of: [photo.digest],
    from: [photo.file],
    phase: 'asset',
    model: async () => ({ bytes: await readUnchanged(photo) }),
  });
  return [page];
}

/** @throws InputChanged when the file is no longer what the plan was made of */
export async function readUnchanged({ absolute, digest, file }: { absolute: string; digest: string; file: string }): Promise<Uint8Array> {
  const bytes = await readFile(absolute);
  if (digestOf(bytes) !== digest) throw new InputChanged(file);
  return bytes;
}
