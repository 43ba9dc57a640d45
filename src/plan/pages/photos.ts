import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SpeechSummary } from '../../editions/summary.js';
import { digestOf } from '../../load/digest.js';
import type { FoundFile } from '../../load/input.js';
import { InputChanged } from '../../load/load.js';
import type { Page } from '../page.js';
import type { PlannedEdition, Site } from '../site/site.js';
import { indexIn } from '../site/speakers.js';
import { makePage } from './make.js';
import { photoPath } from './refs.js';

/** The photograph beside a speech's page: a file of `NAME/photos/`, or a picture of the text; null where there is none. */
export function photoFile(site: Site, edition: PlannedEdition, speech: SpeechSummary): Page | null {
  const path = photoPath(edition, speech);
  if (path === null) return null;
  const { input, summary } = edition;
  const file = input.companion.photos.find(({ absolute }) => basename(absolute) === speech.photo?.file);
  const model = async () => ({ bytes: file ? await readUnchanged(file) : await pictureOf(site, edition, speech) });
  const of = () => [file ? file.digest : input.digest];
  const from = [file ? file.file : summary.file];
  return makePage(site, { kind: 'file', path, of, from, phase: 'asset', model });
}

async function pictureOf(site: Site, edition: PlannedEdition, speech: SpeechSummary): Promise<Uint8Array> {
  const { companion, file } = edition.input;
  const { speeches } = (await site.library.whole(edition.input)).edition;
  const picture = speeches[indexIn(edition, speech)]?.pictures[speech.photo?.picture ?? 0];
  if (picture?.bytes) return picture.bytes;
  const beside = [...companion.pictures, ...companion.photos].find(({ absolute }) => absolute === picture?.path);
  if (!beside) throw new InputChanged(file);
  return readUnchanged(beside);
}

/** @throws InputChanged when the file is no longer what the plan was made of */
export async function readUnchanged(found: Pick<FoundFile, 'absolute' | 'digest' | 'file'>): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(found.absolute);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new InputChanged(found.file);
    throw error;
  }
  if (digestOf(bytes) !== found.digest) throw new InputChanged(found.file);
  return bytes;
}
