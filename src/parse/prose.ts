import type { Heading, List, Root } from 'mdast';
import type { BlockRoot } from '../load/document.js';
import type { Body } from '../records/body.js';
import type { Point } from '../records/point.js';
import { bodyOf } from './body.js';
import { findPoints, outlineOf } from './points.js';
import { Line } from './text/line.js';
import { BULLET } from './text/marks.js';
import { trim } from './text/span.js';

/** @returns a text without speakers as the body of one speech, with its outline */
export function parseProse(root: BlockRoot): { body: Body; points: Point[] } {
  const stretches = root.children
    .map((block, index) => new Line(block, index))
    .map((line) => ({ line, span: line.content }));
  const found = findPoints(stretches);
  return { body: bodyOf(stretches, found), points: outlineOf(found) };
}

/** @returns a page of the site's own (`_pages`): its heading, and the rest with its headings and lists kept */
export function parsePage(root: BlockRoot, title: string | undefined): { heading: string; body: Root } {
  const lines = root.children.map((block, index) => new Line(block, index));
  const first = lines[0];
  const takesFirst = title === undefined && first !== undefined && (first.depth > 0 || first.trimmed.length <= 30);
  const body: Root = { type: 'root', children: [] };
  for (const line of lines.slice(takesFirst ? 1 : 0)) {
    const bullet = BULLET.exec(line.trimmed)?.[0].length ?? 0;
    const children = line.phrasing(trim(line.text, { ...line.content, start: line.content.start + bullet }));
    if (line.depth > 0) {
      // The page's own heading is the first level.
      body.children.push({ type: 'heading', depth: Math.max(2, line.depth) as Heading['depth'], children });
    } else if (bullet > 0 || line.facts.item === true) {
      listAt(body).children.push({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] });
    } else {
      body.children.push({ type: 'paragraph', children });
    }
  }
  return { heading: title ?? (takesFirst ? first.trimmed : ''), body };
}

/** @returns the list that ends the body, a new one where none does */
function listAt(body: Root): List {
  const last = body.children.at(-1);
  if (last?.type === 'list') return last;
  const list: List = { type: 'list', ordered: false, spread: false, children: [] };
  body.children.push(list);
  return list;
}
