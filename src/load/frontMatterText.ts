import { type Finding, find } from '../diagnostics/finding.js';
import { FRONT_MATTER, frontMatterTooLong } from './bounds.js';
import { type FrontMatter, frontMatterSchema } from './frontMatter.js';
import type { Plain, YamlText } from './yaml.js';

/** A text cut in two: the front matter between its first two fences, and the rest. */
export interface CutText {
  /** What stands between the fences, and the line on which it begins; null where the text begins without one. */
  front: { text: string; line: number; form: 'yaml' | 'toml' } | null;
  /** The rest, and the number of lines that stand before it. */
  body: string;
  linesBefore: number;
  /** The fence that is opened and never closed; the whole text is then the body. */
  unclosed: string | null;
}

/** Empty lines above it are allowed where what follows looks like front matter. */
const OPEN = /^(?:(---|\+{3})[ \t]*(?:\n|$)|(?:[ \t]*\n)+(---|\+{3})[ \t]*\n(?=[A-Za-z][\w-]*[ \t]*[:=]))/;
/** Hexo writes it without a first fence too. */
const HEXO =
  /^(?:title|layout|date)[ \t]*:[ \t].*\n(?:(?:[A-Za-z][\w-]*[ \t]*:.*|[ \t].*|-[ \t].*|)\n){0,60}?---[ \t]*(?:\n|$)/;

/**
 * Cuts front matter off a text: YAML from a first line `---` up to a line `---` or `...`, TOML between two `+++`.
 * @param text with `\n` line ends and without byte order mark
 */
export function cutFrontMatter(text: string): CutText {
  const open = OPEN.exec(text);
  const none = { front: null, body: text, linesBefore: 0, unclosed: null };
  if (open === null && !HEXO.test(text)) return none;
  const fence = open?.[1] ?? open?.[2] ?? '---';
  const start = open?.[0].length ?? 0;
  const rest = text.slice(start);
  const form = fence === '---' ? 'yaml' : 'toml';
  const end = (form === 'yaml' ? /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m : /^\+{3}[ \t]*(?:\n|$)/m).exec(rest);
  if (end === null) return { ...none, unclosed: fence };
  const front = rest.slice(0, end.index);
  const line = linesIn(text.slice(0, start)) + 1;
  const body = rest.slice(end.index + end[0].length);
  return { front: { text: front, line, form }, body, linesBefore: line + linesIn(front), unclosed: null };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Keys that an editor may write in Chinese. */
const chinese = new Map([
  ['标题', 'title'],
  ['日期', 'date'],
  ['来源', 'source'],
  ['场合', 'occasion'],
]);

const known = Object.keys(frontMatterSchema.shape);

/**
 * Reads front matter.
 * @param text what stands between the fences, or a whole `NAME.yaml`
 * @param line the line of `file` on which it begins
 * @returns the values without those that are wrong, one finding for each fault, and one for all keys of no use here
 */
export async function readFrontMatter(
  text: string,
  file: string,
  line: number,
  form: 'yaml' | 'toml' = 'yaml',
): Promise<{ frontMatter: FrontMatter; findings: Finding[] }> {
  const size = Buffer.byteLength(text);
  if (size > FRONT_MATTER) return { frontMatter: {}, findings: [frontMatterTooLong(file, size)] };
  const [{ readYaml }, { validate }, { takeOthers }] = await Promise.all([
    import('./yaml.js'),
    import('./validate.js'),
    import('./otherKeys.js'),
  ]);
  const read = form === 'yaml' ? readYaml(text, file, line) : (await import('./toml.js')).readToml(text, file, line);
  if (read.findings.length > 0) return { frontMatter: {}, findings: read.findings };
  const findings = translateKeys(read, file);
  findings.push(...takeOthers(read, known, file));
  if (typeof read.value.date === 'string') read.value.date = plainDate(read.value.date);
  const rules = { unknown: 'front-matter-unknown-key', invalid: 'front-matter-invalid' } as const;
  const result = validate(frontMatterSchema, { ...read, file, rules });
  findings.push(...result.findings);
  // What is wrong is left out, and the rest counts.
  for (const finding of result.findings) delete read.value[String(finding.params.key).split('.', 1)[0] ?? ''];
  const frontMatter = result.value ?? validate(frontMatterSchema, { ...read, file, rules }).value ?? {};
  const { date } = frontMatter;
  if (date !== undefined && !isRealDate(date)) {
    findings.push(find('front-matter-impossible-date', file, read.places.get('date'), { date }));
    delete frontMatter.date;
  }
  return { frontMatter, findings };
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

const DATE = /^(\d{4})\s*[-/.年]\s*(?:(\d{1,2})\s*(?:[-/.月]\s*(?:(\d{1,2})\s*日?)?)?)?$/;
/** The time of day behind a date, and its zone. */
const TIME =
  /(?<=\d日?)[T \t]\s{0,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d{1,9})?)?\s{0,4}(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** `2031年3月2日`, `2031/3/2` and `2031-03-02 18:00:00 +0800` as `2031-03-02`; anything else as it is. */
function plainDate(written: string): string {
  const match = DATE.exec(written.trim().replace(TIME, ''));
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
