import { isChinese } from './chinese.js';
import { showPlainMarks } from './plainMarks.js';

/**
 * Half-width punctuation that an extraction left in Chinese text, shown full-width (GB/T 15834: Chinese text
 * takes full-width marks). Every mark is one UTF-16 unit in both widths, so offsets into the text stay right.
 */
const FULL: Record<string, string> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' };
const HALF = /[,:;?!()]/;
const MARKS = /[,:;?!()（）]/g;
const SPACE = /\s/u;
const ASCII_WORD = /[A-Za-z0-9]/;
/** A mailbox begins where no letter or digit stands before it, so that a long run of them is read once. */
const ADDRESS =
  /(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”‘’《》（）\p{Script=Han}，。；：、！？]+|(?<![\w.+-])(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
/** Marks that end a sentence around an address more likely than they end the address. */
const ADDRESS_TAIL = /[,:;?!)]$/;

/** A text for display. */
export interface Shown {
  /** Of the same length as what was written. */
  text: string;
  /** How many of its marks are shown full-width that were half-width. */
  marks: number;
}

/**
 * A mark is Chinese where its nearest neighbour on either side is a Chinese character or mark, unless both
 * direct neighbours are ASCII letters or digits or it stands inside an address; brackets convert as pairs.
 * @param text one paragraph or headline as written
 */
export function showFullWidth(text: string): Shown {
  if (!HALF.test(text)) return { text, marks: 0 };
  return showPlainMarks(text) ?? showAllMarks(text);
}

/** @returns the text alone */
export function fullWidth(text: string): string {
  return HALF.test(text) ? showFullWidth(text).text : text;
}

/** The whole rule. */
export function showAllMarks(text: string): Shown {
  const marks = new Conversion(text).run();
  let shown = '';
  let from = 0;
  for (const at of marks) {
    shown += text.slice(from, at) + FULL[text[at] ?? ''];
    from = at + 1;
  }
  return { text: shown + text.slice(from), marks: marks.length };
}

/** One text and what of it is converted so far. Texts are long and marks few, so only the marks are held. */
class Conversion {
  readonly #text: string;
  readonly #inAddress: ReadonlySet<number> | null;
  readonly #partners: ReadonlyMap<number, number>;
  /** Marks that were half-width, by their index. */
  readonly #converted = new Set<number>();
  /** Marks to look at, again where a neighbour was converted. */
  readonly #pending: number[];

  constructor(text: string) {
    this.#text = text;
    this.#inAddress = addressUnits(text);
    const marks = [...text.matchAll(MARKS)].map(({ index }) => index).filter((at) => !this.#inAddress?.has(at));
    this.#partners = bracketPairs(text, marks);
    this.#pending = marks.filter((at) => this.#isOpen(at));
  }

  run(): number[] {
    for (let at = this.#pending.pop(); at !== undefined; at = this.#pending.pop()) this.#consider(at);
    return [...this.#converted].sort((a, b) => a - b);
  }

  #consider(at: number): void {
    if (!this.#isOpen(at)) return;
    const partner = this.#partners.get(at);
    if (partner === undefined) {
      const isBracket = this.#text[at] === '(' || this.#text[at] === ')';
      if (!isBracket && this.#isBesideChinese(at)) this.#convert(at);
      // A full-width bracket whose partner is half-width is the trace of an earlier, incomplete conversion.
    } else if (!this.#isOpen(partner)) this.#convert(at);
    else if (this.#isBesideChinese(at)) {
      this.#convert(at);
      this.#convert(partner);
    }
  }

  /** What was converted is a Chinese mark for its neighbours: 真的?! */
  #convert(at: number): void {
    this.#converted.add(at);
    for (const step of [-1, 1] as const) {
      const next = this.#nearest(at, step);
      if (this.#isOpen(next)) this.#pending.push(next);
    }
  }

  /** Whether a half-width mark stands there that may still be converted. */
  #isOpen(at: number): boolean {
    return FULL[this.#text[at] ?? ''] !== undefined && !this.#converted.has(at) && !this.#inAddress?.has(at);
  }

  #isBesideChinese(at: number): boolean {
    if (ASCII_WORD.test(this.#text[at - 1] ?? '') && ASCII_WORD.test(this.#text[at + 1] ?? '')) return false;
    return this.#isChinese(this.#nearest(at, -1)) || this.#isChinese(this.#nearest(at, 1));
  }

  /** @returns the index of the nearest unit that is no white space; may lie outside the text */
  #nearest(at: number, step: 1 | -1): number {
    let index = at + step;
    while (SPACE.test(this.#text[index] ?? '')) index += step;
    return index;
  }

  /** Whether a Chinese character or mark stands there; one outside the BMP is two units. */
  #isChinese(at: number): boolean {
    if (this.#converted.has(at)) return true;
    const unit = this.#text[at] ?? '';
    if (/[\ud800-\udbff]/.test(unit)) return isChinese(unit + (this.#text[at + 1] ?? ''));
    if (/[\udc00-\udfff]/.test(unit)) return isChinese((this.#text[at - 1] ?? '') + unit);
    return unit !== '' && isChinese(unit);
  }
}

function addressUnits(text: string): Set<number> | null {
  if (!/[@/.]/.test(text)) return null;
  const inside = new Set<number>();
  for (const match of text.matchAll(ADDRESS)) {
    let end = match.index + match[0].length;
    while (end > match.index && ADDRESS_TAIL.test(text[end - 1] ?? '')) end--;
    for (let at = match.index; at < end; at++) inside.add(at);
  }
  return inside;
}

/** Partners of brackets, of either width: a full-width one can be the partner of a half-width one. */
function bracketPairs(text: string, marks: readonly number[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const at of marks) {
    const mark = text[at];
    if (mark === '(' || mark === '（') open.push(at);
    if (mark !== ')' && mark !== '）') continue;
    const start = open.pop();
    if (start === undefined) continue;
    pairs.set(start, at);
    pairs.set(at, start);
  }
  return pairs;
}
