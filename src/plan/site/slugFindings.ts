import { type Finding, find } from '../../diagnostics/finding.js';
import type { Place } from '../../records/place.js';
import type { SpeakerKind } from '../../records/speech.js';
import type { Pin } from './pin.js';
import { type Claimant, giveSlugs, mayBeTheirs, type Registered } from './speakerSlugs.js';

/** A speaker with an address, as findings name them. */
export interface Addressed extends Claimant {
  /** The name as it is shown. */
  shown: string;
  kind: SpeakerKind;
  slug: string;
  /** Where they first spoke. */
  file: string;
  position: Place;
}

/** People of one slug that a finding names. */
const NAMED = 5;
/** Lines to paste at a time: with these in the register the others keep their slugs, and are told next. */
const LINES = 50;

export interface Given {
  /** In the order in which they first spoke. */
  speakers: readonly Addressed[];
  register: readonly Registered[];
  pins: readonly Pin[];
  /** `content/speakers.yaml` */
  registerFile: string;
}

/**
 * What is wrong with the speakers' addresses: a slug of the register that was published as another person's, and
 * addresses that the content alone does not settle. Where nothing but an output folder says whose an address is, a
 * build into another one may give it to somebody else.
 */
export function slugFindings(given: Given): Finding[] {
  const unwritten = given.speakers.filter(({ entry }) => entry?.slug === undefined);
  const shared = sharedSlugs(given, unwritten);
  const told = new Set(shared.flatMap(({ members }) => members));
  return [
    ...takenSlugs(given),
    ...shared.map(({ finding }) => finding),
    ...movingSlugs(
      given,
      unwritten.filter((speaker) => !told.has(speaker)),
    ),
  ];
}

function takenSlugs({ speakers, register, pins, registerFile }: Given): Finding[] {
  const bySlug = new Map(pins.map((pin) => [pin.slug, pin]));
  return register.flatMap((registered) => {
    const { name, slug } = registered.entry;
    const pin = slug === undefined ? undefined : bySlug.get(slug);
    if (pin === undefined || mayBeTheirs(pin, registered)) return [];
    const taken = new Set([...speakers, ...pins, ...register.map(({ entry }) => entry)].map((each) => each.slug));
    let number = 2;
    while (taken.has(`${pin.slug}-${number}`)) number += 1;
    const params = { name, slug: pin.slug, owner: pin.name, free: `${pin.slug}-${number}` };
    return [find('speaker-slug-taken', registerFile, undefined, params)];
  });
}

/** Speakers of one slug, at the first who did not get it. */
function sharedSlugs(
  { speakers }: Given,
  unwritten: readonly Addressed[],
): { members: readonly Addressed[]; finding: Finding }[] {
  const groups = new Map<string, Addressed[]>();
  for (const speaker of unwritten) {
    const group = groups.get(speaker.natural);
    if (group) group.push(speaker);
    else groups.set(speaker.natural, [speaker]);
  }
  const bySlug = new Map(speakers.map((speaker) => [speaker.slug, speaker]));
  return [...groups].flatMap(([natural, wanting]) => {
    const holder = bySlug.get(natural);
    // `A 2` wants `a-2`, which the second of two called `A` may have.
    const isOther = holder !== undefined && holder.entry?.slug === undefined && holder.natural !== natural;
    const members = isOther ? [holder, ...wanting] : wanting;
    const second = wanting.find(({ slug }) => slug !== natural);
    if (members.length < 2 || second === undefined) return [];
    const names = members.slice(0, NAMED).map(({ shown }) => `“${shown}”`);
    const more = members.length > NAMED ? `…（${members.length}）` : '';
    const params = { names: names.join('、') + more, slug: natural, lines: linesFor(members.slice(0, LINES)) };
    return [{ members, finding: find('speakers-share-slug', second.file, second.position, params) }];
  });
}

/** Speakers who would have another address if nothing had been published. */
function movingSlugs({ speakers, register, pins }: Given, alone: readonly Addressed[]): Finding[] {
  if (pins.length === 0 || alone.every(({ slug, natural }) => slug === natural)) return [];
  const fresh = new Map(giveSlugs(speakers, register, []).map((slug, index) => [speakers[index], slug]));
  const present = new Set(speakers.map(({ slug }) => slug));
  const bySlug = new Map(pins.map((pin) => [pin.slug, pin]));
  return alone.flatMap((speaker) => {
    const { shown: name, slug, file, position } = speaker;
    const other = fresh.get(speaker) ?? slug;
    if (other === slug) return [];
    const pin = present.has(other) ? undefined : bySlug.get(other);
    const params = { name, slug, other, lines: linesFor([speaker]) };
    if (pin === undefined) return [find('speaker-slug-unwritten', file, position, params)];
    return [find('speaker-slug-of-former', file, position, { ...params, owner: pin.name })];
  });
}

/** What `speakers.yaml` has to say; for who stands in it a comment that says what to add there. */
function linesFor(speakers: readonly Addressed[]): string {
  return speakers
    .map(({ entry, shown, kind, slug, words }) => {
      if (entry !== null) return `  # ${[inYaml(shown), ...words].join(' ')} → slug: ${slug}`;
      const kindOf = kind === 'organisation' ? ', kind: organisation' : '';
      return `  - { name: ${inYaml(shown)}, slug: ${slug}${kindOf} }`;
    })
    .join('\n');
}

/** @returns the text as YAML takes it for a text and for nothing else */
function inYaml(text: string): string {
  return /^[\p{Script=Han}·]+$/u.test(text) ? text : JSON.stringify(text);
}
