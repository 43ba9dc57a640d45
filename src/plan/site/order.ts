interface Dated {
  date: string | null;
  file: string;
}

/**
 * Order of editions: by date, newest first, unknown parts last, then by path in code units (contract,
 * "Pages"). Never by locale.
 */
export function byNewest(a: Dated, b: Dated): number {
  const [yearA, monthA, dayA] = partsOf(a.date);
  const [yearB, monthB, dayB] = partsOf(b.date);
  return newer(yearA, yearB) || newer(monthA, monthB) || newer(dayA, dayB) || byCodeUnits(a.file, b.file);
}

/** Order of strings that is the same in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function partsOf(date: string | null): [string, string, string] {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return [year, month, day];
}

/** The empty string, an unknown part, is the smallest and so comes last. */
function newer(a: string, b: string): number {
  return byCodeUnits(b, a);
}
