import fc from 'fast-check';
import type { ElementContent, RootContent as HastContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { paragraphText } from '../../src/records/body.js';
import { cleanText } from '../../src/render/cleanText.js';
import { plainPage } from '../../src/render/plainPage.js';
import { paragraphsOf, readyProse, withFragments } from '../../src/render/plainProse.js';
import { richProse } from '../../src/render/richProse.js';
import { body, paragraph, point, text } from './views.js';

/** @returns what the quick way makes of a body, or null where it leaves it to the other */
function plainProse(root: Root, prefix: string): string | null {
  const ready = readyProse(root);
  return ready && withFragments(ready, prefix);
}

const prose = (root: Root, prefix: string): string => plainProse(root, prefix) ?? richProse(root, prefix);
const markdown = (source: string): string => prose(unified().use(remarkParse).parse(source), 'x');

describe('a body becomes HTML', () => {
  test('paragraphs, with points as fragments of the speech', () => {
    const html = prose(
      body(paragraph(text('首先。'), point('2-1', text('一是'), text('补链。')), text('好'))),
      'lu-ming',
    );
    expect(html).toBe('<p>首先。<span class="point point-2" id="lu-ming_2-1">一是补链。</span>好</p>\n');
  });

  test('emphasis and links, also within a point', () => {
    const link: PhrasingContent = { type: 'link', url: 'https://a.cn/?b=1&c="', children: [text('见')] };
    const strong: PhrasingContent = { type: 'strong', children: [text('重')] };
    const html = prose(body(paragraph(point('1', strong, link))), 'x');
    expect(html).toBe(
      '<p class="section"><span class="point point-1" id="x_1"><strong>重</strong><a href="https://a.cn/?b=1&#x26;c=&#x22;" rel="noopener noreferrer">见</a></span></p>\n',
    );
  });

  test('an extra page’s headings leave the first level to the page', () => {
    expect(markdown('# 一\n\n## 二\n\n- 三')).toBe('<h2>一</h2>\n<h2>二</h2>\n<ul>\n<li>三</li>\n</ul>\n');
  });

  test('only links of safe schemes keep their address', () => {
    const href = (url: string) => /href="([^"]*)"/.exec(markdown(`[a](<${url}>)`))?.[1] ?? null;
    for (const url of ['https://a.cn/', 'http://a.cn/', 'mailto:a@b.cn', 'tel:110', '/a/', 'a/b', '#a', '?a']) {
      expect(href(url)).toBe(url);
    }
    const hostile = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,a',
      'vbscript:a',
      'file:///etc/passwd',
    ];
    for (const url of hostile) expect(href(url)).toBe(null);
    expect(markdown('![a](javascript:alert(1))')).not.toContain('src');
  });

  test('links that leave the site carry rel, others do not', () => {
    for (const url of ['https://a.cn', 'HTTP://a.cn', '//a.cn']) {
      expect(markdown(`[a](${url})`)).toContain('rel="noopener noreferrer"');
    }
    for (const url of ['/a', 'a', '#a', 'mailto:a@b.cn']) expect(markdown(`[a](${url})`)).not.toContain('rel');
  });

  test.each([
    ['raw HTML', '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> a <b onclick=alert(1)>b</b>'],
    ['an id or name', '<a id="main" name="main">a</a>'],
    ['a style', '<p style="position:fixed">a</p>'],
  ])('%s does not reach a page', (_, source) => {
    expect(markdown(source)).not.toMatch(/<(script|img|b|a)\b|onerror|onclick|style|id=/);
  });

  test('a quotation mark around Latin does not tie the line together', () => {
    const html = prose(body(paragraph(text('聚焦“3+4”产业，“五大”产业、“5G”。'))), 'x');
    expect(html).toBe('<p>聚焦<wbr>“3+4”<wbr>产业，“五大”产业、“5G”。</p>\n');
  });
});

