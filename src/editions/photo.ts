import { basename, extname } from 'node:path';
import type { Speech } from '../records/speech.js';

/** Where a speaker's photograph comes from; plain, and without any path of this machine. */
export interface Photo {
  /** Its name in `NAME/photos/`; null for a picture that the text itself shows at the speaker's block. */
  file: string | null;
  /** Index of that picture among the speech's pictures; 0 for a file. */
  picture: number;
  /** Ending under which it is published: `.jpg`. */
  extension: string;
}

/** Formats that every browser shows and that cannot hold a script. */
const SHOWN = /^\.(?:jpe?g|png|gif|webp)$/;

/**
 * @param file path of the photograph under the speaker's name, if there is one: it goes before the text's own
 * @returns the photograph of a speech's speaker, or null
 */
export function photoOf({ pictures }: Speech, file: string | undefined): Photo | null {
  if (file !== undefined) return { file: basename(file), picture: 0, extension: endingOf(file) };
  const picture = pictures.findIndex(
    ({ source, path, bytes }) => (bytes ?? path) !== undefined && SHOWN.test(endingOf(path ?? source)),
  );
  const found = pictures[picture];
  return found ? { file: null, picture, extension: endingOf(found.path ?? found.source) } : null;
}

function endingOf(path: string): string {
  return extname(path).toLowerCase();
}
