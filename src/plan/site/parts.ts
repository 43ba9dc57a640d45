/** A long list, cut so that adding to it never moves what is there. */
export interface Parts<T> {
  /** The newest items, on the list's own page. */
  newest: T[];
  /** The rest: parts of equal size that count from the oldest; in each the newest first. */
  parts: { number: number; items: T[] }[];
}

/**
 * @param items newest first
 * @param size items on the list's page and in each part
 */
export function cutParts<T>(items: readonly T[], size: number): Parts<T> {
  const older = items.slice(size).reverse();
  const parts: Parts<T>['parts'] = [];
  for (let start = 0; start < older.length; start += size) {
    parts.push({ number: parts.length + 1, items: older.slice(start, start + size).reverse() });
  }
  return { newest: items.slice(0, size), parts };
}

/** Parts named on either side of a page. */
const NEAR = 4;

/**
 * Which parts a page links to: a bounded number of them, and on a page far from the newest the same ones for ever.
 * @param count number of parts
 * @param current the page's own part; null for the list's own page
 * @returns numbers, newest first: the nearest ones, and the oldest
 */
export function namedParts(count: number, current: number | null): number[] {
  const at = current ?? count + 1;
  const numbers = Array.from({ length: 2 * NEAR + 1 }, (_, index) => at + NEAR - index);
  return [...new Set([...numbers.filter((number) => number >= 1 && number <= count), ...(count > 0 ? [1] : [])])];
}
