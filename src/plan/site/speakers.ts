import type { EditionSummary, SpeechSummary } from '../../editions/summary.js';
import type { Register, RegisterEntry } from '../../load/config/register.js';
import { identityOf } from '../../parse/people/name.js';
import type { SpeakerKind } from '../../records/speech.js';
import { loadSimplified, simplified } from '../../slugs/pinyin.js';
import type { PlannedEdition } from './site.js';

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
  entry: RegisterEntry | null;
  /** Newest edition first, in an edition in order of the source. */
  speeches: Said[];
}

/** Speakers by the identity that their speeches carry. Roles have none. */
export type Speakers = ReadonlyMap<string, Speaker>;

/**
 * Gathers the speakers of all editions and gives each an address. Traditional and simplified spellings are one
 * person. Of two names with one slug the earlier edition's keeps it, the later ones get a number; a slug from
 * the register goes before all.
 * @param editions newest first
 */
export async function gatherSpeakers(editions: readonly PlannedEdition[], register: Register): Promise<Speakers> {
  const entries = entriesByIdentity(register);
  const byIdentity = new Map<string, Speaker>();
  const slugs = new Map<string, Speaker[]>();
  for (const edition of [...editions].reverse()) {
    for (const speech of edition.summary.speeches) {
      if (speech.kind === 'role') continue;
      const entry = entryOf(entries, speech);
      const identity = entry ? `register:${entry.slug ?? identityOf(entry.name)}` : speech.identity;
      const known = byIdentity.get(identity) ?? (await sameSpelling(slugs.get(speech.slug) ?? [], speech));
      const speaker = known ?? {
        name: entry?.name ?? speech.speaker,
        kind: entry?.kind ?? speech.kind,
        slug: entry?.slug ?? '',
        entry,
        speeches: [],
      };
      if (!known) {
        const namesakes = slugs.get(speech.slug) ?? [];
        if (speaker.slug === '') speaker.slug = namesakes.length === 0 ? speech.slug : `${speech.slug}-${namesakes.length + 1}`;
        slugs.set(speech.slug, [...namesakes, speaker]);
      }
      byIdentity.set(identity, speaker);
      if (!entry) byIdentity.set(speech.identity, speaker);
      speaker.speeches.push({ edition, speech });
      edition.speakers.set(speech.id, speaker);
    }
  }
  for (const speaker of new Set(byIdentity.values())) speaker.speeches = newestFirst(speaker.speeches);
  return byIdentity;
}

/** Gathered from the oldest on; inside an edition the order of the source stays. */
function newestFirst(speeches: readonly Said[]): Said[] {
  const groups = new Map<PlannedEdition, Said[]>();
  for (const said of speeches) groups.set(said.edition, [...(groups.get(said.edition) ?? []), said]);
  return [...groups.values()].reverse().flat();
}

/** Loads the conversion only here: two names that sound alike are rare. */
async function sameSpelling(namesakes: readonly Speaker[], { speaker }: SpeechSummary): Promise<Speaker | undefined> {
  if (namesakes.length === 0) return undefined;
  await loadSimplified();
  const name = simplified(identityOf(speaker));
  return namesakes.find((each) => each.entry === null && simplified(identityOf(each.name)) === name);
}

function entriesByIdentity(register: Register): Map<string, RegisterEntry[]> {
  const entries = new Map<string, RegisterEntry[]>();
  for (const entry of register.speakers) {
    for (const name of [entry.name, ...entry.aliases]) {
      const identity = identityOf(name);
      entries.set(identity, [...(entries.get(identity) ?? []), entry]);
    }
  }
  return entries;
}

/** Of namesakes in the register the one is meant whose words stand in the titles. */
function entryOf(entries: ReadonlyMap<string, RegisterEntry[]>, speech: SpeechSummary): RegisterEntry | null {
  const found = entries.get(speech.identity) ?? [];
  const named = found.find(({ distinguishedBy }) => distinguishedBy.some((words) => speech.titles.some((title) => title.includes(words))));
  return named ?? found.find(({ distinguishedBy }) => distinguishedBy.length === 0) ?? (found.length === 1 ? (found[0] ?? null) : null);
}

/** @returns all names that the register vouches for */
export function registeredNames(register: Register): string[] {
  return register.speakers.filter(({ kind }) => kind === 'person').flatMap(({ name, aliases }) => [name, ...aliases]);
}

export type { EditionSummary };
