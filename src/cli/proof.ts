import stringWidth from 'string-width';
import type { WholeEdition } from '../editions/readEdition.js';
import type { EditionSummary } from '../editions/summary.js';
import { layouts } from '../parse/layouts/index.js';
import type { Point } from '../records/point.js';
import { harmless, type Terminal } from './terminal.js';
import { words } from './words.js';

/** Widest a column may be; the rest is cut with an ellipsis. Terminal columns, two a Chinese character. */
const WIDEST = [20, 44, 40, 8, 8, 12];

/** The proof of one edition: what was recognised, as a table that an editor can hold against the paste. */
export function printProof({ edition }: WholeEdition, summary: EditionSummary, terminal: Terminal): void {
  const text = words[terminal.language];
  const colors = terminal.resultColors;
  const layout = layouts.find(({ id }) => id === summary.layout?.id);
  const recognised =
    layout && summary.layout
      ? text.layout(layout.name[terminal.language], Math.round(summary.layout.confidence * 100))
      : text.noLayout;
  terminal.result(
    `\n${colors.bold(harmless(edition.title))}  ${edition.date ?? text.undated}  ${colors.dim(harmless(edition.file))}`,
  );
  terminal.result(colors.dim(recognised));
  const rows = edition.speeches.map(({ speaker, titles, headline, paragraphs, points, detail }) => [
    speaker || '?',
    titles.join('、'),
    headline ?? '—',
    String(paragraphs.reduce((sum, paragraph) => sum + [...paragraph].length, 0)),
    String(countPoints(points)),
    detail ? (detail.href ?? text.yes) : '—',
  ]);
  for (const [index, row] of table([text.columns, ...rows]).entries())
    terminal.result(index === 0 ? colors.dim(row) : row);
  const { characters, placed, decoration, unplaced } = summary.accounting;
  terminal.result(colors.dim(text.accounting(characters, placed, decoration, unplaced)));
}

function countPoints(points: readonly Point[]): number {
  return points.reduce((sum, point) => sum + 1 + countPoints(point.points), 0);
}

function table(rows: readonly string[][]): string[] {
  const cut = rows.map((row) => row.map((cell, column) => shorten(harmless(cell), WIDEST[column] ?? 20)));
  const widths = WIDEST.map((_, column) => Math.max(...cut.map((row) => stringWidth(row[column] ?? ''))));
  return cut.map((row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))).join('  ')}`.trimEnd(),
  );
}

function shorten(text: string, widest: number): string {
  if (stringWidth(text) <= widest) return text;
  let result = '';
  for (const character of text) {
    if (stringWidth(result + character) > widest - 2) break;
    result += character;
  }
  return `${result}…`;
}
