import { extname } from 'node:path';
import { find } from '../diagnostics/finding.js';
import { isContent, isPhoto, isPicture, stemOf } from './fileName.js';
import { type Companion, type FoundFile, type Input, noCompanion } from './input.js';
import type { Entry, Listing } from './listing.js';
import { formatOf } from './readers/index.js';

/**
 * Reads the folder `NAME/` that belongs to `NAME.txt` or holds `index.txt`: photographs, full texts, pictures.
 * @param folder null where there is none
 * @param index the folder holds the text itself; what else lies in it is then no matter of the companion
 */
export function readCompanion(folder: string | null, index: boolean, listing: Listing): Companion {
  if (folder === null) return { ...noCompanion };
  const companion: Companion = { ...noCompanion, full: [], photos: [], pictures: [] };
  for (const entry of list(folder, listing)) {
    if (entry.kind === 'folder' && entry.name === 'photos') companion.photos = readPhotos(entry.absolute, listing);
    else if (entry.kind === 'folder' && entry.name === 'full') companion.full = readFull(entry.absolute, listing);
    else if (!index) readOther(entry, companion, listing);
  }
  return companion;
}

/** Lists a folder of the companion. Links to folders have no business there and could lead in circles. */
function list(folder: string, listing: Listing): Entry[] {
  const entries = listing.list(folder, isContent);
  return entries.filter((entry) => (entry.link && entry.kind === 'folder' ? stray(entry, listing) : entry) !== null);
}

function readPhotos(folder: string, listing: Listing): FoundFile[] {
  const photos: FoundFile[] = [];
  for (const entry of list(folder, listing)) {
    const found =
      entry.kind === 'file' && isPhoto(entry.name) ? listing.hashPicture(entry.absolute) : stray(entry, listing);
    if (found !== null) photos.push(found);
  }
  return photos;
}

function readFull(folder: string, listing: Listing): Input[] {
  const full: Input[] = [];
  for (const entry of list(folder, listing)) {
    const format = entry.kind === 'file' ? formatOf(extname(entry.name)) : null;
    const found = format === null ? stray(entry, listing) : listing.hash(entry.absolute);
    if (format === null || found === null) continue;
    const whole = stemOf(entry.name);
    full.push({
      ...found,
      format,
      own: found.digest,
      name: { date: null, stem: whole, whole },
      companion: noCompanion,
    });
  }
  return full;
}

/** Pictures in `NAME/` are those that the text shows; all else in it has no place. */
function readOther(entry: Entry, companion: Companion, listing: Listing): void {
  if (entry.kind === 'folder') {
    for (const inner of list(entry.absolute, listing)) readOther(inner, companion, listing);
  } else if (isPicture(entry.name)) {
    const found = listing.hashPicture(entry.absolute);
    if (found !== null) companion.pictures.push(found);
  } else stray(entry, listing);
}

function stray(entry: Entry, listing: Listing): null {
  listing.findings.push(find('stray-companion', listing.display(entry.absolute), undefined, { name: entry.name }));
  return null;
}
