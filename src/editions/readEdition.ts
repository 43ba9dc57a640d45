import { digestOf } from '../load/digest.js';
import type { LoadedDocument } from '../load/document.js';
import type { Input } from '../load/input.js';
import { loadDocument } from '../load/load.js';
import { parseEdition } from '../parse/parse.js';
import type { Edition } from '../records/edition.js';
import type { Display } from '../typography/display.js';
import { readFullTexts } from './fullText.js';
import { nameEdition } from './naming.js';
import { aroundOf, type ShownEdition, showEdition } from './shownEdition.js';
import { type StoredText, writeText } from './storedText.js';
import { summarise } from './summary.js';

/** An edition with its texts, and the document that it was read from. */
export interface WholeEdition {
  edition: Edition;
  document: LoadedDocument;
}

/** What reading an edition depends on besides its input. */
export interface Reading {
  /** Names that the register of speakers vouches for. */
  register: readonly string[];
  /** How pages show texts. */
  display: Display;
}

/** What the build keeps of an edition that was read, wherever it was: plain data, which a worker can hand over. */
export interface PackedEdition {
  /** The {@link EditionSummary} as JSON: what is made of it holds no string that holds the whole source. */
  summary: string;
  /** The texts as pages show them, one after another: what stands around the speeches, the speeches, the full texts. */
  texts: Uint8Array;
  /** Bytes of each. */
  around: number;
  speeches: number[];
  full: [name: string, length: number][];
}

/** An edition that was read. */
export interface ReadEdition {
  whole: WholeEdition;
  shown: ShownEdition;
  packed: PackedEdition;
}

/**
 * Load and parse: an input becomes an edition, its summary, and its texts as pages show them.
 * @throws InputChanged
 */
export async function readEdition(input: Input, { register, display }: Reading): Promise<ReadEdition> {
  const document = await loadDocument(input);
  const parsed = parseEdition(document, register);
  const edition = await nameEdition(parsed.edition, document);
  const whole = { edition, document };
  const full = readFullTexts(document);
  const shown = showEdition(edition, full.texts, display);
  const pack = new Pack();
  const around = pack.add(aroundOf(shown)).length;
  const speeches: number[] = [];
  const texts: string[] = [];
  for (const speech of shown.speeches) {
    const bytes = pack.add(speech);
    speeches.push(bytes.length);
    texts.push(digestOf(bytes));
  }
  const fulls: PackedEdition['full'] = [];
  for (const [name, text] of shown.full) fulls.push([name, pack.add(text).length]);
  const { halfWidth } = shown;
  const summary = summarise({ edition, document, parsed, findings: full.findings, texts, halfWidth });
  return {
    whole,
    shown,
    packed: { summary: JSON.stringify(summary), texts: pack.take(), around, speeches, full: fulls },
  };
}

/** Most editions fit; one that does not brings its own. */
const scratch = Buffer.allocUnsafeSlow(1 << 20);

/**
 * Texts as bytes, one after another, in V8's own form of them: to read Chinese as UTF-8 takes ten times as long. Nothing
 * is awaited between the first and the last.
 */
class Pack {
  #bytes = scratch;
  #length = 0;

  /** @returns the bytes of one, until the next is added */
  add(value: StoredText): Uint8Array {
    const written = writeText(value);
    const enough = this.#length + written.length * 2;
    if (enough > this.#bytes.length) this.#grow(enough * 2);
    const start = this.#length;
    this.#length += this.#bytes.write(written, start, 'utf16le');
    return this.#bytes.subarray(start, this.#length);
  }

  #grow(length: number): void {
    const larger = Buffer.allocUnsafeSlow(length);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  /** @returns all of them, in memory of their own: a worker hands over all that they stand in */
  take(): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(0, this.#length));
  }
}
