import { digestOf } from '../load/digest.js';
import type { LoadedDocument } from '../load/document.js';
import type { Input } from '../load/input.js';
import { loadDocument } from '../load/load.js';
import { parseEdition } from '../parse/parse.js';
import type { Edition } from '../records/edition.js';
import type { State } from '../state/state.js';
import { nameEdition } from './naming.js';
import { type EditionSummary, summarise } from './summary.js';

/** An edition with its texts, and the document that it was read from. */
export interface WholeEdition {
  edition: Edition;
  document: LoadedDocument;
}

/**
 * Editions by their input: summaries from the build state where the input is unchanged, texts on demand. Texts
 * are kept up to a bound, so that a small site parses each input once and a large one stays within memory.
 */
export class Library {
  readonly #state: State;
  readonly #register: readonly string[];
  readonly #registerDigest: string;
  readonly #kept = new Map<string, { whole: WholeEdition; weight: number }>();
  #weight = 0;

  /** Characters of text kept at a time: about 150 MB as mdast. */
  static readonly bound = 12_000_000;

  /** @param register names that the register of speakers vouches for */
  constructor(state: State, register: readonly string[]) {
    this.#state = state;
    this.#register = register;
    this.#registerDigest = digestOf(register.join('\n'));
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

  #keyOf(input: Input): string {
    return digestOf(input.digest, this.#registerDigest);
  }

  async #read(input: Input): Promise<{ whole: WholeEdition; summary: EditionSummary }> {
    const document = await loadDocument(input);
    const parsed = parseEdition(document, this.#register);
    const edition = await nameEdition(parsed.edition, document);
    const whole = { edition, document };
    this.#keep(input.file, whole, document.characters);
    return { whole, summary: summarise(edition, document, parsed) };
  }

  #keep(file: string, whole: WholeEdition, weight: number): void {
    this.#weight += weight - (this.#kept.get(file)?.weight ?? 0);
    this.#kept.delete(file);
    this.#kept.set(file, { whole, weight });
    for (const [oldest, entry] of this.#kept) {
      if (this.#weight <= Library.bound || oldest === file) break;
      this.#kept.delete(oldest);
      this.#weight -= entry.weight;
    }
  }
}
