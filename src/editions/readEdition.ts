import { digestOf } from '../load/digest.js';
import type { LoadedDocument } from '../load/document.js';
import type { Input } from '../load/input.js';
import { loadDocument } from '../load/load.js';
import { parseEdition } from '../parse/parse.js';
import type { Edition } from '../records/edition.js';
import type { Display } from '../typography/display.js';
import { readFullTexts } from './fullText.js';
import { nameEdition } from './naming.js';
import { type ShownEdition, showEdition } from './shownEdition.js';
import { type EditionSummary, summarise } from './summary.js';

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
  /** JSON of the texts as pages show them, one after another: what stands around the speeches, the speeches, the full texts. */
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
  const speeches = shown.speeches.map(bytesOf);
  const summary = summarise({
    edition,
    document,
    parsed,
    findings: full.findings,
    texts: speeches.map((text) => digestOf(text)),
  });
  return { whole, shown, packed: pack(summary, shown, speeches) };
}

function pack(summary: EditionSummary, { lede, credits, full }: ShownEdition, speeches: Buffer[]): PackedEdition {
  const around = bytesOf({ lede, credits });
  const fulls = [...full].map(([name, text]) => [name, bytesOf(text)] as const);
  return {
    summary: JSON.stringify(summary),
    texts: join([around, ...speeches, ...fulls.map(([, text]) => text)]),
    around: around.length,
    speeches: speeches.map(({ length }) => length),
    full: fulls.map(([name, { length }]) => [name, length]),
  };
}

function bytesOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** Into memory of their own: a small `Buffer` shares its memory with others, and a worker hands over all of it. */
function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
