import { type Finding, find } from '../../diagnostics/finding.js';
import type { Place } from '../../records/place.js';
import { LINE, lineTooLong } from '../bounds.js';

/** Deeper nesting overflows the stack of what walks over the page. */
const DEEPEST = 500;
/** So many tags take about a second and 150 MB; a saved page has a thousand or two. */
const TAGS = 12_000;
/** A parser compares every attribute of a tag with all before it. */
const ATTRIBUTES = 1_000;
/** Formatting elements that are not closed are opened again in every block: the sum of these. */
const REOPENED = 300_000;

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Elements that are void, or end by themselves where the next one begins. */
const shallow = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup html head body'.split(
    ' ',
  ),
);
const raw = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));

/**
 * Counts what a parser of HTML would have to do, in one pass and without parsing.
 * @returns the finding at the line where it becomes too much, or null
 */
export function tooComplexHtml(html: string, file: string): Finding | null {
  // The one letter of which the small form is longer would shift every place behind it.
  const lower = html.replaceAll('İ', 'I').toLowerCase();
  const counter = new TagCounter();
  let text = 0;
  for (let at = lower.indexOf('<'); at !== -1; ) {
    if (lower.startsWith('<!--', at)) {
      if (at - text > LINE) break;
      text = after(lower, '-->', at + 4);
      at = lower.indexOf('<', text);
      continue;
    }
    const isEnd = lower[at + 1] === '/';
    const name = nameAt(lower, at + (isEnd ? 2 : 1));
    if (name === '') {
      at = lower.indexOf('<', at + 1);
      continue;
    }
    if (at - text > LINE) break;
    const tag = tagAt(lower, at);
    if (isEnd) counter.close(name);
    else if (!counter.open(name, lower.slice(at, tag.end), tag.attributes)) {
      return find('too-complex', file, { ...placeAt(html, at), column: 1 });
    }
    const end = !isEnd && raw.has(name) ? lower.indexOf(`</${name}`, tag.end) : tag.end;
    text = end === -1 ? html.length : end;
    at = end === -1 ? -1 : lower.indexOf('<', end);
  }
  return html.length - text > LINE ? lineTooLong(file, placeAt(html, text + LINE)) : null;
}

function nameAt(html: string, from: number): string {
  const name = /[a-z][^\s/>]{0,63}/y;
  name.lastIndex = from;
  return name.exec(html)?.[0] ?? '';
}

/** Finds a tag's end; a `>` in a quoted value is none, and a quote that is never closed takes the rest. */
function tagAt(html: string, start: number): { end: number; attributes: number } {
  let attributes = 0;
  let before = '';
  for (let at = start + 1; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (character === '>') return { end: at + 1, attributes };
    if (before === '=' && (character === '"' || character === "'")) {
      at = after(html, character, at + 1) - 1;
    } else if (/[\s/]/.test(character)) {
      attributes += before === '' || /[\s/]/.test(html[at - 1] ?? '') ? 0 : 1;
      continue;
    }
    before = character;
  }
  return { end: html.length, attributes };
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function placeAt(html: string, at: number): Place {
  const before = html.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

class TagCounter {
  private tags = 0;
  private reopened = 0;
  private readonly depths = new Map<string, number>();
  private depth = 0;
  private active: { name: string; tag: string }[] = [];

  /** @returns false when the tag is one too many */
  open(name: string, tag: string, attributes: number): boolean {
    this.tags += 1;
    this.reopened += this.active.length;
    if (formatting.has(name)) {
      // Of formatting elements that are the same to the letter, a parser keeps the last three open.
      if (this.active.filter((other) => other.tag === tag).length < 3) this.active.push({ name, tag });
    } else if (!shallow.has(name) && !raw.has(name)) {
      this.depths.set(name, (this.depths.get(name) ?? 0) + 1);
      this.depth += 1;
    }
    return (
      this.tags <= TAGS &&
      attributes <= ATTRIBUTES &&
      this.reopened <= REOPENED &&
      this.depth + this.active.length <= DEEPEST
    );
  }

  close(name: string): void {
    if (formatting.has(name)) {
      const last = this.active.findLastIndex((other) => other.name === name);
      if (last !== -1) this.active.splice(last, 1);
      return;
    }
    const open = this.depths.get(name) ?? 0;
    if (open === 0) return;
    this.depths.set(name, open - 1);
    this.depth -= 1;
  }
}
