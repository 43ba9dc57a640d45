import type { PhrasingContent, Text } from 'mdast';
import { countCharacters } from '../../load/characters.js';
import type { Block, BlockFacts } from '../../load/document.js';
import { HOLDS, type Inventory, takeInventory } from '../../load/inventory.js';
import type { Place } from '../../records/place.js';
import { INVISIBLE, mayHideCharacters } from './marks.js';
import { type Span, trim } from './span.js';

type Style = 'strong' | 'emphasis' | 'delete';

/** A stretch of a line from one text node: where it stood, and how it was set. */
interface Run extends Span {
  place: Place;
  styles: readonly Style[];
  url: string | null;
}

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
    const only = block.children[0];
    const inventory = block.children.length === 1 && only?.type === 'text' ? inventoryOf(only) : null;
    if (inventory !== null && only?.type === 'text' && !mayBeStripped(only.value, inventory)) {
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

  /** @returns the stretch as mdast phrasing, emphasis and links kept; claims nothing */
  phrasing(span: Span): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
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
    return nodes;
  }
}

const PLAIN: readonly Style[] = [];
const NO_FACTS: BlockFacts = {};

/** A reader that has looked at each character says what it saw. */
function inventoryOf({ value, data }: Text): Inventory {
  return data?.inventory ?? takeInventory(value);
}

function startOf({ position }: Text): Place {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

function runOf(value: string, start: number, place: Place, styles: readonly Style[], url: string | null): Run {
  return { start, end: start + value.length, place, styles, url };
}

function mayBeStripped(text: string, { holds }: Inventory): boolean {
  if ((holds & (HOLDS.unusual | HOLDS.emphasis)) === 0) return false;
  return (holds & HOLDS.unusual) !== 0 || text.includes('**') || text.includes('__');
}

/** Gathers a block's text nodes into runs. */
class Reading {
  text = '';
  stripped = 0;
  runs: Run[] = [];

  add(nodes: readonly PhrasingContent[], styles: readonly Style[], url: string | null): void {
    for (const node of nodes) {
      if (node.type === 'text' || node.type === 'inlineCode') {
        const start = node.position?.start;
        this.push(node.value, { line: start?.line ?? 1, column: start?.column ?? 1 }, styles, url);
      } else if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') {
        this.add(node.children, [...styles, node.type], url);
      } else if (node.type === 'link') {
        this.add(node.children, styles, node.url);
      } else if ('children' in node) {
        this.add(node.children, styles, url);
      }
    }
  }

  push(value: string, place: Place, styles: readonly Style[], url: string | null): void {
    let from = 0;
    for (const match of mayHideCharacters(value) ? value.matchAll(INVISIBLE) : []) {
      this.append(value.slice(from, match.index), { line: place.line, column: place.column + from }, styles, url);
      this.stripped++;
      from = match.index + match[0].length;
    }
    this.append(value.slice(from), { line: place.line, column: place.column + from }, styles, url);
  }

  append(value: string, place: Place, styles: readonly Style[], url: string | null): void {
    if (value === '') return;
    this.runs.push(runOf(value, this.text.length, place, styles, url));
    this.text += value;
  }

  /**
   * `**“强化”**字` stays literal in CommonMark, and pastes from chat programs bring pairs into plain text.
   * A pair around text is emphasis; masked names (`李**，王**`) are not: their "inside" begins with a mark.
   */
  stripEmphasis(): void {
    if (!this.text.includes('**') && !this.text.includes('__')) return;
    const pair = /(\*\*|(?<![A-Za-z0-9_])__)(?![\s*_，。、；：！？,.;:!?)）])([^*_\n]+?)(?<![\s*_])\1(?!_)/gu;
    const { text, runs } = this;
    const inside: Span[] = [];
    const marks: Span[] = [];
    for (const match of text.matchAll(pair)) {
      const end = match.index + match[0].length;
      marks.push({ start: match.index, end: match.index + 2 }, { start: end - 2, end });
      inside.push({ start: match.index + 2, end: end - 2 });
    }
    if (marks.length === 0) return;
    this.text = '';
    this.runs = [];
    this.stripped += marks.length * 2;
    const borders = [...new Set([...marks, ...inside, ...runs].flatMap(({ start, end }) => [start, end]))].sort(
      (a, b) => a - b,
    );
    let mark = 0;
    let bold = 0;
    let current = 0;
    for (let index = 0; index + 1 < borders.length; index++) {
      const start = borders[index] ?? 0;
      const end = borders[index + 1] ?? 0;
      while ((marks[mark]?.end ?? Number.POSITIVE_INFINITY) <= start) mark++;
      while ((inside[bold]?.end ?? Number.POSITIVE_INFINITY) <= start) bold++;
      while ((runs[current]?.end ?? Number.POSITIVE_INFINITY) <= start) current++;
      const run = runs[current];
      if (!run || (marks[mark]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
      const strong = (inside[bold]?.start ?? Number.POSITIVE_INFINITY) <= start && !run.styles.includes('strong');
      const place = { line: run.place.line, column: run.place.column + start - run.start };
      this.append(text.slice(start, end), place, strong ? [...run.styles, 'strong'] : run.styles, run.url);
    }
  }
}
