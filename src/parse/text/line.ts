import type { PhrasingContent, Text } from 'mdast';
import { countCharacters } from '../../load/characters.js';
import type { Block, BlockFacts } from '../../load/document.js';
import { HOLDS, type Inventory, takeInventory } from '../../load/inventory.js';
import type { Place } from '../../records/place.js';
import { unitAt } from '../../typography/unitAt.js';
import { PLAIN, Reading, type Run, runOf } from './runs.js';
import { type Span, trim } from './span.js';

/** Where a character went; 0 is nowhere yet. */
const CLAIMS = { placed: 1, decoration: 2 };

/**
 * One line of an input as the grammar reads it: its text without invisible characters and emphasis marks,
 * and for every character whether a record took it. Text enters a record only through {@link Line.take}, so
 * what no record took is known at the end.
 */
export class Line {
  readonly index: number;
  readonly text: string;
  /** The text without white space at its ends. */
  readonly content: Span;
  readonly facts: BlockFacts;
  /** Heading depth, 0 for a paragraph. */
  readonly depth: number;
  /** Code points that were stripped: invisible characters and emphasis marks. */
  readonly stripped: number;
  /** What its text holds. */
  readonly inventory: Inventory;
  readonly #runs: Run[];
  /** All before this offset is placed: most lines go into one record, but for a link at their end. */
  #placed = 0;
  /** What of the rest nothing else claims is decoration. */
  #isDecoration = false;
  /** By character behind `#placed`, from the first claim that leaves some of these out. */
  #claims: Uint8Array | null = null;

  constructor(block: Block, index: number) {
    this.index = index;
    const only = onlyText(block);
    const inventory = only && inventoryOf(only);
    if (only && inventory && !mayBeStripped(only.value, inventory)) {
      // Nearly every line: one text, and nothing in it to be taken out.
      this.text = only.value;
      this.stripped = 0;
      this.inventory = inventory;
      this.#runs = only.value === '' ? [] : [runOf(only.value, 0, startOf(only), PLAIN, null)];
    } else {
      const reading = new Reading();
      reading.add(block.children, PLAIN, null);
      reading.stripEmphasis();
      this.text = reading.text;
      this.stripped = reading.stripped;
      this.inventory = takeInventory(reading.text);
      this.#runs = reading.runs;
    }
    this.content = trim(this.text, { start: 0, end: this.text.length });
    this.facts = block.data?.facts ?? NO_FACTS;
    this.depth = block.type === 'heading' ? block.depth : 0;
  }

  /** @returns false where the text has nothing of this kind, one of {@link HOLDS}, for certain */
  mayHold(kind: number): boolean {
    return (this.inventory.holds & kind) !== 0;
  }

  /** @returns the line's text without white space at its ends */
  get trimmed(): string {
    return this.text.slice(this.content.start, this.content.end);
  }

  /** True where its last character that is no white space is a full stop. */
  get endsInStop(): boolean {
    return unitAt(this.text, this.content.end - 1) === STOP;
  }

  /** @returns the place in the input of the character at this offset */
  placeOf(offset: number): Place {
    const run = this.#runs.findLast((each) => each.start <= offset) ?? this.#runs[0];
    if (!run) return { line: 1, column: 1 };
    return { line: run.place.line, column: run.place.column + Math.max(0, offset - run.start) };
  }

  /** @returns where the line's visible text begins */
  get place(): Place {
    return this.placeOf(this.content.start);
  }

