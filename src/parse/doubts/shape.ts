import { BULLET } from '../text/marks.js';

/** Marks that part a speaker from what follows or from the titles, and are rare at the beginning of a text. */
const PARTED = /^[^。！？；，,：:“”]{1,30}?([—―]{2}|[｜|│/])/u;
const LABELLED = /^[^。！？!?；;，,“”]{1,24}[：:]/u;

/**
 * How a line is set, whatever its words: ◆…：, …——…, …｜….
 * @returns null for a line without any mark that would tell
 */
export function shapeOf(text: string): string | null {
  const bullet = BULLET.exec(text)?.[0] ?? '';
  const rest = text.slice(bullet.length, bullet.length + 48).trimStart();
  const mark = PARTED.exec(rest)?.[1];
  if (mark !== undefined) return `${bullet}${mark.slice(0, 1)}`;
  return bullet !== '' && LABELLED.test(rest) ? `${bullet}：` : null;
}
