import type { Finding } from '../../diagnostics/finding.js';
import type { EditionSummary, SpeechSummary } from '../../editions/summary.js';
import type { Register, RegisterEntry } from '../../load/config/register.js';
import type { StaticFile } from '../../load/scan.js';
import { identityOf } from '../../parse/people/name.js';
import type { SpeakerKind } from '../../records/speech.js';
import { prepareSlugs } from '../../slugs/pinyin.js';
import { loadSimplified, simplified } from '../../slugs/simplified.js';
import { slugOfName, slugOfWords } from '../../slugs/slug.js';
import { Known } from './known.js';
import { REMEMBERING } from './large.js';
import { byCodeUnits, byOldest } from './order.js';
import { arePinsSame, type Pin } from './pin.js';
import type { PlannedEdition } from './site.js';
import { type Addressed, slugFindings } from './slugFindings.js';
import { type Claimant, giveSlugs, type Registered } from './speakerSlugs.js';

/** A speech with the edition that it stands in. */
export interface Said {
  edition: PlannedEdition;
  speech: SpeechSummary;
}

/** A person or an organisation with a page: all speeches of the site under one name. */
export interface Speaker {
  name: string;
  kind: SpeakerKind;
  slug: string;
  /** The register's picture, relative to the site, or null where there is none. */
  portrait: string | null;
  /** Titles and when they were held, as the register has them. */
  terms: RegisterEntry['terms'];
  /** Newest edition first, in an edition in order of the source. */
  speeches: Said[];
  /** The newest of the speeches that has a photograph of the speaker. */
  pictured: Said | undefined;
  known: Known;
}

/** What speakers are gathered with, beside what they said. */
export interface SpeakerParts {
  register: Register;
  /** `content/speakers.yaml` */
  registerFile: string;
  /** Where the register's portraits are found. */
  statics?: readonly StaticFile[];
  /** Whose each published address is; without them nothing was published. */
  pins?: readonly Pin[];
}

export interface Gathered {
  /** In the order in which they first spoke. Roles are none. */
  speakers: Speaker[];
  /** Whose each address is when this site is published. */
  pins: readonly Pin[];
  /** What is wrong with their addresses. */
  findings: Finding[];
}

/**
 * Gathers the speakers of all editions and gives each an address (see {@link giveSlugs}). Traditional and simplified
 * spellings are one person.
 * @param editions newest first; the speakers of each are set
 */
export async function gatherSpeakers(
  editions: readonly PlannedEdition[],
  { register, registerFile, statics = [], pins = [] }: SpeakerParts,
): Promise<Gathered> {
  const simplifiedNames = await simplifiedIn(editions, register);
  const known = new KnownNames(register);
  const files = new Set(statics.map(({ path }) => path));
  const speakers = new Map<RegisterEntry | string, Speaker>();
  const claimants: (Omit<Addressed, 'slug'> & { speaker: Speaker })[] = [];
  for (const edition of [...editions].sort((a, b) => byOldest(a.summary, b.summary))) {
    const placed: PlannedEdition['speakers'] = [];
    edition.speakers = placed;
    for (const speech of edition.summary.speeches) {
      // Set below where the speech has a speaker.
      placed.push(undefined);
      if (speech.kind === 'role') continue;
      const name = simplifiedNames.get(speech.identity) ?? speech.identity;
      const entry = known.find(name, speech);
      if (entry?.kind === 'role') continue;
      const identity = entry ?? name;
      let speaker = speakers.get(identity);
      if (!speaker) {
        const portrait = entry && portraitPath(entry);
        speaker = {
          name: entry?.name ?? speech.speaker,
          kind: entry?.kind ?? speech.kind,
          // Given below, when all are known.
          slug: '',
          portrait: portrait !== null && files.has(portrait) ? portrait : null,
          terms: entry?.terms ?? [],
          speeches: [],
          pictured: undefined,
          known: new Known(null, editions.length <= REMEMBERING),
        };
        speakers.set(identity, speaker);
        const { file } = edition.summary;
        const claimant = await claimantOf(speech, known.registered(entry), name);
        const { name: shown, kind } = speaker;
        claimants.push({ ...claimant, speaker, shown, kind, file, position: speech.position });
      }
      placed[placed.length - 1] = speaker;
    }
  }
  const slugs = giveSlugs(claimants, known.all, pins);
  const addressed = claimants.map((claimant, index) => {
    claimant.speaker.slug = slugs[index] ?? claimant.natural;
    return { ...claimant, slug: claimant.speaker.slug };
  });
  for (const edition of editions) {
    const places: number[] = [];
    for (const speech of edition.summary.speeches) {
      const speaker = edition.speakers[places.length];
      const said = { edition, speech };
      places.push(speaker ? speaker.speeches.push(said) - 1 : 0);
      if (speaker && speech.photo !== null) speaker.pictured ??= said;
    }
    edition.places = places;
  }
  // A list that grew by one and one has room for twice as many.
  for (const speaker of speakers.values()) speaker.speeches = speaker.speeches.slice();
  return {
    speakers: [...speakers.values()],
    pins: pinsAfter(pins, addressed),
    findings: slugFindings({ speakers: addressed, register: known.all, pins, registerFile }),
  };
}

