import { type Finding, find } from '../diagnostics/finding.js';
import { FRONT_MATTER, frontMatterTooLong } from './bounds.js';
import { type FrontMatter, frontMatterSchema } from './frontMatter.js';
import type { Plain, YamlText } from './yaml.js';

/** A text cut in two: the YAML between its first two fences, and the rest. */
export interface CutText {
  /** The YAML without its fences, or null where the text begins without one. */
  yaml: string | null;
  /** The rest, and the number of lines that stand before it. */
  body: string;
  linesBefore: number;
  /** The fence is opened and never closed; the whole text is then the body. */
  unclosed: boolean;
}

/**
 * Cuts front matter off a text: a first line `---`, up to a line `---` or `...`.
 * @param text with `\n` line ends and without byte order mark
 */
export function cutFrontMatter(text: string): CutText {
  const open = /^---[ \t]*(?:\n|$)/.exec(text);
  if (open === null) return { yaml: null, body: text, linesBefore: 0, unclosed: false };
  const close = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;
  const start = open[0].length;
  const rest = text.slice(start);
  const end = close.exec(rest);
  if (end === null) return { yaml: null, body: text, linesBefore: 0, unclosed: true };
  const yaml = rest.slice(0, end.index);
  const lines = yaml.split('\n').length - 1;
  return { yaml, body: rest.slice(end.index + end[0].length), linesBefore: lines + 2, unclosed: false };
}

/** Keys that an editor may write in Chinese. */
const chinese = new Map([
  ['标题', 'title'],
  ['日期', 'date'],
  ['来源', 'source'],
  ['场合', 'occasion'],
]);

/**
 * Reads front matter.
 * @param yaml the text between the fences, or a whole `NAME.yaml`
 * @param line the line of `file` on which it begins
 * @returns the values (none when there is a fault), and one finding for each fault
 */
export async function readFrontMatter(
  yaml: string,
  file: string,
  line: number,
): Promise<{ frontMatter: FrontMatter; findings: Finding[] }> {
  const size = Buffer.byteLength(yaml);
  if (size > FRONT_MATTER) return { frontMatter: {}, findings: [frontMatterTooLong(file, size)] };
  const [{ readYaml }, { validate }] = await Promise.all([import('./yaml.js'), import('./validate.js')]);
  const read = readYaml(yaml, file, line);
  if (read.findings.length > 0) return { frontMatter: {}, findings: read.findings };
  const findings = translateKeys(read, file);
  if (typeof read.value.date === 'string') read.value.date = plainDate(read.value.date);
  const result = validate(frontMatterSchema, {
    ...read,
    file,
    rules: { unknown: 'front-matter-unknown-key', invalid: 'front-matter-invalid' },
  });
  findings.push(...result.findings);
  const date = result.value?.date;
  if (date !== undefined && !isRealDate(date)) {
    findings.push(find('front-matter-impossible-date', file, read.places.get('date'), { date }));
  }
  return { frontMatter: findings.length === 0 ? (result.value ?? {}) : {}, findings };
}

function translateKeys({ value, places }: YamlText, file: string): Finding[] {
  const findings: Finding[] = [];
  for (const [written, key] of chinese) {
    const inner: Plain | undefined = value[written];
    const place = places.get(written);
    if (place === undefined) continue;
    delete value[written];
    if (places.has(key)) findings.push(find('yaml-duplicate-key', file, place));
    else places.set(key, place);
    if (inner !== undefined) value[key] = inner;
  }
  return findings;
}

/** `2031年3月2日`, `2031/3/2` and `2031.3.2` as `2031-03-02`; anything else as it is. */
function plainDate(written: string): string {
  const match = /^(\d{4})\s*[-/.年]\s*(?:(\d{1,2})\s*(?:[-/.月]\s*(?:(\d{1,2})\s*日?)?)?)?$/.exec(written.trim());
  if (match === null) return written;
  const [, year = '', month, day] = match;
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** @returns whether a date of the form YYYY, YYYY-MM or YYYY-MM-DD is in the calendar */
export function isRealDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}
