/**
 * Half-width punctuation that an extraction left in Chinese text, shown full-width (GB/T 15834: Chinese text
 * takes full-width marks). Every mark is one UTF-16 unit in both widths, so offsets into the text stay right.
 */
const FULL: Record<string, string> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' };
const HALF_MARK = /[,:;?!()]/;
const SPACE = /\s/u;
/** Chinese characters and marks: Han, CJK and full-width punctuation, Chinese quotes, dashes and ellipses. */
const CHINESE =
  /[\p{Script=Han}\u3001-\u303f\uff01-\uff60\uffe0-\uffee\u2018\u2019\u201c\u201d\u2014\u2015\u2026\u00b7]/u;
const ASCII_WORD = /[A-Za-z0-9]/;
/** A mailbox begins where no letter or digit stands before it, so that a long run of them is read once. */
const ADDRESS =
  /(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”‘’《》（）\p{Script=Han}，。；：、！？]+|(?<![\w.+-])(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
/** Marks that end a sentence around an address more likely than they end the address. */
const ADDRESS_TAIL = /[,:;?!)]$/;

/**
 * A mark is Chinese where its nearest neighbour on either side is a Chinese character or mark, unless both
 * direct neighbours are ASCII letters or digits or it stands inside an address; brackets convert as pairs.
 * @param text one paragraph or headline as written
 * @returns the same text for display; of the same length
 */
export function fullWidth(text: string): string {
  if (!HALF_MARK.test(text)) return text;
  const units = text.split('');
  const closed = addressUnits(text);
  const marks = units.flatMap((unit, at) => (HALF_MARK.test(unit) && !closed?.has(at) ? [at] : []));
  const partner = bracketPairs(units, closed);
  // What was converted is a Chinese mark for its neighbours (真的?!), and they are looked at again.
  for (let at = marks.pop(); at !== undefined; at = marks.pop()) {
    for (const changed of convert(units, at, partner)) {
      for (const step of [-1, 1] as const) {
        const next = nearest(units, changed, step);
        if (HALF_MARK.test(units[next] ?? '') && !closed?.has(next)) marks.push(next);
      }
    }
  }
  return units.join('');
}

/** @returns how many marks {@link fullWidth} would show full-width */
export function countHalfWidth(text: string): number {
  const shown = fullWidth(text);
  if (shown === text) return 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text[at] !== shown[at]) count++;
  return count;
}

/** @returns where units changed: nowhere, at the mark, or at both brackets of a pair */
function convert(units: string[], at: number, partner: ReadonlyMap<number, number>): number[] {
  const unit = units[at] ?? '';
  if (FULL[unit] === undefined) return [];
  const other = partner.get(at);
  if ((unit === '(' || unit === ')') && other === undefined) return [];
  // A full-width bracket whose partner is half-width is the trace of an earlier, incomplete conversion.
  const isTorn = other !== undefined && FULL[units[other] ?? ''] === undefined;
  if (!isTorn && !isBesideChinese(units, at)) return [];
  const both = other === undefined || isTorn ? [at] : [at, other];
  for (const each of both) units[each] = FULL[units[each] ?? ''] ?? '';
  return both;
}

function isBesideChinese(units: readonly string[], at: number): boolean {
  if (ASCII_WORD.test(units[at - 1] ?? '') && ASCII_WORD.test(units[at + 1] ?? '')) return false;
  return isChinese(units, nearest(units, at, -1)) || isChinese(units, nearest(units, at, 1));
}

/** @returns the index of the nearest unit that is no white space; may lie outside the text */
function nearest(units: readonly string[], at: number, step: 1 | -1): number {
  let index = at + step;
  while (SPACE.test(units[index] ?? '')) index += step;
  return index;
}

/** Whether a Chinese character or mark stands there; one outside the BMP is two units. */
function isChinese(units: readonly string[], at: number): boolean {
  const unit = units[at] ?? '';
  if (/[\ud800-\udbff]/.test(unit)) return CHINESE.test(unit + (units[at + 1] ?? ''));
  if (/[\udc00-\udfff]/.test(unit)) return CHINESE.test((units[at - 1] ?? '') + unit);
  return CHINESE.test(unit);
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
function bracketPairs(units: readonly string[], closed: ReadonlySet<number> | null): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [at, unit] of units.entries()) {
    if (closed?.has(at)) continue;
    if (unit === '(' || unit === '（') open.push(at);
    if (unit !== ')' && unit !== '）') continue;
    const start = open.pop();
    if (start === undefined) continue;
    pairs.set(start, at);
    pairs.set(at, start);
  }
  return pairs;
}
