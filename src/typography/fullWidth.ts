/**
 * Half-width punctuation that an extraction left in Chinese text, shown full-width (GB/T 15834: Chinese text
 * takes full-width marks). Every mark is one UTF-16 unit in both widths, so offsets into the text stay right.
 */
const FULL: Record<string, string> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' };
const HALF_MARK = /[,:;?!()]/;
/** Chinese characters and marks: Han, CJK and full-width punctuation, Chinese quotes, dashes and ellipses. */
const CHINESE = /[\p{Script=Han}\u3001-\u303f\uff01-\uff60\uffe0-\uffee\u2018\u2019\u201c\u201d\u2014\u2015\u2026\u00b7]/u;
const ASCII_WORD = /[A-Za-z0-9]/;
const ADDRESS =
  /(?:https?|ftp):\/\/[^\s<>"“”‘’《》（）\p{Script=Han}，。；：、！？]+|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+|www\.[^\s<>"“”《》（）\p{Script=Han}，。；：、！？]+/giu;
/** Marks that end a sentence around an address more likely than they end the address. */
const ADDRESS_TAIL = /[,:;?!)]+$/;

/**
 * @param text one paragraph or headline as written
 * @returns the same text for display; of the same length
 */
export function fullWidth(text: string): string {
  if (!HALF_MARK.test(text)) return text;
  const units = text.split('');
  const closed = addressUnits(text);
  const partner = bracketPairs(units, closed);
  // What a pass converts is a Chinese mark for its neighbours: 真的?! needs both directions.
  const marks = units.flatMap((unit, at) => (HALF_MARK.test(unit) && !closed?.has(at) ? [at] : []));
  for (const order of [marks, [...marks].reverse()]) {
    for (const at of order) convert(units, at, partner);
  }
  return units.join('');
}

/** @returns how many marks {@link fullWidth} would show full-width, and where the first one stands (-1: none) */
export function countHalfWidth(text: string): { count: number; first: number } {
  const shown = fullWidth(text);
  if (shown === text) return { count: 0, first: -1 };
  let count = 0;
  let first = -1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === shown[at]) continue;
    if (first < 0) first = at;
    count++;
  }
  return { count, first };
}

function convert(units: string[], at: number, partner: ReadonlyMap<number, number>): void {
  const full = FULL[units[at] ?? ''];
  if (full === undefined || !isBesideChinese(units, at)) return;
  const isBracket = units[at] === '(' || units[at] === ')';
  const other = partner.get(at);
  if (isBracket && other === undefined) return;
  units[at] = full;
  if (other !== undefined) units[other] = FULL[units[other] ?? ''] ?? units[other] ?? '';
}

function isBesideChinese(units: readonly string[], at: number): boolean {
  const before = units[at - 1] ?? '';
  const after = units[at + 1] ?? '';
  if (ASCII_WORD.test(before) && ASCII_WORD.test(after)) return false;
  return isChinese(neighbour(units, at, -1)) || isChinese(neighbour(units, at, 1));
}

/** The nearest character that is no white space; both halves of a character outside the BMP. */
function neighbour(units: readonly string[], at: number, step: 1 | -1): string {
  let index = at + step;
  while (index >= 0 && index < units.length && /\s/u.test(units[index] ?? '')) index += step;
  const unit = units[index] ?? '';
  if (/[\ud800-\udbff]/.test(unit)) return unit + (units[index + 1] ?? '');
  if (/[\udc00-\udfff]/.test(unit)) return (units[index - 1] ?? '') + unit;
  return unit;
}

function isChinese(character: string): boolean {
  return CHINESE.test(character);
}

function addressUnits(text: string): Set<number> | null {
  if (!/[@/.]/.test(text)) return null;
  const inside = new Set<number>();
  for (const match of text.matchAll(ADDRESS)) {
    const length = match[0].replace(ADDRESS_TAIL, '').length;
    for (let at = match.index; at < match.index + length; at++) inside.add(at);
  }
  return inside;
}

/** Partners of half-width brackets; a full-width one can be the partner of a half-width one. */
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
