import type { Link, Paragraph, Root, RootContent } from 'mdast';
import remarkHtml, { type Options } from 'remark-html';
import { unified } from 'unified';
import type { PointNode } from '../records/body.js';
import { cleanText } from './cleanText.js';
import { leavesSite } from './leavesSite.js';
import { splitAtLineBreaks } from './lineBreaks.js';
import { standsAlone } from './plainProse.js';
import { pointAnchor } from './pointAnchor.js';

type Handlers = NonNullable<Options['handlers']>;
type Schema = Exclude<NonNullable<Options['sanitize']>, boolean>;

/**
 * What may stand in a text: the structures of CommonMark and the spans that this program makes. Content is
 * untrusted; whatever is not named here does not reach a page. No attribute of content becomes an id, so
 * ids need no prefix against clobbering.
 */
const schema: Schema = {
  strip: ['script', 'style'],
  clobber: [],
  clobberPrefix: '',
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br'],
    ...['a', 'strong', 'em', 'del', 'code', 'img', 'span', 'wbr'],
  ],
  attributes: {
    a: ['href', 'title', ['rel', 'noopener', 'noreferrer']],
    img: ['src', 'alt', 'title'],
    ol: ['start'],
    p: [['className', 'section']],
    span: ['id', ['className', /^point(-\d+)?$/]],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  required: {},
};

const handlers: Handlers = {
  point(state, node: PointNode) {
    return {
      type: 'element',
      tagName: 'span',
      properties: { className: ['point', `point-${node.level}`], ...(node.anchor === '' ? {} : { id: node.anchor }) },
      children: state.all(node),
    };
  },
  paragraph(state, node: Paragraph) {
    const properties = standsAlone(node) ? { className: ['section'] } : {};
    return { type: 'element', tagName: 'p', properties, children: state.all(node) };
  },
  lineBreak() {
    return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  },
  link(state, node: Link) {
    const properties: Record<string, string | string[]> = { href: node.url };
    if (node.title) properties.title = node.title;
    if (leavesSite(node.url)) properties.rel = ['noopener', 'noreferrer'];
    return { type: 'element', tagName: 'a', properties, children: state.all(node) };
  },
};

const processor = unified().use(remarkHtml, { handlers, sanitize: schema }).freeze();

/** Turns any text into HTML by unified and remark-html. The parameters are those of `ProseRenderer.render`. */
export function richProse(body: Root, prefix: string): string {
  const children = body.children.flatMap((node) => settle(node, prefix));
  return cleanText(processor.stringify({ type: 'root', children }));
}

/**
 * Readies a tree for the processor, which is frozen and takes no prefix: writes the whole fragment into each
 * point, marks where lines may break, and lowers first-level headings, since a page's h1 is its own.
 */
function settle(node: RootContent, prefix: string): RootContent[] {
  if (node.type === 'text') return splitAtLineBreaks(node);
  if (!('children' in node)) return [node];
  const children = node.children.flatMap((child) => settle(child, prefix));
  const settled = { ...node, children } as typeof node;
  if (settled.type === 'point') settled.anchor = prefix === '' ? '' : pointAnchor(prefix, settled.anchor);
  if (settled.type === 'heading' && settled.depth === 1) settled.depth = 2;
  return [settled];
}
