import { endsTranscribed, isNickname, isTranscribed, NAME_DOT, nameStrength } from './name.js';
import { isOffice, isOrganisation, officeAtEnd } from './offices.js';
import type { People } from './people.js';
import { hasRareSurname } from './surnames.js';

/**
 * How sure a reading is. confirmed: something else vouches for the name; clear: title words and surname leave
 * one reading; fair: the shape is right, one of the two is unusual; likely: only the place or the file's
 * pattern can settle it; doubtful: more than one reading, an editor must look.
 */
export type Certainty = 'confirmed' | 'clear' | 'fair' | 'likely' | 'doubtful';

export interface Glued {
  /** Where the name begins. */
  start: number;
  certainty: Certainty;
  alternatives: string[];
}

/**
 * Tells title and name apart where nothing stands between them: 市教育局局长罗青.
 * @param text titles and name, no space or comma inside
 * @param more true when titles stand before this text, so the whole may be a name (…书记、何砚)
 * @returns null when no name can be seen in it
 */
export function readGlued(text: string, people: People, more: boolean): Glued | null {
  const vouched = people.atEnd(text).filter((name) => name.length < text.length || more);
  const longest = vouched[0];
  if (longest !== undefined) {
    // 明川 may be vouched for only as the tail of 陆明川: the longest wins, since both are then vouched for.
    return { start: text.length - longest.length, certainty: 'confirmed', alternatives: [] };
  }
  const dot = text.search(NAME_DOT);
  if (dot >= 0) return readDotted(text, dot);
  // 总工程师 ends in an office: 程师 is no name.
  const office = officeAtEnd(text)?.length ?? 0;
  const all = cuts(text, 2, 4)
    .reverse()
    .filter(({ name }) => name.length >= office);
  const transcribed = endsTranscribed(text)
    ? [...cuts(text, 5, 7), ...all].find(({ title, name }) => isTranscribed(name) && isOffice(title))
    : undefined;
  if (transcribed) return { start: transcribed.title.length, certainty: 'fair', alternatives: [] };
  const candidates = all.filter(
    ({ name }) =>
      nameStrength(name) === 'strong' || isNickname(name) || (hasRareSurname(name) && nameStrength(name) === 'fair'),
  );
  const behindOffice = candidates.filter(({ title }) => endsInTitle(title));
  const best = behindOffice.length > 0 ? behindOffice : candidates.filter(({ title }) => isOrganisation(title));
  const first = best[0];
  if (!first) {
    // 村医田海波, 一级警长蔺如海, 养蜂人罗青: the list of offices has no word for it, and the word says what a person does.
    const doer = candidates.filter(
      ({ title, name }) =>
        title.length > 1 &&
        !/^(.)\1$/u.test(name) &&
        isOffice(title) &&
        officeAtEnd(text.slice(0, title.length + 1)) === null,
    );
    if (doer.length === 1 && doer[0]) return { start: doer[0].title.length, certainty: 'fair', alternatives: [] };
    return readUnusual([...all, ...cuts(text, 5, 7)]);
  }
  const alternatives = best.map(({ name }) => name);
  const sure = hasRareSurname(first.name) ? 'fair' : 'clear';
  const certainty = behindOffice.length === 1 ? sure : 'doubtful';
  return { start: first.title.length, certainty, alternatives: certainty === 'doubtful' ? alternatives : [] };
}

/** 局长, “最美护林员”: an office, or an honour in quotes. */
function endsInTitle(title: string): boolean {
  return officeAtEnd(title.replace(/[”」』"]$/u, '')) !== null || /^[“「『][^”」』]{2,12}[”」』]$/u.test(title);
}

interface Cut {
  title: string;
  name: string;
}

/** All ways to cut so many characters off the end and leave two or more, the shortest name first. */
function cuts(text: string, shortest: number, longest: number): Cut[] {
  const found: Cut[] = [];
  let start = text.length;
  for (let length = 1; length <= longest && start > 2; length++) {
    start -= (text.codePointAt(start - 2) ?? 0) > 0xffff ? 2 : 1;
    if (length >= shortest && start > 1) found.push({ title: text.slice(0, start), name: text.slice(start) });
  }
  return found;
}

/**
 * 副主席阿依·热合曼: the name begins behind the last office before its dot. Behind a body (市工商联卓玛‧央金) it
 * may begin anywhere, and 委员 may be the beginning of 委员会: only an editor can tell.
 */
function readDotted(text: string, dot: number): Glued | null {
  const starts = Array.from({ length: Math.max(0, dot - 2) }, (_, index) => dot - 1 - index).filter(
    (start) => nameStrength(text.slice(start)) === 'strong',
  );
  const office = starts.find((start) => officeAtEnd(text.slice(0, start)) !== null);
  const body = starts.find((start) => isOrganisation(text.slice(0, start)));
  if (office !== undefined && (body === undefined || body <= office)) {
    return { start: office, certainty: 'clear', alternatives: [] };
  }
  if (body === undefined) return null;
  const alternatives = office === undefined ? [] : [text.slice(office)];
  return { start: body, certainty: 'doubtful', alternatives: [text.slice(body), ...alternatives] };
}

/** A name without surname, or of four characters, behind an office: it may be right, an editor must look. */
function readUnusual(all: readonly Cut[]): Glued | null {
  const named = all.filter(({ name }) => nameStrength(name) !== 'none');
  const behindOffice = named.filter(({ title }) => officeAtEnd(title) !== null);
  const found =
    behindOffice.length > 0 ? behindOffice : named.filter(({ title }) => title.length > 4 && isOffice(title));
  const best = found[0];
  return best ? { start: best.title.length, certainty: 'doubtful', alternatives: found.map(({ name }) => name) } : null;
}
