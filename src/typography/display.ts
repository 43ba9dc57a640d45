import type { Node, PhrasingContent, Root, RootContent } from 'mdast';
import { paragraphText } from '../records/body.js';
import { fullWidth, showFullWidth } from './fullWidth.js';

/** How texts of the records are shown; the records keep what was written. */
export interface Display {
  /** Equal for displays that show every text alike. */
  id: string;
  text(written: string): string;
  body<T extends Root>(body: T): ShownBody<T>;
}

export interface ShownBody<T> {
  body: T;
  /** Half-width marks of Chinese text in what was written, shown full-width or not. */
  halfWidth: number;
}

/**
 * @param options `fullWidth`: show half-width punctuation in Chinese text full-width (`site.yaml`, `punctuation`)
 */
export function makeDisplay(options: { fullWidth: boolean }): Display {
  if (options.fullWidth) return { id: 'full-width', text: fullWidth, body: showBody };
  return {
    id: 'written',
    text: (written) => written,
    body: (body) => ({ body, halfWidth: showBody(body).halfWidth }),
  };
}

/** A mark's neighbours may stand in another node (a link, a point), so each paragraph is shown as a whole. */
function showBody<T extends Root>(body: T): ShownBody<T> {
  const children: RootContent[] = [];
  let halfWidth = 0;
  for (const child of body.children) {
    const written = 'children' in child ? paragraphText(child.children as PhrasingContent[]) : '';
    const { text, marks } = showFullWidth(written);
    halfWidth += marks;
    if (marks === 0 || !('children' in child)) children.push(child);
    else children.push(withChildren(child, new Replacement(text).all(child.children as PhrasingContent[])));
  }
  return { body: { ...body, children }, halfWidth };
}

/** Puts a text into the nodes that held the one of the same length which it was made of. */
class Replacement {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    const shown: PhrasingContent[] = [];
    for (const node of nodes) shown.push(this.#one(node));
    return shown;
  }

  #one(node: PhrasingContent): PhrasingContent {
    if ('children' in node) return withChildren(node, this.all(node.children));
    if (!('value' in node)) return node;
    const start = this.#at;
    this.#at += node.value.length;
    const value = this.#text.slice(start, this.#at);
    return node.type === 'text' && isBare(node) ? { type: 'text', value } : { ...node, value };
  }
}

/** Nearly all are paragraphs and points: a literal takes a fraction of the time that a copy of any node takes. */
function withChildren<T extends RootContent>(node: T, children: PhrasingContent[]): T {
  let shown: RootContent;
  if (node.type === 'paragraph' && isBare(node)) shown = { type: 'paragraph', children };
  else if (node.type === 'point' && isBare(node)) {
    const { type, anchor, level } = node;
    shown = { type, anchor, level, children };
  } else shown = { ...node, children } as RootContent;
  return shown as T;
}

/** Nothing but type and content, as the grammar makes them. */
function isBare({ position, data }: Node): boolean {
  return position === undefined && data === undefined;
}
