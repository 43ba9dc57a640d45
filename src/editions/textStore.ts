import { Scratch, type ScratchShare } from '../state/scratch.js';
import type { PackedEdition } from './readEdition.js';
import { Recent } from './recent.js';
import { aroundOf, type ShownAround, type ShownEdition, type ShownSpeech, type ShownText } from './shownEdition.js';
import { readText, type StoredText } from './storedText.js';

/** The texts of one edition, each to be had by itself. */
export interface EditionTexts {
  around(): ShownAround;
  /** Brings all speeches to hand at once, for who asks for all of them next. */
  gather(): void;
  /** @returns the speech at this index, or undefined where there is none */
  speech(index: number): ShownSpeech | undefined;
  /** @returns the full text of that file name, or undefined where there is none */
  full(name: string): ShownText | undefined;
}

/** A text that lies in the store. */
interface Slot {
  offset: number;
  length: number;
}

/** Texts that lie one behind the other: what stands around the speeches, the speeches, the full texts. */
interface StoredEdition {
  offset: number;
  lengths: readonly number[];
  /** Of the full texts. */
  names: readonly string[];
}

/** Few editions have full texts. */
const noNames: readonly string[] = [];

/** Speeches of the largest edition of which all are brought to hand at once. */
const GATHERED = 64;

/** Speeches that stay at hand of those that were asked for one by one: a speaker's page and feed show the same twenty. */
const AT_HAND = 20;

/** Bytes that the disk may hold for nothing. */
const MOST_FORGOTTEN = 64 << 20;

/** A store as another thread gets it; plain data. */
export interface SharedTexts {
  bytes: ScratchShare;
  editions: ReadonlyMap<string, StoredEdition>;
}

/**
 * Texts of editions, out of memory and at hand: a speaker's page shows speeches of many editions, and to parse
 * eight speeches for one of them took most of the time in which ten thousand were built. The preview keeps
 * one store from build to build.
 */
export class TextStore {
  /** Null where another thread's store is read. */
  readonly #folder: string | null;
  #scratch: Scratch;
  readonly #editions: Map<string, StoredEdition>;
  /** Bytes that were put down, and of these, those of editions that were forgotten. */
  #size = 0;
  #forgotten = 0;
  /**
   * The edition that was gathered last, since its pages come one after another. Texts that stayed for longer grew old:
   * they were two thirds of what V8 had to look for among the old objects.
   */
  #gathered: { of: StoredEdition; speeches: readonly ShownSpeech[] } | null = null;
  /** By offset. */
  readonly #atHand = new Recent<number, ShownSpeech>(AT_HAND);

  /** @param from the folder for the file that holds them, made when they are many; or another thread's store */
  constructor(from: string | SharedTexts) {
    this.#folder = typeof from === 'string' ? from : null;
    this.#scratch = new Scratch(typeof from === 'string' ? from : from.bytes);
    this.#editions = new Map(typeof from === 'string' ? [] : from.editions);
  }

  /** @returns the texts that were put down under the key, or undefined */
  get(key: string): EditionTexts | undefined {
    const stored = this.#editions.get(key);
    if (stored === undefined) return undefined;
    const speeches = stored.lengths.length - 1 - stored.names.length;
    return {
      around: () => this.#read<ShownAround>(slotAt(stored, 0)),
      gather: () => this.#gather(stored, speeches),
      speech: (index) => (index >= 0 && index < speeches ? this.#speech(stored, index) : undefined),
      full: (name) => {
        const at = stored.names.indexOf(name);
        return at === -1 ? undefined : this.#read<ShownText>(slotAt(stored, 1 + speeches + at));
      },
    };
  }

  /** Puts an edition's texts down, as long as there is room. */
  add(key: string, { texts, around, speeches, full }: PackedEdition): void {
    const offset = this.#scratch.add(texts);
    if (offset === null) return;
    this.#size += texts.length;
    const before = this.#editions.get(key);
    if (before) this.#forgotten += sizeOf(before);
    const names = full.length === 0 ? noNames : full.map(([name]) => name);
    const lengths = [around, ...speeches, ...full.map(([, length]) => length)];
    this.#editions.set(key, { offset, lengths, names });
  }

  /** @returns all that is there now, for another thread to read as long as this store is open */
  share(): SharedTexts {
    return { bytes: this.#scratch.share(), editions: new Map(this.#editions) };
  }

  /**
   * Forgets all others: the preview would else keep each text as it was before each save. Where most of what lies on
   * the disk is forgotten, everything is, and put down anew when it is read again. Not while texts are in use.
   */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const [key, edition] of this.#editions) {
      if (keys.has(key)) continue;
      this.#editions.delete(key);
      this.#forgotten += sizeOf(edition);
    }
    if (this.#folder === null || this.#forgotten < MOST_FORGOTTEN || this.#forgotten < this.#size / 2) return;
    this.close();
    this.#gathered = null;
    this.#atHand.clear();
    this.#scratch = new Scratch(this.#folder);
    this.#size = 0;
    this.#forgotten = 0;
  }

  close(): void {
    this.#editions.clear();
    this.#scratch.close();
  }

  #speech(stored: StoredEdition, index: number): ShownSpeech {
    if (this.#gathered?.of === stored) return this.#gathered.speeches[index] ?? this.#read(slotAt(stored, 1 + index));
    const slot = slotAt(stored, 1 + index);
    return this.#atHand.get(slot.offset) ?? this.#atHand.set(slot.offset, this.#read(slot));
  }

  /** Speeches of an edition lie one behind the other, and a call to the system costs more than what it reads. */
  #gather(stored: StoredEdition, speeches: number): void {
    if (speeches > GATHERED || this.#gathered?.of === stored) return;
    const { offset } = slotAt(stored, 1);
    const lengths = stored.lengths.slice(1, 1 + speeches);
    const bytes = this.#bytes({ offset, length: lengths.reduce((sum, length) => sum + length, 0) });
    let start = 0;
    this.#gathered = {
      of: stored,
      speeches: lengths.map((length) => {
        start += length;
        return readText(bytes.toString('utf16le', start - length, start));
      }),
    };
  }

  /** @throws when a disk that took the text does not give it back */
  #read<T extends StoredText>(slot: Slot): T {
    return readText(this.#bytes(slot).toString('utf16le'));
  }

  #bytes({ offset, length }: Slot): Buffer {
    const bytes = this.#scratch.read(offset, length);
    if (bytes === null) throw new Error('The disk gives back no text that was put down on it during this build');
    return bytes;
  }
}

function slotAt({ offset, lengths }: StoredEdition, index: number): Slot {
  let start = offset;
  for (let before = 0; before < index; before += 1) start += lengths[before] ?? 0;
  return { offset: start, length: lengths[index] ?? 0 };
}

function sizeOf({ lengths }: StoredEdition): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** The texts of an edition that lies in memory. */
export function textsOf(shown: ShownEdition): EditionTexts {
  const { speeches, full } = shown;
  return {
    around: () => aroundOf(shown),
    gather: () => undefined,
    speech: (index) => speeches[index],
    full: (name) => full.get(name),
  };
}
