import { unitAt } from '../typography/unitAt.js';
import { WHITE_SPACE } from '../typography/units.js';
import { countCharacters } from './characters.js';

/**
 * What a text may hold that some step of the grammar cannot do without. Each is a bit of an {@link Inventory}'s
 * `holds`; its absence is certain, its presence only says that it is worth looking.
 */
export const HOLDS = {
  /** Unicode White_Space. */
  space: 1,
  /** Half of a code point beyond U+FFFF. */
  surrogate: 2,
  /** A character that may be invisible: one that Chinese texts do not usually hold. */
  unusual: 4,
  /** `*` or `_`. */
  emphasis: 8,
  /** A colon of any width, or a dash. */
  colonOrDash: 16,
  /** The bar of a column, or of an explicit speaker line. */
  bar: 32,
  /** `“「『"` */
  openingQuote: 64,
  /** What closes a bracket, and the arrow of a link. */
  closing: 128,
};
/** Only inside the walk: what a marker begins with, and what stands before it. */
const FIRST_OF_MARKER = 256;
const BOUNDARY = 512;

/** What a marker begins with, and what stands before it where it is not the first in its paragraph. */
export const MARKER_FIRST = '一二三四五六七八九十0123456789（(其第首再然最①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const MARKER_BOUNDARY = `。！？!?；;：:”’」』）)…，,、${WHITE_SPACE}`;

const KINDS = kinds();

/** By UTF-16 unit: which of these it is. */
function kinds(): Uint16Array {
  // Usual are ASCII that can be typed, Chinese characters and the marks of Chinese texts; none of them is invisible.
  const table = new Uint16Array(0x10000).fill(HOLDS.unusual);
  const usual: [from: number, to: number][] = [
    [0x09, 0x0a],
    [0x20, 0x7e],
    [0xb7, 0xb7],
    [0x2014, 0x2014],
    [0x2018, 0x201d],
    [0x2026, 0x2026],
    [0x3000, 0x303f],
    [0x4e00, 0x9fff],
    [0xff01, 0xff5e],
  ];
  for (const [from, to] of usual) table.fill(0, from, to + 1);
  const add = (characters: string, bit: number): void => {
    for (let at = 0; at < characters.length; at++) {
      const code = characters.charCodeAt(at);
      table[code] = (table[code] ?? 0) | bit;
    }
  };
  add(WHITE_SPACE, HOLDS.space);
  add('*_', HOLDS.emphasis);
  add(':：﹕∶—―', HOLDS.colonOrDash);
  add('｜|丨│', HOLDS.bar);
  add('“「『"', HOLDS.openingQuote);
  add('》＞>»】]）)', HOLDS.closing);
  add(MARKER_FIRST, FIRST_OF_MARKER);
  add(MARKER_BOUNDARY, BOUNDARY);
  table.fill(HOLDS.surrogate | HOLDS.unusual, 0xd800, 0xe000);
  return table;
}

/** What one walk over a text tells of it. */
export interface Inventory {
  /** Sum of {@link HOLDS}. */
  readonly holds: number;
  /** Code points that are no white space. */
  readonly visible: number;
  /** Offsets where an outline marker may begin: at the text's beginning, or behind a boundary. Nowhere else does one. */
  readonly markers: readonly number[];
}

const NONE: readonly number[] = [];

/**
 * Walks over a text once, so that the many steps that look for one mark each need not: five lines in six are
 * ordinary paragraphs, which have hardly any of them.
 */
export function takeInventory(text: string): Inventory {
  const { length } = text;
  let holds = 0;
  let spaces = 0;
  let markers: number[] | null = null;
  let before = BOUNDARY;
  for (let at = 0; at < length; at++) {
    const kind = KINDS[unitAt(text, at)] ?? 0;
    if (kind !== 0) {
      holds |= kind;
      if ((kind & FIRST_OF_MARKER) !== 0 && (before & BOUNDARY) !== 0) {
        if (markers === null) markers = [at];
        else markers.push(at);
      }
      if ((kind & HOLDS.space) !== 0) spaces++;
    }
    before = kind;
  }
  const visible = (holds & HOLDS.surrogate) === 0 ? length - spaces : countCharacters(text);
  return { holds, visible, markers: markers ?? NONE };
}
