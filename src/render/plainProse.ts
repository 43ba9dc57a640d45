import type { Root } from 'mdast';
import { markLineBreaks } from './lineBreaks.js';
import { pointAnchor } from './pointAnchor.js';

/** Where Markdown's own rules on line ends apply, or a fragment would need more than plain escaping. */
const lineEnd = /[\r\n]/;
const plainName = /^[A-Za-z0-9-]*$/;
const special = /[&<]/g;

/**
 * Nearly every paragraph of a digest is text and points, for which building and walking two trees is a
 * hundred times the work of escaping. The result is that of `richProse`, to the byte; a property test holds
 * the two together.
 * @returns HTML, or null where the body holds anything else
 */
export function plainProse(body: Root, prefix: string): string | null {
  if (!plainName.test(prefix)) return null;
  let html = '';
  for (const paragraph of body.children) {
    if (paragraph.type !== 'paragraph') return null;
    html += '<p>';
    for (const node of paragraph.children) {
      if (node.type === 'text' && !lineEnd.test(node.value)) {
        html += escapeText(node.value);
      } else if (node.type === 'point' && plainName.test(node.anchor)) {
        const id = prefix === '' ? '' : ` id="${pointAnchor(prefix, node.anchor)}"`;
        html += `<span class="point point-${node.level}"${id}>`;
        for (const child of node.children) {
          if (child.type !== 'text' || lineEnd.test(child.value)) return null;
          html += escapeText(child.value);
        }
        html += '</span>';
      } else {
        return null;
      }
    }
    html += '</p>\n';
  }
  return html;
}

function escapeText(value: string): string {
  const escaped = value.replace(special, (mark) => (mark === '&' ? '&#x26;' : '&#x3C;'));
  return markLineBreaks(escaped);
}
