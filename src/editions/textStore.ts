import { Scratch } from '../state/scratch.js';
import type { ShownAround, ShownEdition, ShownSpeech, ShownText } from './shownEdition.js';

/** The texts of one edition, each to be had by itself. */
export interface EditionTexts {
  around(): ShownAround;
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

interface StoredEdition {
  around: Slot;
  speeches: Slot[];
  full: Map<string, Slot>;
}

/** Bytes that the disk may hold for nothing. */
const MOST_FORGOTTEN = 64 << 20;

/**
 * Texts of editions, out of memory and at hand: a speaker's page shows speeches of many editions, and to parse
 * eight speeches for one of them took most of the time in which ten thousand were built. The preview keeps
 * one store from build to build.
 */
export class TextStore {
  readonly #folder: string;
  #scratch: Scratch;
  readonly #editions = new Map<string, StoredEdition>();
  /** Bytes that were put down, and of these, those of editions that were forgotten. */
  #size = 0;
  #forgotten = 0;

  /** @param folder for the file that holds them; made when they are many */
  constructor(folder: string) {
    this.#folder = folder;
    this.#scratch = new Scratch(folder);
  }

  /** @returns the texts that were put down under the key, or undefined */
  get(key: string): EditionTexts | undefined {
    const stored = this.#editions.get(key);
    if (stored === undefined) return undefined;
    return {
      around: () => this.#read<ShownAround>(stored.around),
      speech: (index) => this.#readAny<ShownSpeech>(stored.speeches[index]),
      full: (name) => this.#readAny<ShownText>(stored.full.get(name)),
    };
  }

  /** @param speeches the JSON of the edition's speeches, which its digests are made of already */
  add(key: string, { lede, credits, full }: ShownEdition, speeches: readonly Uint8Array[]): void {
    const around = this.#add({ lede, credits });
    const slots = speeches.map((bytes) => this.#put(bytes));
    const fulls = [...full].map(([name, text]) => [name, this.#add(text)] as const);
    if (around === null || slots.includes(null) || fulls.some(([, slot]) => slot === null)) return;
    const before = this.#editions.get(key);
    if (before) this.#forgotten += sizeOf(before);
    this.#editions.set(key, {
      around,
      speeches: slots.filter((slot) => slot !== null),
      full: new Map(fulls.flatMap(([name, slot]) => (slot === null ? [] : [[name, slot]]))),
    });
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
    if (this.#forgotten < MOST_FORGOTTEN || this.#forgotten < this.#size / 2) return;
    this.close();
    this.#scratch = new Scratch(this.#folder);
    this.#size = 0;
    this.#forgotten = 0;
  }

  close(): void {
    this.#editions.clear();
    this.#scratch.close();
  }

  #add(value: unknown): Slot | null {
    return this.#put(Buffer.from(JSON.stringify(value)));
  }

  #put(bytes: Uint8Array): Slot | null {
    const offset = this.#scratch.add(bytes);
    this.#size += bytes.length;
    return offset === null ? null : { offset, length: bytes.length };
  }

  #readAny<T>(slot: Slot | undefined): T | undefined {
    return slot === undefined ? undefined : this.#read<T>(slot);
  }

  /** @throws when a disk that took the text does not give it back */
  #read<T>({ offset, length }: Slot): T {
    const bytes = this.#scratch.read(offset, length);
    if (bytes === null) throw new Error('The disk gives back no text that was put down on it during this build');
    return JSON.parse(bytes.toString());
  }
}

function sizeOf({ around, speeches, full }: StoredEdition): number {
  return [around, ...speeches, ...full.values()].reduce((sum, { length }) => sum + length, 0);
}

/** The texts of an edition that lies in memory. */
export function textsOf({ lede, credits, speeches, full }: ShownEdition): EditionTexts {
  return {
    around: () => ({ lede, credits }),
    speech: (index) => speeches[index],
    full: (name) => full.get(name),
  };
}
