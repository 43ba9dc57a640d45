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
