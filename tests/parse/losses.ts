import type { Parsed } from '../../src/parse/parse.js';

/** Letters and digits alone, as a reader would miss them: the rest may be ornament. */
function letters(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/[^\p{L}\p{N}]/gu, '');
}

interface Field {
  words: string;
  /** Names, titles and labels may stand on several lines: on the speaker line, in the caption, in a list. */
  often: boolean;
}

/** @returns what the records hold, the longest first */
function fieldsOf({ edition }: Parsed): Field[] {
  const { title, source, occasion, lede, credits, speeches } = edition;
  const texts = speeches.flatMap(({ headline, paragraphs }) => [...paragraphs, headline]);
  const names = speeches.flatMap(({ speaker, titles, notes, detail }) => [speaker, ...titles, ...notes, detail?.label]);
  const once = [title, source, occasion, ...lede, ...credits, ...texts].map((text) => ({
    words: letters(text ?? ''),
    often: false,
  }));
  const often = names.map((text) => ({ words: letters(text ?? ''), often: true }));
  return [...once, ...often].filter(({ words }) => words !== '').sort((a, b) => b.words.length - a.words.length);
}

/** Words that the contract counts as decoration, when they are all that is left of a line. */
const decoration =
  /^(?:同志|先生|女士|的?(?:发言|讲话)|两会声音|委员议事|代表建言|来源|作者|发布时间|第?\d{1,2}版|(?:19|20)\d\d年?\d{1,2}月?\d{1,2}日?|\d{1,2}时?\d\d(?:\d\d)?|详情|详细|查看详情|更多详情|阅读全文|全文|a?href|a|https?\S*|javascriptvoid0|云川日报|字号|打印)*$/;

/** What pages put around their texts, and no digest of these tests says. */
const furnitureOfPages =
  /^(?:字号：大.{1,4}中.{1,4}小|上一篇：全市安全生产会议召开|主办单位：云川市人民政府办公室|打印|关闭|打印 关闭)$/;

/** A number of its own before a speaker; a digit elsewhere is text. */
const ornament = /^\P{L}*?(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[、.．)）])?/u;

export /** 两会声音｜ names a column of the paper. */
function withoutColumn(line: string): string {
  return line.replace(/^\s*[^｜|丨]{2,12}[｜|丨]/, '');
}

/** The reader of Markdown counts tags and addresses as syntax. */
function withoutSyntax(line: string): string {
  return line.replace(/<[^<>]*>|\]\([^()]*\)/g, '');
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
  const fields = fieldsOf(parsed);
  const named = new Set(parsed.findings.map(({ line }) => line));
  const furniture = parsed.findings
    .filter(({ ruleId }) => ruleId === 'page-furniture-left-out')
    .map(({ params }) => letters(String(params.words)));
  const taken = new Set<Field>();
  const losses: Loss[] = [];
  const lines = text.split('\n').map((line) => (format === 'md' ? withoutSyntax(line) : line));
  // A line that is a field as a whole is that field, not the part of a longer line that has the same words.
  const whole = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const field = fields.find((each) => !each.often && !taken.has(each) && each.words === letters(line));
    if (!field) continue;
    taken.add(field);
    whole.add(index);
  }
  for (const [index, line] of lines.entries()) {
    if (whole.has(index)) continue;
    let rest = letters(withoutColumn(line));
    for (const field of fields) {
      const found = taken.has(field) ? -1 : rest.indexOf(field.words);
      if (found < 0) continue;
      if (!field.often) taken.add(field);
      rest = field.often
        ? rest.replaceAll(field.words, ' ')
        : `${rest.slice(0, found)} ${rest.slice(found + field.words.length)}`;
    }
    rest = rest.replaceAll(' ', '');
    if (/^\s*(?:来源|《云川日报》)/.test(line)) rest = rest.replace(/云川日报|[\d年月日第版]/g, '');
    const number = letters(ornament.exec(line.trim())?.[0] ?? '');
    const unnumbered = number !== '' && rest.startsWith(number) ? rest.slice(number.length) : rest;
    if (furnitureOfPages.test(line.trim())) continue;
    if (decoration.test(rest) || decoration.test(unnumbered) || named.has(index + 1)) continue;
    if (furniture.some((words) => words.includes(letters(line.trim().slice(0, 20))))) continue;
    losses.push({ line: index + 1, lost: rest });
  }
  return losses;
}
