import { identityOf } from '../parse/people/name.js';

/**
 * Photographs and full texts are found by the speaker's name, whatever its padding and dots.
 * @param names of the files of a folder, without their endings
 * @returns the name that is the speaker's: `陆明` of `NAME/photos/陆明.jpg`, or null
 */
export function fileNameFor(names: Iterable<string>, speaker: string): string | null {
  const identity = identityOf(speaker);
  for (const name of names) if (identityOf(name) === identity) return name;
  return null;
}
