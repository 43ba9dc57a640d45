import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { cleanText, suspicious } from './cleanText.js';
import { markLineBreaks, mayBreak } from './lineBreaks.js';
import { pointAnchor } from './pointAnchor.js';

/**
 * A text as HTML that only lacks the fragments of its points: pages give the same speech different ones. Where
 * an `id` goes stands `<#path#>`, which no text can contain, since its `<` is written `&#x3C;`.
 */
export interface ReadyProse {
  type: 'ready';
  html: string;
}

/** A text for pages: ready, or as mdast where it holds more than paragraphs and points. */
export type Prose = ReadyProse | Root;

/** Where Markdown's own rules on line ends apply, or a fragment would need more than plain escaping. */
export const lineEnd = /[\r\n]/;
const plainName = /^[A-Za-z0-9-]*$/;
const special = /[&<]/;
const everySpecial = /[&<]/g;
/** All for which a text has to be looked at again: most have none of it, and are HTML as they are. */
const remarkable = new RegExp([lineEnd, special, mayBreak, suspicious].map(({ source }) => source).join('|'));
const fragment = /<#[^#]*#>/g;
const tag = /<[^>]*>/g;

/**
 * Nearly every paragraph of a digest is text and points, for which building and walking two trees is a
 * hundred times the work of escaping. What {@link withFragments} makes of it is that of `richProse`, to the
 * byte; a property test holds the two together.
 * @returns null where the body holds anything else
 */
export function readyProse(body: Root): ReadyProse | null {
  let html = '';
  let isPlain = true;
  const add = (node: PhrasingContent): boolean => {
    if (node.type !== 'text') return false;
    const { value } = node;
    if (!remarkable.test(value)) html += value;
    else if (lineEnd.test(value)) return false;
    else {
      html += escapeText(value);
      isPlain = false;
    }
    return true;
  };
  for (const paragraph of body.children) {
    if (paragraph.type !== 'paragraph') return null;
    html += standsAlone(paragraph) ? '<p class="section">' : '<p>';
    for (const node of paragraph.children) {
      if (node.type === 'point' && plainName.test(node.anchor)) {
        html += `<span class="point point-${node.level}"<#${node.anchor}#>>`;
        if (!node.children.every(add)) return null;
        html += '</span>';
      } else if (!add(node)) return null;
    }
    html += '</p>\n';
  }
  return { type: 'ready', html: isPlain ? html : cleanText(html) };
}

/** Where a paragraph is nothing but a point, it is a heading of those below and must not end a printed page. */
export function standsAlone({ children: [first, rest, ...more] }: Paragraph): boolean {
  return first?.type === 'point' && more.length === 0 && (!rest || (rest.type === 'text' && rest.value.length === 1));
}

/**
 * @param prefix the speech's anchor; empty for a text without fragments
 * @returns the text as HTML
 */
export function withFragments({ html }: ReadyProse, prefix: string): string {
  if (prefix === '') return html.replace(fragment, '');
  const escaped = plainName.test(prefix) ? prefix : cleanText(prefix).replace(/&/g, '&#x26;').replace(/"/g, '&#x22;');
  // By hand in a third of the time of a regular expression with a function.
  let whole = '';
  let from = 0;
  for (let at = html.indexOf('<#'); at >= 0; at = html.indexOf('<#', from)) {
    const end = html.indexOf('#>', at);
    whole += `${html.slice(from, at)} id="${pointAnchor(escaped, html.slice(at + 2, end))}"`;
    from = end + 2;
  }
  return whole + html.slice(from);
}

/** @returns each paragraph as plain text */
export function paragraphsOf({ html }: ReadyProse): string[] {
  const paragraphs = html.split('</p>\n').slice(0, -1);
  return paragraphs.map((paragraph) =>
    paragraph.replace(fragment, '').replace(tag, '').replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&'),
  );
}

/** @returns a text as HTML */
export function escapeText(value: string): string {
  if (!special.test(value)) return markLineBreaks(value);
  return markLineBreaks(value.replace(everySpecial, (mark) => (mark === '&' ? '&#x26;' : '&#x3C;')));
}
