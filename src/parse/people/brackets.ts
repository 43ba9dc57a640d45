import { depths } from '../text/marks.js';
import { type Span, textOf, trim } from '../text/span.js';
import { nameStrength } from './name.js';
import { isNote, isOffice, isOrganisation, splitTitles } from './offices.js';

/** What the brackets behind a name hold: titles, or remarks about the person. */
export interface Brackets {
  /** The words before the brackets. */
  core: Span;
  titles: Span[];
  notes: Span[];
  /** The groups themselves. */
  marks: Span[];
}

const CLOSES = /[）)】\]］〕]$/u;
const GROUP = /(?:[（(][^（()）]+(?:[（(][^（()）]*[）)][^（()）]*)*[）)]|[【[［〔][^【】[\]［］〔〕]+[】\]］〕])$/u;

/** Takes the bracket groups off the end: `何砚(女)(云川县县长)`. */
export function takeBrackets(line: string, span: Span): Brackets {
  const found: Brackets = { core: span, titles: [], notes: [], marks: [] };
  for (;;) {
    const text = textOf(line, found.core);
    const group = CLOSES.test(text) ? GROUP.exec(text) : null;
    if (!group || group.index === 0) return found;
    const start = found.core.start + group.index;
    const inner = { start: start + 1, end: found.core.end - 1 };
    const pieces = bracketPieces(line, inner);
    found.titles.unshift(...pieces.titles);
    found.notes.unshift(...pieces.notes);
    found.marks.push({ start, end: found.core.end });
    found.core = trim(line, { start: found.core.start, end: start });
  }
}

/** Sex, nationality, party; another name of the same person: David Wang（王大卫）; or how it was said: （笑）, （集体发言）. */
function isRemark(text: string): boolean {
  if (isNote(text) || MANNER.test(text)) return true;
  return nameStrength(text) === 'strong' && !isOffice(text) && !isOrganisation(text);
}

const MANNER =
  /^(?:.{0,4}(?:发言|發言|插话|笑|掌声|化名|代读|书面|视频|连线|远程|录音|翻译|补充|回应|提问|追问|点头|起身|沉思|感慨|接话|激动地?|哽咽|音译|匿名|具名|要求匿名|不愿具名|代)|\p{Script=Han}{1,4}国|日本|越南|老挝|缅甸|印度|尼泊尔|巴西|埃及|伊朗|加拿大|意大利|西班牙|澳大利亚|新加坡|马来西亚|印度尼西亚|\d{1,3}岁)$/u;

/** @returns the titles of the words, and the remarks before and behind them */
export function bracketPieces(line: string, inner: Span, isNoted = isRemark): { titles: Span[]; notes: Span[] } {
  const text = textOf(line, inner);
  const depth = depths(text);
  const notes: Span[] = [];
  let titleStart = 0;
  let start = 0;
  // Remarks stand before or after the titles; between them and the titles a mark or a space.
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && (depth[at] !== 0 || !/[、,，;；\p{White_Space}]/u.test(text[at] ?? ''))) continue;
    const piece = trim(line, { start: inner.start + start, end: inner.start + at });
    if (piece.end > piece.start && isNoted(textOf(line, piece))) {
      notes.push(piece);
      if (start === titleStart) titleStart = at + 1;
    }
    start = at + 1;
  }
  const titles = splitTitles(text.slice(titleStart))
    .map((piece) => ({ start: inner.start + titleStart + piece.start, end: inner.start + titleStart + piece.end }))
    .filter((piece) => !notes.some((note) => note.start === piece.start));
  return { titles, notes };
}
