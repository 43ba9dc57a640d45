import type { List, PhrasingContent, Root } from 'mdast';
import { cleanText } from './cleanText.js';
import { escapeText, lineEnd } from './plainProse.js';

/**
 * A site's own page is headings, paragraphs, lists and bold words, mostly. What this makes of it is that of
 * `richProse`, to the byte; a property test holds the two together.
 * @returns null where the page holds anything else
 */
export function plainPage(body: Root): string | null {
  let html = '';
  for (const block of body.children) {
    const inner = block.type === 'list' ? itemsOf(block) : 'children' in block ? phrasing(block.children) : null;
    const tag = tagOf(block);
    if (inner === null || tag === null) return null;
    html += `<${tag}>${inner}</${tag}>\n`;
  }
  return cleanText(html);
}

function tagOf(block: Root['children'][number]): string | null {
  if (block.type === 'paragraph') return 'p';
  if (block.type === 'list') return 'ul';
  return block.type === 'heading' ? `h${Math.max(2, block.depth)}` : null;
}

/** @returns the items of a list without numbers, each of one paragraph */
function itemsOf({ ordered, spread, children }: List): string | null {
  if (ordered === true || spread === true || children.length === 0) return null;
  let html = '\n';
  for (const item of children) {
    const [paragraph, ...more] = item.children;
    if (paragraph?.type !== 'paragraph' || more.length > 0 || item.spread === true || item.checked != null) return null;
    const inner = phrasing(paragraph.children);
    if (inner === null) return null;
    html += `<li>${inner}</li>\n`;
  }
  return html;
}

function phrasing(nodes: readonly object[]): string | null {
  let html = '';
  for (const node of nodes as readonly PhrasingContent[]) {
    if (node.type === 'text' && !lineEnd.test(node.value)) html += escapeText(node.value);
    else if (node.type === 'strong') {
      const inner = phrasing(node.children);
      if (inner === null) return null;
      html += `<strong>${inner}</strong>`;
    } else return null;
  }
  return html;
}
