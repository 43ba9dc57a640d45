import type { Heading, PhrasingContent } from 'mdast';
import type { Place } from '../../records/place.js';
import { countCharacters, isVisible } from '../characters.js';
import type { Block, BlockFacts } from '../document.js';
import type { Piece } from './align.js';
import { HOLE } from './pandoc.js';

/** What stands between holes. */
const filled = new RegExp(`[^${HOLE}]+`, 'g');

/** How a stretch of text is set. Links are compared by identity: two neighbours to one address stay two. */
export interface Marks {
  strong: boolean;
  emphasis: boolean;
  deleted: boolean;
  code: boolean;
  link: { url: string } | null;
}

export const plain: Marks = { strong: false, emphasis: false, deleted: false, code: false, link: null };

/** What a whole line is. */
export interface LineKind {
  /** 1 to 6 for a heading, 0 for a paragraph. */
  depth: 0 | Heading['depth'];
  centred: boolean;
}

export const paragraph: LineKind = { depth: 0, centred: false };

export type PictureFact = NonNullable<BlockFacts['pictures']>[number];

interface Run {
  value: string;
  start: Place;
  marks: Marks;
}

/** Wide characters: between two of them the end of a source line is no space (CSS Text 3, 4.1.3). */
const wide = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]/u;

/** Makes blocks of lines, and lines of stretches of marked text. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  /** Characters of lines that show nothing (zero-width spaces alone): they make no block. */
  invisible = 0;
  private runs: Run[] = [];
  private pictures: PictureFact[] = [];
  private space: 'space' | 'lineEnd' | null = null;
  private lastLine: number | null;
  private hasGap = false;
  private isItem = false;
  /** The number of a list's item, until the item's first text comes. */
  private marker: Piece | null = null;

  /**
   * @param firstLine the line on which the text begins: a block has a gap before it where lines of the source are
   *   skipped. Null where lines of the source mean nothing and gaps are told by {@link gap}
   */
  constructor(firstLine: number | null) {
    this.lastLine = firstLine === null ? null : firstLine - 1;
  }

  /** The next block stands after an empty line. */
  gap(): void {
    this.hasGap = true;
  }

  /** Begins an item of a list without numbers: the next block is its first line, if one comes before its end. */
  bullet(): void {
    this.isItem = true;
  }

  /** Ends an item, which may have had no text. */
  endItem(): void {
    this.isItem = false;
  }

  /** Begins an item of an ordered list: its number stands before its first text, or alone where it has none. */
  number(marker: Piece): void {
    this.placeMarker(null);
    this.marker = marker;
  }

  /** Adds text as it is. */
  verbatim({ value, place }: Piece, marks: Marks): void {
    if (value === '') return;
    if (value.includes(HOLE)) {
      for (const { 0: part, index } of value.matchAll(filled))
        this.verbatim({ value: part, place: { line: place.line, column: place.column + index } }, marks);
      return;
    }
    this.placeMarker(place);
    const last = this.runs.at(-1);
    if (last !== undefined && sameMarks(last.marks, marks) && touches(last, place)) last.value += value;
    else this.runs.push({ value, start: place, marks });
  }

  /** Adds text with its white space collapsed, as browsers do; `&nbsp;` and wider spaces stay. */
  collapsed({ value, place }: Piece, marks: Marks): void {
    for (const { 0: part, index } of value.matchAll(/[ \t\n]+|[^ \t\n]+/g)) {
      const column = place.column + index;
      if (/^[ \t\n]/.test(part)) {
        this.space = part.includes('\n') || this.space === 'lineEnd' ? 'lineEnd' : 'space';
        continue;
      }
      const last = this.runs.at(-1);
      if (this.space !== null && last !== undefined && !this.isBetweenWide(part)) {
        this.verbatim({ value: ' ', place: endOf(last) }, last.marks);
      }
      this.space = null;
      this.verbatim({ value: part, place: { line: place.line, column } }, marks);
    }
  }

  /** Adds a picture to the line; where the line has no text, it goes to the next one. */
  picture(picture: PictureFact): void {
    this.pictures.push(picture);
  }

  /** Whether the open line has neither text nor picture yet. */
  get isBare(): boolean {
    return this.runs.length === 0 && this.pictures.length === 0;
  }

  /** Ends the line: a block, if it shows anything. */
  endLine({ depth, centred }: LineKind): void {
    const { runs } = this;
    this.space = null;
    if (runs.length === 0) return;
    this.runs = [];
    const text = runs.map(({ value }) => value).join('');
    if (!isVisible(text)) {
      this.invisible += countCharacters(text);
      this.gap();
      return;
    }
    const [first] = runs;
    const last = runs.at(-1);
    if (first === undefined || last === undefined) return;
    const position = { start: first.start, end: endOf(last) };
    const children = group(runs, 0);
    const block: Block =
      depth === 0 ? { type: 'paragraph', children, position } : { type: 'heading', depth, children, position };
    const facts: BlockFacts = {};
    if (centred) facts.centred = true;
    if (this.hasGap || (this.lastLine !== null && first.start.line - this.lastLine > 1)) facts.gap = true;
    this.hasGap = false;
    if (this.isItem) facts.item = true;
    this.isItem = false;
    if (this.pictures.length > 0) {
      facts.pictures = this.pictures;
      this.pictures = [];
    }
    if (Object.keys(facts).length > 0) block.data = { facts };
    if (this.lastLine !== null) this.lastLine = position.end.line;
    this.blocks.push(block);
  }

  /** Ends the text: pictures after the last line go to that line. */
  end(): void {
    this.placeMarker(null);
    const last = this.blocks.at(-1);
    if (this.pictures.length === 0 || last === undefined) return;
    const facts = last.data?.facts ?? {};
    last.data = { facts: { ...facts, pictures: [...(facts.pictures ?? []), ...this.pictures] } };
    this.pictures = [];
  }

  /** Writes the number that waits: on the line of the text that comes, or on its own where that is another line. */
  private placeMarker(next: Place | null): void {
    const { marker } = this;
    if (marker === null) return;
    this.marker = null;
    this.endLine(paragraph);
    const isSameLine = next !== null && (this.lastLine === null || next.line === marker.place.line);
    this.verbatim(isSameLine ? marker : { ...marker, value: marker.value.trimEnd() }, plain);
    if (!isSameLine) this.endLine(paragraph);
  }

  private isBetweenWide(next: string): boolean {
    const before = [...(this.runs.at(-1)?.value.slice(-2) ?? '')].at(-1) ?? '';
    return this.space === 'lineEnd' && wide.test(before) && wide.test([...next.slice(0, 2)][0] ?? '');
  }
}

