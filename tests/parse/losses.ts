import type { Parsed } from '../../src/parse/parse.js';

/** Letters and digits alone, as a reader would miss them: the rest may be ornament. */
function letters(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** A line's letters, and which of them a record has. */
class Row {
  readonly words: string;
  readonly #held: Uint8Array;

  constructor(line: string) {
    this.words = letters(line);
    this.#held = new Uint8Array(this.words.length);
  }

  /** Marks the field's words as held, everywhere. */
  cover(field: string): void {
    for (let at = this.words.indexOf(field); at >= 0; at = this.words.indexOf(field, at + 1)) {
      this.#held.fill(1, at, at + field.length);
    }
  }

  /** Marks the field's words as held in this row and the one above, where they begin there and end here. */
  coverFrom(above: Row, field: string): void {
    const at = `${above.words}${this.words}`.indexOf(field);
    const own = at + field.length - above.words.length;
    if (at < 0 || at >= above.words.length || own <= 0) return;
    above.#held.fill(1, at);
    this.#held.fill(1, 0, own);
  }

  /** @returns where the field stands with no letter of it held yet, or -1 */
  find(field: string): number {
    for (let at = this.words.indexOf(field); at >= 0; at = this.words.indexOf(field, at + 1)) {
      if (this.#held.subarray(at, at + field.length).every((each) => each === 0)) return at;
    }
    return -1;
  }

  take(at: number, field: string): void {
    this.#held.fill(1, at, at + field.length);
  }

  get rest(): string {
    let rest = '';
    for (const [at, held] of this.#held.entries()) if (held === 0) rest += this.words[at];
    return rest;
  }
}

/** Gives each text to a line of its own, the longest first, and names, titles and labels to all lines with them. */
function coverRows(rows: readonly Row[], { edition }: Parsed): void {
  const { title, source, occasion, lede, asides, credits, speeches } = edition;
  const texts = speeches.flatMap(({ headline, paragraphs }) => [...paragraphs, headline]);
  const once = [
    title,
    source,
    occasion,
    ...lede,
    ...asides.flatMap(({ paragraphs }) => paragraphs),
    ...credits,
    ...texts,
  ].map((text) => letters(text ?? ''));
  for (const field of once.filter((each) => each !== '').sort((a, b) => b.length - a.length)) {
    const having = rows.filter((row) => row.find(field) >= 0).sort((a, b) => a.rest.length - b.rest.length);
    having[0]?.take(having[0].find(field), field);
  }
  const names = speeches.flatMap(({ speaker, titles, notes, detail }) => [speaker, ...titles, ...notes, detail?.label]);
  for (const field of new Set(names.map((text) => letters(text ?? '')))) {
    if (field === '') continue;
    for (const row of rows) row.cover(field);
    // 青石村党支部 and 书记 below it are one title, broken over two lines.
    for (const [index, row] of rows.entries()) rows[index + 1]?.coverFrom(row, field);
  }
}

/** Words that the contract counts as decoration, when they are all that is left of a line. */
const decoration =
  /^(?:同志|先生|女士|的?(?:发言|讲话)|两会声音|委员议事|(?:代表)?建言|来源|作者|发布时间|第?\d{1,2}版|(?:19|20)\d\d年?\d{1,2}月?\d{1,2}日?|\d{1,2}时?\d\d(?:\d\d)?|详情|详细|查看详情|更多详情|阅读全文|全文|更多|查看|a?href|a|https?\S*|javascriptvoid0|云川日报|字号|打印)*$/;

/** What pages put around their texts, and no digest of these tests says. */
const furniture = /^(?:字号：大.{1,4}中.{1,4}小|上一篇：.*|主办单位：.*|打印|关闭|打印 关闭)$/s;

/** A number of its own before a speaker; a digit elsewhere is text. */
const number = /^\P{L}*?[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[、.．)）]/u;

/** What may be left of a line besides its decoration: the number of a speaker, marks of dates in an imprint. */
function isDecoration(line: string, rest: string): boolean {
  const dateless = /^\s*(?:来源|《云川日报》)/.test(line) ? rest.replace(/云川日报|[\d年月日第版]/g, '') : rest;
  const ornament = letters(number.exec(line.trim())?.[0] ?? '');
  const unnumbered = ornament !== '' && dateless.startsWith(ornament) ? dateless.slice(ornament.length) : dateless;
  // 两会声音｜ names a column of the paper.
  if (rest === letters(/^[^｜|丨，,、]{2,12}[｜|丨]/.exec(line.trim())?.[0] ?? '')) return true;
  return decoration.test(dateless) || decoration.test(unnumbered);
}

/** The reader of Markdown counts tags and addresses as syntax. */
function withoutSyntax(text: string): string {
  return text.replace(/<[^<>]*>|\]\([^()]*\)/g, (syntax) => syntax.replace(/[^\n]/g, ''));
}

interface Loss {
  line: number;
  lost: string;
}

/**
 * Looks for words of the input that are in no record, by reading the input line by line without the program's own
 * accounting. A line that a finding names is not lost, and neither are words that the contract calls decoration.
 */
export function lossesOf(text: string, parsed: Parsed, format: 'txt' | 'md'): Loss[] {
  const lines = (format === 'md' ? withoutSyntax(text) : text).split('\n');
  const rows = lines.map((line) => new Row(line));
  coverRows(rows, parsed);
  const named = new Set(parsed.findings.map(({ line }) => line));
  const leftOut = parsed.findings
    .filter(({ ruleId }) => ruleId === 'page-furniture-left-out')
    .map(({ params }) => letters(String(params.words)));
  return lines.flatMap((line, index) => {
    const { rest = '' } = rows[index] ?? {};
    if (furniture.test(line.trim()) || named.has(index + 1) || isDecoration(line, rest)) return [];
    if (leftOut.some((words) => words.includes(letters(line.trim().slice(0, 20))))) return [];
    return [{ line: index + 1, lost: rest }];
  });
}
