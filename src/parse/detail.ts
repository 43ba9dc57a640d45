import type { Line } from './text/line.js';
import { type Span, trim } from './text/span.js';

/** A more-link at the end of a line: where it stands, what it says, where it leads. */
export interface DetailLink {
  /** The whole link with its arrows, brackets and address. */
  span: Span;
  label: Span;
  href: string | null;
}

const LABEL =
  '(?:点击)?(?:查看|更多|查阅|浏览|點擊查看|更多|查看)?(?:详情|詳情|详细|詳細|详细内容|詳細內容)(?:请点击|請點擊|点击)?|(?:点击)?(?:阅读|查看|閱讀|查閱|查阅|查看)(?:全文|原文|更多)|全文(?:链接|閱讀|阅读)?|閱讀全文|查看全文';
const ARROW = '[》>＞»›→▶►…．.〉]';
const ADDRESS = 'https?:\\/\\/[^\\s<>"“”，。）)】\\]]+';
const OPEN = '[（(【\\[［〔<《〖]';
const CLOSE = '[）)】\\]］〕〗]';

/** `[详情](http://…)` and `<a href="http://…">详情</a>`, literal in plain text. */
const MARKDOWN_LINK = new RegExp(
  `!?\\[\\s*(${LABEL})\\s*${ARROW}*\\s*\\]\\(\\s*<?([^()\\s>]*)>?\\s*(?:"[^"]*")?\\)\\s*$`,
  'u',
);
const HTML_LINK = new RegExp(
  `<a\\s[^<>]*href\\s*=\\s*["']?([^"'\\s<>]*)["']?[^<>]*>\\s*(${LABEL})\\s*${ARROW}*\\s*<\\/a>\\s*$`,
  'iu',
);
const PLAIN = new RegExp(
  `(?:[》>＞»→➜▶☞]{1,8}[\\s]*)?(${OPEN}{0,2})[\\s]*(${LABEL})[\\s]*(${CLOSE}{0,2})[\\s]*([:：]?)[\\s]*(${ARROW}*)[\\s]*(${CLOSE}{0,2})[\\s]*(?:[（(]?(${ADDRESS})[）)]?)?\\s*$`,
  'u',
);
/** Every label has one of these. */
const WORD = /[详詳]|[全原]文|更多/;
/** Eight arrows, two brackets, seven spaces behind either, and the label's own beginning (点击點擊查看). */
const LONGEST_BEFORE = 40;
/** A link that is longer than this is no link, and the bound keeps the search linear on long lines. */
const LONGEST = 600;

/**
 * Finds the link that leads to the whole speech at the end of a line: 详情》》》, 【查看详情】 https://…
 * The word 详情 inside a sentence is text: without arrows, brackets, link or address it must stand alone.
 */
export function findDetail(line: Line): DetailLink | null {
  const { text, content } = line;
  const window = text.slice(Math.max(content.start, content.end - LONGEST), content.end);
  const word = window.search(WORD);
  if (word < 0) return null;
  // A run of spaces ends the search: the patterns allow some at many places, and would try each of them.
  const run = line.text.length - line.inventory.visible < SPACES ? 0 : runEnd(window);
  const tail = window.slice(run);
  const from = content.end - tail.length;
  const markdown = tail.includes('](') ? MARKDOWN_LINK.exec(tail) : null;
  if (markdown?.[1] !== undefined) return literal(from, markdown, markdown[1], markdown[2] ?? '');
  const html = tail.includes('<') ? HTML_LINK.exec(tail) : null;
  if (html?.[2] !== undefined) return literal(from, html, html[2], decodeEntities(html[1] ?? ''));
  // Runs of spaces are short here, so the link begins at most this far before the first of its words.
  const cut = Math.max(0, (run === 0 ? word : tail.search(WORD)) - LONGEST_BEFORE);
  const plain = PLAIN.exec(tail.slice(cut));
  const label = plain?.[2];
  if (!plain || label === undefined) return null;
  const start = from + cut + plain.index;
  const labelStart = text.indexOf(label, start);
  const link = line.linkAt(labelStart);
  const alone = trim(text, { start: content.start, end: start }).end <= content.start;
  const bracketed = plain[1] !== '' && (plain[3] !== '' || plain[6] !== '');
  const marked = bracketed || plain[5] !== '' || plain[7] !== undefined || link !== null;
  const before = text.slice(content.start, start);
  const separate = alone || /^\s/u.test(plain[0]) || /[\p{White_Space}。！？!?…”]$/u.test(before);
  const arrowed = /[》>＞»]/u.test(plain[5] ?? '') || /^\s*[》>＞»]/u.test(plain[0]);
  // Behind a sentence the words are a link; inside one only arrows, brackets, a link or an address make them one.
  if (!separate && !arrowed && !(marked && (bracketed || link !== null || plain[7] !== undefined))) return null;
  return {
    span: { start, end: content.end },
    label: { start: labelStart, end: labelStart + label.length },
    href: usable(plain[7] ?? link),
  };
}

/** Spaces that make a run. */
const SPACES = 8;

/** @returns the offset of the last space of the last run of eight or more, or 0 */
function runEnd(text: string): number {
  let end = 0;
  for (const { index, 0: run } of text.matchAll(/\s{8,}/gu)) end = index + run.length - 1;
  return end;
}

function literal(from: number, match: RegExpExecArray, label: string, href: string): DetailLink {
  const start = from + match.index;
  const at = start + match[0].lastIndexOf(label);
  return {
    span: { start, end: start + match[0].length },
    label: { start: at, end: at + label.length },
    href: usable(href),
  };
}

/** `#` and `javascript:` lead nowhere: the page they came from opened the text by script. */
function usable(href: string | null): string | null {
  if (href === null) return null;
  const bare = href.replace(/[\p{White_Space}\p{Cc}]/gu, '');
  return bare === '' || bare.startsWith('#') || /^(?:javascript|vbscript|data):/iu.test(bare) ? null : href;
}

function decodeEntities(text: string): string {
  return text
    .replace(/&amp;/gu, '&')
    .replace(/&quot;/gu, '"')
    .replace(/&#38;/gu, '&');
}
