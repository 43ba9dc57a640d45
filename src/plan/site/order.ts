interface Dated {
  date: string | null;
  file: string;
}

/**
 * Order of editions: by date, newest first, unknown parts last, then by path in code units (contract,
 * "Pages"). Never by locale.
 */
export function byNewest(a: Dated, b: Dated): number {
  return byDate(b, a) || byCodeUnits(a.file, b.file);
}

/** Which of two editions counts as the earlier one: by date, unknown parts first, then by path. */
export function byOldest(a: Dated, b: Dated): number {
  return byDate(a, b) || byCodeUnits(a.file, b.file);
}

/** Order of strings that is the same in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of two dates with the same beginning the shorter one is the smaller: `2020`, `2020-03`, `2020-03-02`. */
function byDate(a: Dated, b: Dated): number {
  return byCodeUnits(a.date ?? '', b.date ?? '');
}
