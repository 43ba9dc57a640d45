import { digestOf } from '../load/digest.js';
import type { Input } from '../load/input.js';
import type { State } from '../state/state.js';
import { type PackedEdition, type ReadEdition, type Reading, readEdition, type WholeEdition } from './readEdition.js';
import type { EditionSummary } from './summary.js';
import { type EditionTexts, type TextStore, textsOf } from './textStore.js';
import { Words } from './words.js';

export interface LibraryOptions extends Reading {
  /** Where summaries are remembered from build to build. */
  state: State;
  /** Where texts are put down for the pages; without it they are parsed again for each. */
  texts?: TextStore;
}

/** Under what an input is known. */
interface Keys {
  /** By what reading: {@link Library} gives each its own. */
  of: string;
  /** Of its summary in the build state. */
  summary: string;
  /** Of its texts in the store. */
  texts: string;
}

/** The preview asks with the same inputs after every save, and each page of an edition for its texts. */
const keys = new WeakMap<Input, Keys>();

/**
 * Editions by their input: summaries from the build state where the input is unchanged, texts on demand. Whole
 * editions are kept up to a bound, so that a small site parses each input once and a large one stays within memory.
 */
export class Library {
  readonly #state: State;
  readonly #reading: Reading;
  readonly #registerDigest: string;
  readonly #id: string;
  readonly #texts: TextStore | undefined;
  readonly #words = new Words();
  readonly #kept = new Map<string, { whole: WholeEdition; weight: number }>();
  #weight = 0;

  /** Characters of text kept at a time: about 150 MB as mdast. Pages find their texts in the store, but for pictures. */
  static readonly bound = 12_000_000;
  static readonly boundWithStore = 200_000;

  constructor({ state, register, display, texts }: LibraryOptions) {
    this.#state = state;
    this.#reading = { register, display };
    this.#registerDigest = digestOf(register.join('\n'));
    this.#id = `${this.#registerDigest} ${display.id}`;
    this.#texts = texts;
  }

  /** @returns the edition's summary where the state knows the input, without parsing; or undefined */
  known(input: Input): EditionSummary | undefined {
    const known = this.#state.get<EditionSummary>(this.#keysOf(input).summary);
    return known?.file === input.file ? this.#words.shareOnce(known) : undefined;
  }

  /**
   * @returns the edition's summary, without parsing when the state knows the input
   * @throws InputChanged
   */
  async summary(input: Input): Promise<EditionSummary> {
    return this.known(input) ?? (await this.read(input));
  }

  /**
   * Reads an input that is not {@link known}.
   * @throws InputChanged
   */
  async read(input: Input): Promise<EditionSummary> {
    return this.take(input, (await this.#read(input)).packed);
  }

  /** Keeps what was read of an input, here or by a worker. @returns its summary */
  take(input: Input, packed: PackedEdition): EditionSummary {
    const summary = this.#words.share(JSON.parse(packed.summary));
    this.#texts?.add(this.#keysOf(input).texts, packed);
    this.#state.set(this.#keysOf(input).summary, summary, packed.summary);
    return summary;
  }

  /**
   * @returns the edition with its texts
   * @throws InputChanged when the input is no longer what was planned from
   */
  async whole(input: Input): Promise<WholeEdition> {
    const kept = this.#kept.get(input.file);
    if (kept && kept.whole.document.digest === input.digest) return kept.whole;
    const { whole } = await this.#read(input);
    this.#keep(input.file, whole);
    return whole;
  }

  /**
   * @returns the edition's texts as pages show them
   * @throws InputChanged when the input is no longer what was planned from
   */
  async texts(input: Input): Promise<EditionTexts> {
    const key = this.#keysOf(input).texts;
    const stored = this.#texts?.get(key);
    if (stored) return stored;
    const { shown, packed } = await this.#read(input);
    this.#texts?.add(key, packed);
    return textsOf(shown);
  }

  /** Forgets the texts of all other inputs. Not while texts are in use. */
  keepOnly(inputs: readonly Input[]): void {
    this.#texts?.keepOnly(new Set(inputs.map((input) => this.#keysOf(input).texts)));
  }

  #keysOf(input: Input): Keys {
    const known = keys.get(input);
    if (known?.of === this.#id) return known;
    const summary = digestOf(input.digest, this.#registerDigest);
    const made = { of: this.#id, summary, texts: `${summary}${this.#reading.display.id}` };
    keys.set(input, made);
    return made;
  }

  async #read(input: Input): Promise<ReadEdition> {
    const read = await readEdition(input, this.#reading);
    const { edition } = read.whole;
    // Kept for nothing they would grow old: V8 copied each of them twice, a fifth of the time in which texts are read.
    const isAsked = this.#texts === undefined || edition.speeches.some(({ pictures }) => pictures.length > 0);
    if (isAsked) this.#keep(input.file, read.whole);
    return read;
  }

  #keep(file: string, whole: WholeEdition): void {
    const weight = whole.document.characters;
    const bound = this.#texts ? Library.boundWithStore : Library.bound;
    this.#weight += weight - (this.#kept.get(file)?.weight ?? 0);
    this.#kept.delete(file);
    this.#kept.set(file, { whole, weight });
    for (const [oldest, entry] of this.#kept) {
      if (this.#weight <= bound || oldest === file) break;
      this.#kept.delete(oldest);
      this.#weight -= entry.weight;
    }
  }
}
