import type { PhrasingContent } from 'mdast';
import type { Place } from '../../records/place.js';
import { INVISIBLE, mayHideCharacters } from './marks.js';
import type { Span } from './span.js';

type Style = 'strong' | 'emphasis' | 'delete';

/** A stretch of a line from one text node: where it stood, and how it was set. */
export interface Run extends Span {
  place: Place;
  styles: readonly Style[];
  url: string | null;
}

export const PLAIN: readonly Style[] = [];

export function runOf(value: string, start: number, place: Place, styles: readonly Style[], url: string | null): Run {
  return { start, end: start + value.length, place, styles, url };
}

/** Gathers a block's text nodes into runs. */
export class Reading {
  text = '';
  stripped = 0;
  runs: Run[] = [];

  add(nodes: readonly PhrasingContent[], styles: readonly Style[], url: string | null): void {
    for (const node of nodes) {
      if (node.type === 'text' || node.type === 'inlineCode') {
        const start = node.position?.start;
        this.push(node.value, { line: start?.line ?? 1, column: start?.column ?? 1 }, styles, url);
      } else if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') {
        this.add(node.children, [...styles, node.type], url);
      } else if (node.type === 'link') {
        this.add(node.children, styles, node.url);
      } else if ('children' in node) {
        this.add(node.children, styles, url);
      }
    }
  }

  push(value: string, place: Place, styles: readonly Style[], url: string | null): void {
    let from = 0;
    for (const match of mayHideCharacters(value) ? value.matchAll(INVISIBLE) : []) {
      this.append(value.slice(from, match.index), { line: place.line, column: place.column + from }, styles, url);
      this.stripped++;
      from = match.index + match[0].length;
    }
    this.append(value.slice(from), { line: place.line, column: place.column + from }, styles, url);
  }

  append(value: string, place: Place, styles: readonly Style[], url: string | null): void {
    if (value === '') return;
    this.runs.push(runOf(value, this.text.length, place, styles, url));
    this.text += value;
  }

  /**
   * `**“强化”**字` stays literal in CommonMark, and pastes from chat programs bring pairs into plain text.
   * A pair around text is emphasis; masked names (`李**，王**`) are not: their "inside" begins with a mark.
   */
  stripEmphasis(): void {
    if (!this.text.includes('**') && !this.text.includes('__')) return;
    const pair = /(\*\*|(?<![A-Za-z0-9_])__)(?![\s*_，。、；：！？,.;:!?)）])([^*_\n]+?)(?<![\s*_])\1(?!_)/gu;
    const { text, runs } = this;
    const inside: Span[] = [];
    const marks: Span[] = [];
    for (const match of text.matchAll(pair)) {
      const end = match.index + match[0].length;
      marks.push({ start: match.index, end: match.index + 2 }, { start: end - 2, end });
      inside.push({ start: match.index + 2, end: end - 2 });
    }
    if (marks.length === 0) return;
    this.text = '';
    this.runs = [];
    this.stripped += marks.length * 2;
    const borders = [...new Set([...marks, ...inside, ...runs].flatMap(({ start, end }) => [start, end]))].sort(
      (a, b) => a - b,
    );
    let mark = 0;
    let bold = 0;
    let current = 0;
    for (let index = 0; index + 1 < borders.length; index++) {
      const start = borders[index] ?? 0;
      const end = borders[index + 1] ?? 0;
      while ((marks[mark]?.end ?? Number.POSITIVE_INFINITY) <= start) mark++;
      while ((inside[bold]?.end ?? Number.POSITIVE_INFINITY) <= start) bold++;
      while ((runs[current]?.end ?? Number.POSITIVE_INFINITY) <= start) current++;
      const run = runs[current];
      if (!run || (marks[mark]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
      const strong = (inside[bold]?.start ?? Number.POSITIVE_INFINITY) <= start && !run.styles.includes('strong');
      const place = { line: run.place.line, column: run.place.column + start - run.start };
      this.append(text.slice(start, end), place, strong ? [...run.styles, 'strong'] : run.styles, run.url);
    }
  }
}