/** @returns whose each address is from now on, in order by slug; those of others stay theirs */
function pinsAfter(pins: readonly Pin[], speakers: readonly Addressed[]): readonly Pin[] {
  const bySlug = new Map(pins.map((pin) => [pin.slug, pin]));
  for (const { slug, name, words } of speakers) bySlug.set(slug, { slug, name, words });
  const after = [...bySlug.values()].sort((a, b) => byCodeUnits(a.slug, b.slug));
  return arePinsSame(pins, after) ? pins : after;
}

/** The speaker's nearest other speeches on a speech's page. */
const NEAREST = 5;

/** @returns the index of a speech in its edition: an edition has three thousand at most, and ten mostly */
export function indexIn({ summary }: { summary: EditionSummary }, speech: SpeechSummary): number {
  return summary.speeches.indexOf(speech);
}

/** @returns the speaker of a speech; roles have none */
export function speakerOf(edition: PlannedEdition, speech: SpeechSummary): Speaker | undefined {
  return edition.speakers[indexIn(edition, speech)];
}

/**
 * @param index of a speech in its edition
 * @returns the other speeches of the speaker that are nearest in the order of the speaker's page, newest first
 */
export function nearestOthers(edition: PlannedEdition, index: number): Said[] {
  const all = edition.speakers[index]?.speeches;
  const others: Said[] = [];
  if (all === undefined) return others;
  const at = edition.places[index] ?? 0;
  const from = Math.max(0, Math.min(at - Math.floor(NEAREST / 2), all.length - NEAREST - 1));
  for (let other = from; other <= from + NEAREST; other += 1) {
    const said = all[other];
    if (said !== undefined && other !== at) others.push(said);
  }
  return others;
}

/** @returns where the picture of an entry lies under `_static` and on the site, or null where it names none */
export function portraitPath({ portrait }: RegisterEntry): string | null {
  return portrait === undefined ? null : portrait.replace(/^\/+/u, '');
}

/** @returns each name that speaks, as it is in simplified characters: a speaker has spoken many times */
async function simplifiedIn(editions: readonly PlannedEdition[], register: Register): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { summary } of editions) {
    for (const { kind, identity } of summary.speeches) if (kind !== 'role') names.set(identity, identity);
  }
  await loadSimplified([...names.keys(), ...register.speakers.flatMap(({ name, aliases }) => [name, ...aliases])]);
  for (const name of names.keys()) names.set(name, simplified(name));
  return names;
}

/** The register's entries by the names that they go under. */
class KnownNames {
  /** In order of the register. */
  readonly all: readonly Registered[];
  readonly #entries = new Map<string, RegisterEntry[]>();
  readonly #registered = new Map<RegisterEntry, Registered>();

  constructor(register: Register) {
    this.all = register.speakers.map((entry) => ({
      entry,
      names: new Set([entry.name, ...entry.aliases].map((name) => simplified(identityOf(name)))),
      words: entry.distinguishedBy,
    }));
    for (const registered of this.all) {
      const { entry, names } = registered;
      this.#registered.set(entry, registered);
      for (const identity of names) this.#entries.set(identity, [...(this.#entries.get(identity) ?? []), entry]);
    }
  }

  registered(entry: RegisterEntry | null): Registered | null {
    return (entry && this.#registered.get(entry)) ?? null;
  }

  /**
   * Of namesakes the one is meant whose words stand in the titles.
   * @param identity of the speech's speaker, in simplified characters
   */
  find(identity: string, speech: SpeechSummary): RegisterEntry | null {
    const found = this.#entries.get(identity);
    if (found === undefined) return null;
    const isMeant = (words: string) => speech.titles.some((title) => title.includes(words));
    const named = found.find(({ distinguishedBy }) => distinguishedBy.some(isMeant));
    const only = found.length === 1 ? found[0] : undefined;
    return named ?? found.find(({ distinguishedBy }) => distinguishedBy.length === 0) ?? only ?? null;
  }
}

/** @param name of the speech's speaker, in simplified characters */
async function claimantOf(speech: SpeechSummary, registered: Registered | null, name: string): Promise<Claimant> {
  const natural = await naturalSlug(speech, registered?.entry ?? null);
  if (registered === null) return { entry: null, name, names: new Set([name]), words: [], natural };
  const [first = name] = registered.names;
  return { ...registered, name: first, natural };
}

/** The slug of the name in the register, whatever name the speech goes under; the speech has its own mostly. */
async function naturalSlug(speech: SpeechSummary, entry: RegisterEntry | null): Promise<string> {
  if (entry === null) return speech.slug;
  if (entry.kind === speech.kind && identityOf(entry.name) === speech.identity) return speech.slug;
  await prepareSlugs(entry.kind === 'person' ? { names: [entry.name] } : { words: [entry.name] });
  return entry.kind === 'person' ? slugOfName(entry.name) : slugOfWords(entry.name);
}

/** @returns all names that the register vouches for */
export function registeredNames(register: Register): string[] {
  return register.speakers.filter(({ kind }) => kind === 'person').flatMap(({ name, aliases }) => [name, ...aliases]);
}
