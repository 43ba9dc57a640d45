import type { RegisterEntry } from '../../load/config/register.js';
import type { Pin } from './pin.js';

/** Someone who may have an address: the names that they go under, and the words that tell them from a namesake. */
export interface Bearer {
  /** As names of one person are equal: simplified, without padding. */
  names: ReadonlySet<string>;
  /** See {@link Pin}. */
  words: readonly string[];
}

/** An entry of the register. */
export interface Registered extends Bearer {
  entry: RegisterEntry;
}

/** A speaker of the site, who needs an address. */
export interface Claimant extends Bearer {
  /** What the register says, or null. */
  entry: RegisterEntry | null;
  /** The first of the names. */
  name: string;
  /** The slug of the name alone. */
  natural: string;
}

/**
 * Gives each speaker a slug. The register's goes before all; then everyone keeps what was published as theirs; who is
 * new gets the name's own slug, or the next number that never was anybody's. Nobody's depends on who comes later.
 * @param claimants in the order in which they first spoke
 * @param pins whose each published address is
 * @returns their slugs, beside them
 */
export function giveSlugs(
  claimants: readonly Claimant[],
  register: readonly Registered[],
  pins: readonly Pin[],
): string[] {
  const taken = new Set(register.flatMap(({ entry }) => entry.slug ?? []));
  const kept = keptSlugs(claimants, register, pins, taken);
  for (const { slug } of pins) taken.add(slug);
  /** Slug → the last number tried, so that a thousand namesakes cost no million questions. */
  const numbers = new Map<string, number>();
  return claimants.map((claimant) => {
    const known = claimant.entry?.slug ?? kept.get(claimant);
    if (known !== undefined) return known;
    const { natural } = claimant;
    let free = natural;
    for (let number = (numbers.get(natural) ?? 1) + 1; taken.has(free); number += 1) {
      free = `${natural}-${number}`;
      numbers.set(natural, number);
    }
    taken.add(free);
    return free;
  });
}

/** @returns whether the address may be this one's: a published one without words is anybody's of the name */
export function mayBeTheirs({ name, words }: Pin, bearer: Bearer): boolean {
  if (!bearer.names.has(name)) return false;
  return words.length === 0 || bearer.words.length === 0 || words.some((word) => bearer.words.includes(word));
}

/** As {@link mayBeTheirs}, and nobody else of the name can have it. */
function isTheirs(pin: Pin, bearer: Bearer): boolean {
  return (pin.words.length === 0) === (bearer.words.length === 0) && mayBeTheirs(pin, bearer);
}

/**
 * The published slugs of speakers to whom the register gives none. First those that surely are someone's; then those
 * of a name whose namesakes the register tells apart now, or does so no more.
 * @param given slugs that the register gives
 */
function keptSlugs(
  claimants: readonly Claimant[],
  register: readonly Registered[],
  pins: readonly Pin[],
  given: ReadonlySet<string>,
): Map<Claimant, string> {
  const kept = new Map<Claimant, string>();
  if (pins.length === 0) return kept;
  const byName = new Map<string, Pin[]>();
  for (const pin of pins) byName.set(pin.name, [...(byName.get(pin.name) ?? []), pin]);
  const pinsOf = ({ names }: Bearer) => [...names].flatMap((name) => byName.get(name) ?? []);
  const owned = new Set<Pin>();
  for (const bearer of [...register, ...claimants]) {
    for (const pin of pinsOf(bearer)) if (isTheirs(pin, bearer)) owned.add(pin);
  }
  const used = new Set(given);
  const keep = (may: (pin: Pin, claimant: Claimant) => boolean): void => {
    for (const claimant of claimants) {
      if (claimant.entry?.slug !== undefined || kept.has(claimant)) continue;
      const theirs = pinsOf(claimant).filter((pin) => may(pin, claimant) && !used.has(pin.slug));
      const best =
        theirs.find(({ slug }) => slug === claimant.natural) ??
        theirs.find(({ name }) => name === claimant.name) ??
        theirs[0];
      if (best === undefined) continue;
      kept.set(claimant, best.slug);
      used.add(best.slug);
    }
  };
  keep(isTheirs);
  keep((pin, claimant) => !owned.has(pin) && mayBeTheirs(pin, claimant));
  return kept;
}
