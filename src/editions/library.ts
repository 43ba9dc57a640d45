import { digestOf } from '../load/digest.js';
import type { LoadedDocument } from '../load/document.js';
import type { Input } from '../load/input.js';
import { loadDocument } from '../load/load.js';
import { parseEdition } from '../parse/parse.js';
import type { Edition } from '../records/edition.js';
import type { State } from '../state/state.js';
import type { Display } from '../typography/display.js';
import { nameEdition } from './naming.js';
import { type ShownEdition, showEdition } from './shownEdition.js';
import { type EditionSummary, summarise } from './summary.js';
import { type EditionTexts, type TextStore, textsOf } from './textStore.js';

/** An edition with its texts, and the document that it was read from. */
export interface WholeEdition {
  edition: Edition;
  document: LoadedDocument;
}

export interface LibraryOptions {
  state: State;
  /** Names that the register of speakers vouches for. */
  register: readonly string[];
  /** How pages show texts. */
  display: Display;
  /** Where texts are put down for the pages; without it they are parsed again for each. */
  texts?: TextStore;
}

/** What was read of an input. */
interface ReadEdition {
  whole: WholeEdition;
  summary: EditionSummary;
  shown: ShownEdition;
}

/**
 * Editions by their input: summaries from the build state where the input is unchanged, texts on demand. Whole
 * editions are kept up to a bound, so that a small site parses each input once and a large one stays within memory.
 */
export class Library {
  readonly #state: State;
  readonly #register: readonly string[];
  readonly #registerDigest: string;
  readonly #display: Display;
  readonly #texts: TextStore | undefined;
  readonly #kept = new Map<string, { whole: WholeEdition; weight: number }>();
  #weight = 0;

  /** Characters of text kept at a time: about 150 MB as mdast. Pages find their texts in the store. */
  static readonly bound = 12_000_000;
  static readonly boundWithStore = 200_000;

  constructor({ state, register, display, texts }: LibraryOptions) {
    this.#state = state;
    this.#register = register;
    this.#registerDigest = digestOf(register.join('\n'));
    this.#display = display;
    this.#texts = texts;
  }

  /**
   * @returns the edition's summary, without parsing when the state knows the input
   * @throws InputChanged
   */
  async summary(input: Input): Promise<EditionSummary> {
    const key = this.#keyOf(input);
    const known = this.#state.get<EditionSummary>(key);
    if (known && known.file === input.file) return known;
    const { summary } = await this.#read(input);
    this.#state.set(key, summary);
    return summary;
  }

  /**
   * @returns the edition with its texts
   * @throws InputChanged when the input is no longer what was planned from
   */
  async whole(input: Input): Promise<WholeEdition> {
    const kept = this.#kept.get(input.file);
    if (kept && kept.whole.document.digest === input.digest) return kept.whole;
    return (await this.#read(input)).whole;
  }

  /**
   * @returns the edition's texts as pages show them
   * @throws InputChanged when the input is no longer what was planned from
   */
  async texts(input: Input): Promise<EditionTexts> {
    const stored = this.#texts?.get(this.#storeKeyOf(input));
    return stored ?? textsOf((await this.#read(input)).shown);
  }

  /** Forgets the texts of all other inputs. Not while texts are in use. */
  keepOnly(inputs: readonly Input[]): void {
    this.#texts?.keepOnly(new Set(inputs.map((input) => this.#storeKeyOf(input))));
  }

  #keyOf(input: Input): string {
    return digestOf(input.digest, this.#registerDigest);
  }

  #storeKeyOf(input: Input): string {
    return `${this.#keyOf(input)}${this.#display.id}`;
  }

  async #read(input: Input): Promise<ReadEdition> {
    const document = await loadDocument(input);
    const parsed = parseEdition(document, this.#register);
    const edition = await nameEdition(parsed.edition, document);
    const whole = { edition, document };
    const shown = showEdition(whole, this.#display);
    const written = shown.speeches.map((speech) => Buffer.from(JSON.stringify(speech)));
    this.#texts?.add(this.#storeKeyOf(input), shown, written);
    this.#keep(input.file, whole, document.characters);
    return {
      whole,
      summary: summarise({ edition, document, parsed, texts: written.map((text) => digestOf(text)) }),
      shown,
    };
  }

  #keep(file: string, whole: WholeEdition, weight: number): void {
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
