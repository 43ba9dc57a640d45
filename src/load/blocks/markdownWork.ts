import type { Part } from './markdownParts.js';

/**
 * Roughly the microseconds that a CommonMark parser may take. Measured with micromark 4: emphasis marks cost the
 * square of their number in a paragraph, code and HTML that is never closed is looked for up to the paragraph's
 * end from each of its beginnings, and nested containers cost the square of what is nested without a break.
 */
const MOST = 1_000_000;
/** Deeper nesting overflows the parser's stack in the end; no text has it. */
const DEEPEST = 50;

/** A line that begins a quote or list, or several in each other. */
const containers = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/;
const container = />|[-+*](?=[ \t])|\d{1,9}[.)]/g;

/** @returns the line at which parsing would take too long, or null when all is well */
export function tooComplexAt(parts: Part[]): number | null {
  let work = 0;
  for (const part of parts) {
    if (part.isPlain) continue;
    let { line } = part;
    let nested = 0;
    for (const paragraph of part.text.split(/\n[ \t]*(?=\n)/)) {
      const lines = paragraph.split('\n');
      for (const [index, written] of lines.entries()) {
        const depth = depthOf(written);
        const before = nested;
        nested += Math.max(0, depth - 1);
        work += (depth === 0 ? 100 : 250) + 0.2 * (nested * nested - before * before);
        if (depth > DEEPEST || work > MOST) return line + index;
      }
      work += workOf(paragraph);
      if (work > MOST) return line + lines.findIndex((written) => written.trim() !== '');
      line += lines.length;
    }
  }
  return null;
}

function depthOf(line: string): number {
  const [marks] = containers.exec(line) ?? [];
  if (marks === undefined) return 0;
  const indent = /^[ \t]*/.exec(marks)?.[0].length ?? 0;
  return (marks.match(container)?.length ?? 0) + Math.floor(indent / 2);
}

function workOf(paragraph: string): number {
  const attention = paragraph.match(/\*+|_+/g)?.length ?? 0;
  const searching = paragraph.match(/`+|</g)?.length ?? 0;
  const others = paragraph.match(/[[\]&\\!]/g)?.length ?? 0;
  const { length } = paragraph;
  return length + 50 * (attention + searching) + 80 * others + 0.05 * attention * attention + 0.02 * searching * length;
}