function endOf({ value, start }: Run): Place {
  return { line: start.line, column: start.column + value.length };
}

function touches(run: Run, place: Place): boolean {
  const end = endOf(run);
  return end.line === place.line && end.column === place.column;
}

function sameMarks(a: Marks, b: Marks): boolean {
  return order.every((key) => a[key] === b[key]) && a.code === b.code;
}

/** From the outside in. */
const order = ['link', 'strong', 'emphasis', 'deleted'] as const;

/** Nests runs with equal marks into the elements of mdast. */
function group(runs: Run[], level: number): PhrasingContent[] {
  const key = order[level];
  if (key === undefined) return runs.map(leaf);
  const nodes: PhrasingContent[] = [];
  for (let from = 0, to = 0; from < runs.length; from = to) {
    const mark = runs[from]?.marks[key];
    while (to < runs.length && runs[to]?.marks[key] === mark) to += 1;
    const part = runs.slice(from, to);
    const children = group(part, level + 1);
    nodes.push(...(mark ? [wrap(key, part, children)] : children));
  }
  return nodes;
}

function wrap(key: (typeof order)[number], runs: Run[], children: PhrasingContent[]): PhrasingContent {
  const [first] = runs as [Run];
  const position = { start: first.start, end: endOf(runs.at(-1) ?? first) };
  if (key === 'link') return { type: 'link', url: first.marks.link?.url ?? '', children, position };
  return { type: key === 'deleted' ? 'delete' : key, children, position };
}

function leaf(run: Run): PhrasingContent {
  const position = { start: run.start, end: endOf(run) };
  return { type: run.marks.code ? 'inlineCode' : 'text', value: run.value, position };
}
