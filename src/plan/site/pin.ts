/**
 * Whose a speaker's address is. The publish stage keeps it with what it published, so that an address never becomes
 * another person's: also that of a person who is on the site no more.
 */
export interface Pin {
  /** `li-ming` of `/speakers/li-ming/`. */
  readonly slug: string;
  /** The name, as names of one person are equal: simplified, without padding. */
  readonly name: string;
  /** Words of the titles that tell the person from a namesake; none where nothing has to. */
  readonly words: readonly string[];
}

/** @returns whether both give the same addresses to the same people; each is in order by slug */
export function arePinsSame(a: readonly Pin[], b: readonly Pin[]): boolean {
  return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
}