  /** True when the whole line is set bold. */
  get strong(): boolean {
    return this.#runs.every(
      (run) => run.styles.includes('strong') || this.text.slice(run.start, run.end).trim() === '',
    );
  }

  /** @returns the address of a link that covers the offset, or null */
  linkAt(offset: number): string | null {
    return this.#runs.find((run) => run.start <= offset && offset < run.end)?.url ?? null;
  }

  /** Puts a stretch into a record. @returns its text as written */
  take(span: Span): string {
    if (this.#claims === null && !this.#isDecoration && span.start <= Math.max(this.#placed, this.content.start))
      this.#placed = Math.max(this.#placed, span.end);
    else this.#claim(span, CLAIMS.placed);
    return this.text.slice(span.start, span.end);
  }

  /** Accounts for a stretch as decoration; what a record has already taken stays there. */
  decorate(span: Span): void {
    if (this.#placed >= this.content.end) return;
    if (this.#claims === null && (this.#isDecoration || this.#isRest(span))) this.#isDecoration = true;
    else this.#claim(span, CLAIMS.decoration);
  }

  /** True for all that is not placed, but for white space. */
  #isRest({ start, end }: Span): boolean {
    return start <= Math.max(this.#placed, this.content.start) && end >= this.content.end;
  }

  #claim({ start, end }: Span, claim: number): void {
    this.#claims ??= new Uint8Array(this.text.length - this.#placed).fill(this.#isDecoration ? CLAIMS.decoration : 0);
    const claims = this.#claims;
    const last = Math.min(end - this.#placed, claims.length);
    for (let at = Math.max(0, start - this.#placed); at < last; at++) {
      if (claim === CLAIMS.placed || claims[at] === 0) claims[at] = claim;
    }
  }

  /** @returns where the character at the offset went, one of {@link CLAIMS}; 0 for nowhere */
  #claimOf(at: number): number {
    if (at < this.#placed) return CLAIMS.placed;
    if (this.#claims !== null) return this.#claims[at - this.#placed] ?? 0;
    return this.#isDecoration ? CLAIMS.decoration : 0;
  }

  /** @returns the first offset at or after `from` whose character nothing has claimed, or -1 */
  unclaimed(from: number): number {
    for (let at = from; at < this.text.length; at++) {
      if (this.#claimOf(at) === 0 && this.text.slice(at, at + 1).trim() !== '') return at;
    }
    return -1;
  }

  /** Adds its code points that are no white space to the counts, by where they went. */
  count(counts: { placed: number; decoration: number; unplaced: number }): void {
    const { length } = this.text;
    // Most of a line is placed, and that is what the rest leaves of it; but halves of a pair that went apart are two.
    const isPaired = this.mayHold(HOLDS.surrogate);
    let left = this.inventory.visible;
    for (let from = isPaired ? 0 : this.#placed, to = from; from < length; from = to) {
      const claim = this.#claimOf(from);
      while (to < length && this.#claimOf(to) === claim) to++;
      if (claim === CLAIMS.placed && !isPaired) continue;
      const visible = countCharacters(this.text, from, to);
      left -= visible;
      if (claim === CLAIMS.placed) counts.placed += visible;
      else if (claim === CLAIMS.decoration) counts.decoration += visible;
      else counts.unplaced += visible;
    }
    if (!isPaired) counts.placed += left;
  }

  /** Adds the stretch to the nodes as mdast phrasing, emphasis and links kept; claims nothing. */
  phrase(span: Span, nodes: PhrasingContent[]): void {
    for (const run of this.#runs) {
      const start = Math.max(run.start, span.start);
      const end = Math.min(run.end, span.end);
      if (start >= end) continue;
      let node: PhrasingContent = { type: 'text', value: this.text.slice(start, end) };
      if (run.url !== null) node = { type: 'link', url: run.url, children: [node] };
      for (const style of run.styles) node = { type: style, children: [node] };
      const last = nodes.at(-1);
      if (node.type === 'text' && last?.type === 'text') last.value += node.value;
      else nodes.push(node);
    }
  }

  /** @returns the stretch as mdast phrasing */
  phrasing(span: Span): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    this.phrase(span, nodes);
    return nodes;
  }
}

const STOP = '。'.charCodeAt(0);
const NO_FACTS: BlockFacts = {};

/** @returns the block's text where it is all that the block holds, or null */
export function onlyText({ children }: Block): Text | null {
  const first = children[0];
  return children.length === 1 && first?.type === 'text' ? first : null;
}

/** A reader that has looked at each character says what it saw. */
function inventoryOf({ value, data }: Text): Inventory {
  return data?.inventory ?? takeInventory(value);
}

function startOf({ position }: Text): Place {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

function mayBeStripped(text: string, { holds }: Inventory): boolean {
  if ((holds & (HOLDS.unusual | HOLDS.emphasis)) === 0) return false;
  return (holds & HOLDS.unusual) !== 0 || text.includes('**') || text.includes('__');
}
