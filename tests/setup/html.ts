import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** What a test asks of a published page. */
export interface Html {
  /** Visible text without any white space; widths of marks as shown. */
  text: string;
  title: string;
  ids: Set<string>;
  /** Every `href` and `src` as written, of elements that lead to or load another resource. */
  references: string[];
  /** All elements of the name, in the order of the document. */
  elements(name: string): Element[];
}

export function readHtml(source: string): Html {
  const all = [...descendants(fromHtml(source))];
  const elements = (name: string) => all.filter((element) => element.tagName === name);
  const attributes = (name: string) => all.map((element) => element.properties[name]).filter(isString);
  return {
    elements,
    text: elements('body').map(textOf).join(''),
    title: elements('title').map(textOf).join(''),
    ids: new Set(attributes('id')),
    references: [...attributes('href'), ...attributes('src')],
  };
}

/** @returns the text inside a node without any white space; scripts and styles are no text */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\s+/gu, '');
  if (!('children' in node) || (node.type === 'element' && /^(script|style)$/.test(node.tagName))) return '';
  return node.children.map(textOf).join('');
}

/** Marks that the site shows full-width where the source has them half-width count as the same. */
export function foldWidths(text: string): string {
  return text.replace(/[，：；？！（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function* descendants(node: Nodes): Generator<Element> {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* descendants(child);
  }
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
