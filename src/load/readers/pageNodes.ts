import type { Element, Nodes, Root, Text } from 'hast';
import { isHidden, isUnseen } from '../blocks/elementKinds.js';
import { countCharacters } from '../characters.js';

/** @returns the page's `<body>`, or the page itself where it has none */
export function bodyOf(page: Root): Element | Root {
  const html = elementsOf(page).find(({ tagName }) => tagName === 'html');
  return elementsOf(html ?? page).find(({ tagName }) => tagName === 'body') ?? page;
}

/** @returns the elements directly in a node */
export function elementsOf(node: Element | Root): Element[] {
  const children: Nodes[] = node.children;
  return children.filter((child) => child.type === 'element');
}

/** @returns all elements below a node, in the order of the page */
export function* walk(node: Element | Root): Generator<Element> {
  for (const child of elementsOf(node)) {
    yield child;
    yield* walk(child);
  }
}

/** @returns the text that a reader sees in a node */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return isShown(node) ? node.children.map(textOf).join('') : '';
}

/** @returns the first text in a node that is more than white space, or null */
export function firstText(node: Nodes): Text | null {
  if (node.type === 'text') return countCharacters(node.value) > 0 ? node : null;
  if (!isShown(node)) return null;
  for (const child of node.children) {
    const text = firstText(child);
    if (text !== null) return text;
  }
  return null;
}

function isShown(node: Nodes): node is Element | Root {
  return node.type === 'root' || (node.type === 'element' && !isUnseen(node) && !isHidden(node));
}
