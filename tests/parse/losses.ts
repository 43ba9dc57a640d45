import type { Parsed } from '../../src/parse/parse.js';

/** Letters and digits alone, as a reader would miss them: the rest may be ornament. */
function letters(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a record holds once, and what may stand on several lines of one speech: a name on its line and caption. */
function fieldsOf({ edition }: Parsed): { once: string[]; often: string[] } {
  const { title, source, occasion, lede, credits, speeches } = edition;
  const texts = speeches.flatMap(({ headline, paragraphs }) => [...paragraphs, headline ?? '']);
  const names = speeches.flatMap(({ speaker, titles, notes, detail }) => [
    speaker,
    ...titles,
    ...notes,
    detail?.label ?? '',
  ]);
  const longestFirst = (fields: string[]) =>
    fields
      .map(letters)
      .filter((field) => field !== '')
      .sort((a, b) => b.length - a.length);
  return {
    once: longestFirst([title, source ?? '', occasion ?? '', ...lede, ...credits, ...texts]),
    often: longestFirst(names),
  };
}

/** Words that the contract counts as decoration, when they are all that is left of a line. */
const decoration =
  /^(?:同志|先生|女士|的?(?:发言|讲话)|两会声音|委员议事|代表建言|来源|作者|发布时间|第?\d{1,2}版|(?:19|20)\d\d年?\d{1,2}月?\d{1,2}日?|\d{1,2}时?\d\d(?:\d\d)?|详情|详细|查看详情|更多详情|阅读全文|全文|a?href|a|https?\S*|javascriptvoid0|云川日报)*$/;

/** A number of its own before a speaker; a digit elsewhere is text. */
const ornament = /^\P{L}*?(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、.．)）])?/u;

export interface Loss {
  line: number;
  lost: string;
}

/**
 * Looks for words of the input that are in no record, by reading the input line by line without the program's own
 * accounting. A line that a finding names is not lost, and neither are words that the contract calls decoration.
 */
export function lossesOf(text: string, parsed: Parsed): Loss[] {
  const { once, often } = fieldsOf(parsed);
  const named = new Set(parsed.findings.map(({ line }) => line));
  const furniture = parsed.findings
    .filter(({ ruleId }) => ruleId === 'page-furniture-left-out')
    .map(({ params }) => letters(String(params.words)));
  const losses: Loss[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    let rest = letters(line);
    for (const [at, field] of once.entries()) {
      const found = field === '' ? -1 : rest.indexOf(field);
      if (found < 0) continue;
      rest = `${rest.slice(0, found)} ${rest.slice(found + field.length)}`;
      once[at] = '';
    }
    for (const field of often) rest = rest.replaceAll(field, ' ');
    rest = rest.replaceAll(' ', '');
    const number = letters(ornament.exec(line.trim())?.[0] ?? '');
    const unnumbered = number !== '' && rest.startsWith(number) ? rest.slice(number.length) : rest;
    if (decoration.test(rest) || decoration.test(unnumbered) || named.has(index + 1)) continue;
    if (furniture.some((words) => words.includes(letters(line).slice(0, 20)))) continue;
    losses.push({ line: index + 1, lost: rest });
  }
  return losses;
}
