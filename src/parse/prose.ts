import type { Heading, Paragraph, Root } from 'mdast';
import type { BlockRoot } from '../load/document.js';
import type { Body } from '../records/body.js';
import type { Point } from '../records/point.js';
import { bodyOf } from './body.js';
import { findPoints, outlineOf } from './points.js';
import { Line } from './text/line.js';
import { textOf } from './text/span.js';

/** @returns a text without speakers as the body of one speech, with its outline */
export function parseProse(root: BlockRoot): { body: Body; points: Point[] } {
  const stretches = root.children
    .map((block, index) => new Line(block, index))
    .map((line) => ({ line, span: line.content }));
  const found = findPoints(stretches.map(({ line, span }) => textOf(line.text, span)));
  return { body: bodyOf(stretches, found), points: outlineOf(found) };
}

/** @returns a page of the site's own (`_pages`): its heading, and the rest with its headings kept */
export function parsePage(root: BlockRoot, title: string | undefined): { heading: string; body: Root } {
  const lines = root.children.map((block, index) => new Line(block, index));
  const first = lines[0];
  const takesFirst = title === undefined && first !== undefined && (first.depth > 0 || first.trimmed.length <= 30);
  const children = lines.slice(takesFirst ? 1 : 0).map((line): Heading | Paragraph => {
    const phrasing = line.phrasing(line.content);
    // The page's own heading is the first level.
    const depth = line.depth === 0 ? 0 : Math.max(2, line.depth);
    return depth === 0
      ? { type: 'paragraph', children: phrasing }
      : { type: 'heading', depth: depth as Heading['depth'], children: phrasing };
  });
  return { heading: title ?? (takesFirst ? first.trimmed : ''), body: { type: 'root', children } };
}