/** Texts as they come, and such as are likely to go wrong. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'中“”‘’3a&<>"\'`*_[](){}\\ \t　&#;——……𠮷\u0000\u2028'), maxLength: 20 }),
);
const anyLine = anyText.map((value) => value.replace(/[\r\n]/g, ''));
const anyPoint = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), fc.array(anyLine, { maxLength: 2 }))
  .map(([path, texts]) => point(path.join('-'), ...texts.map(text)));
const inside = (node: RootContent): PhrasingContent[] => (node.type === 'paragraph' ? node.children : []);
const anyPlainParagraph = fc.array(fc.oneof(anyLine.map(text), anyPoint), { maxLength: 5 });
const anyPlainBody = fc
  .array(anyPlainParagraph, { maxLength: 4 })
  .map((paragraphs) => body(...paragraphs.map((children) => paragraph(...children))));

describe('the fast path', () => {
  test('makes to the byte what unified and remark-html make', () => {
    fc.assert(
      fc.property(anyPlainBody, fc.constantFrom('xu-shanbin', '', 'a"b&c;<d>'), (value, prefix) => {
        const fast = plainProse(value, prefix);
        expect(fast).not.toBe(null);
        expect(fast).toBe(richProse(value, prefix));
      }),
      { numRuns: 1000 },
    );
  });

  test('gives the paragraphs back as plain text', () => {
    fc.assert(
      fc.property(anyPlainBody, (value) => {
        const ready = readyProse(value);
        expect(ready && paragraphsOf(ready)).toEqual(
          value.children.map((each) => cleanText(paragraphText(inside(each)))),
        );
      }),
    );
  });

  test('steps aside for anything but text and points, and for line ends', () => {
    const strong: PhrasingContent = { type: 'strong', children: [text('a')] };
    for (const child of [strong, point('1', strong), text('a\nb'), point('1', text('a\rb'))]) {
      expect(plainProse(body(paragraph(child)), 'x')).toBe(null);
    }
    expect(plainProse({ type: 'root', children: [{ type: 'thematicBreak' }] }, 'x')).toBe(null);
    expect(plainProse(body(paragraph(point('"', text('a')))), 'a')).toBe(null);
  });
});

const anyWords = fc.letrec<{ node: PhrasingContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    anyLine.map(text),
    fc.array(tie('node'), { maxLength: 3 }).map((children): PhrasingContent => ({ type: 'strong', children })),
  ),
})).node;
const anyList = (spread: boolean, ordered: boolean) =>
  fc.array(fc.array(anyWords, { maxLength: 3 }), { maxLength: 3 }).map(
    (items): RootContent => ({
      type: 'list',
      ordered,
      spread,
      children: items.map((children) => ({ type: 'listItem', spread, children: [{ type: 'paragraph', children }] })),
    }),
  );
const anyPageBlock = fc.oneof(
  fc.array(anyWords, { maxLength: 4 }).map((children): RootContent => paragraph(...children) as RootContent),
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6), fc.array(anyWords, { maxLength: 3 }))
    .map(([depth, children]): RootContent => ({ type: 'heading', depth: depth as 1, children })),
  anyList(false, false),
);

describe('the fast path of a page', () => {
  test('makes to the byte what unified and remark-html make', () => {
    fc.assert(
      fc.property(fc.array(anyPageBlock, { maxLength: 5 }), (children) => {
        const fast = plainPage({ type: 'root', children });
        if (children.every((block) => block.type !== 'list' || block.children.length > 0)) expect(fast).not.toBe(null);
        if (fast !== null) expect(fast).toBe(richProse({ type: 'root', children }, 'x'));
      }),
      { numRuns: 1000 },
    );
  });

  test('steps aside for anything else', () => {
    const page = (...children: RootContent[]): string | null => plainPage({ type: 'root', children });
    const link: PhrasingContent = { type: 'link', url: '/a', children: [text('a')] };
    for (const child of [link, point('1', text('a')), text('a\nb')]) {
      expect(page(paragraph(child) as RootContent)).toBe(null);
      expect(page({ type: 'heading', depth: 2, children: [child] })).toBe(null);
    }
    expect(page({ type: 'thematicBreak' })).toBe(null);
    expect(page({ type: 'blockquote', children: [] })).toBe(null);
    expect(fc.sample(anyList(true, false), 20).map((list) => page(list))).toEqual(Array(20).fill(null));
    expect(fc.sample(anyList(false, true), 20).map((list) => page(list))).toEqual(Array(20).fill(null));
  });
});

describe('whatever a body holds', () => {
  const anyPhrasing: fc.Arbitrary<PhrasingContent> = fc.letrec<{ node: PhrasingContent }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      anyText.map(text),
      anyText.map((value): PhrasingContent => ({ type: 'html', value })),
      anyText.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
      fc.array(tie('node'), { maxLength: 3 }).map((children): PhrasingContent => ({ type: 'strong', children })),
      fc
        .tuple(anyText, fc.array(tie('node'), { maxLength: 2 }))
        .map(([url, children]): PhrasingContent => ({ type: 'link', url, title: url, children })),
      fc.array(tie('node'), { maxLength: 3 }).map((children) => point('1', ...children)),
    ),
  })).node;

  test('no element, attribute or address comes out that is not allowed', () => {
    const elements = new Set(['p', 'strong', 'a', 'code', 'span', 'wbr']);
    const attributes = new Set(['href', 'title', 'rel', 'className', 'id']);
    fc.assert(
      fc.property(fc.array(anyPhrasing, { maxLength: 4 }), (children) => {
        const root: Root = { type: 'root', children: [paragraph(...children) as RootContent] };
        for (const element of elementsOf(fromHtml(prose(root, 'x'), { fragment: true }).children)) {
          expect(elements).toContain(element.tagName);
          for (const name of Object.keys(element.properties)) expect(attributes).toContain(name);
          const { href } = element.properties;
          if (typeof href === 'string') expect(href).not.toMatch(/^\s*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('plain text keeps every character', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 3 }), (lines) => {
        const kept = lines.map(cleanText);
        const html = prose(body(...kept.map((line) => paragraph(text(line)))), 'x');
        const shown = fromHtml(html, { fragment: true }).children.filter((node) => node.type === 'element');
        expect(shown.map((node) => textOf(node.children))).toEqual(kept);
      }),
    );
  });
});

function elementsOf(nodes: readonly HastContent[]): Extract<HastContent, { type: 'element' }>[] {
  return nodes.flatMap((node) => (node.type === 'element' ? [node, ...elementsOf(node.children)] : []));
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : 'children' in node ? textOf(node.children) : ''))
    .join('');
}
