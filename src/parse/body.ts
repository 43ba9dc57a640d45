import type { Paragraph, PhrasingContent } from 'mdast';
import type { Body } from '../records/body.js';
import type { Stretch } from './digest.js';
import type { FoundPoint } from './points.js';

/** @returns the paragraphs as mdast, with the points marked in them */
export function bodyOf(paragraphs: readonly Stretch[], found: readonly FoundPoint[]): Body {
  // The points are in order of the text: one pointer serves all paragraphs.
  let next = 0;
  const children = paragraphs.map(({ line, span }, index): Paragraph => {
    const nodes: PhrasingContent[] = [];
    let from = span.start;
    for (; found[next]?.paragraph === index; next++) {
      const { marker, title, anchor, level } = found[next] as FoundPoint;
      line.phrase({ start: from, end: span.start + marker.start }, nodes);
      from = span.start + title.end;
      nodes.push({
        type: 'point',
        anchor,
        level,
        children: line.phrasing({ start: span.start + marker.start, end: from }),
      });
    }
    line.phrase({ start: from, end: span.end }, nodes);
    return { type: 'paragraph', children: nodes };
  });
  return { type: 'root', children };
}
