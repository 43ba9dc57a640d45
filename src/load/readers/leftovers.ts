import type { Heading } from 'mdast';
import { BlockBuilder, paragraph, plain } from '../blocks/builder.js';
import type { Block } from '../document.js';

/** References that editors' programs and sites write, with what they stand for. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d', shy: '\u00ad' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', quot: '"', apos: "'", amp: '&' },
  ...{ lt: '<', gt: '>', mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•', times: '×', deg: '°' },
  ...{ permil: '‰', yen: '¥', copy: '©', reg: '®', trade: '™', plusmn: '±', rarr: '→', larr: '←', sect: '§' },
};
const BLOCK = 'p|div|br|hr|h[1-6]|li|ul|ol|dl|dt|dd|table|thead|tbody|tr|td|th|section|article|blockquote|center|pre';
const INLINE = 'span|strong|b|em|i|u|s|font|sup|sub|big|small|strike|del|ins|mark|img|o:p|a';
/** A reference, also one that was escaped twice; a tag; a comment. */
const TOKEN = new RegExp(
  `&(?:amp;)?(#\\d{1,7}|#x[\\da-f]{1,6}|${Object.keys(NAMED).join('|')});|<(/?)(?:(${BLOCK})|(${INLINE}))(?:[\\s/][^<>]{0,500})?>|<!--[^<>]{0,500}-->`,
  'gi',
);
/** A link at the end of a line, which may lead to the whole speech: the grammar reads it. */
const LINK = /<a\s[^<>]{0,600}>[^<>]{0,40}<\/a>\s{0,40}$/i;
/** Addresses have references that mean nothing to who reads them. */
const ADDRESS = /https?:\/\/[^\s<>"“”，。）)】]{0,600}/g;

/** @returns true where a line of plain text holds what only a page of HTML should: `&emsp;`, `<p>` */
export function hasLeftovers(line: string): boolean {
  return tokensIn(line).length > 0;
}

function tokensIn(line: string): RegExpExecArray[] {
  if (!/[<&]/.test(line)) return [];
  const link = line.includes('</') ? line.slice(-700).search(LINK) : -1;
  const end = link === -1 ? line.length : Math.max(0, line.length - 700) + link;
  const text = line.slice(0, end);
  const tokens = [...text.matchAll(TOKEN)];
  const addresses = tokens.length === 0 ? [] : [...text.matchAll(ADDRESS)];
  let at = 0;
  return tokens.filter(({ 0: token, index }) => {
    while ((addresses[at]?.index ?? index) + (addresses[at]?.[0].length ?? 1) <= index) at += 1;
    return token[0] !== '&' || (addresses[at]?.index ?? index) >= index;
  });
}

/**
 * Reads such a line as a page would show it: references become their characters, tags go, and those of paragraphs,
 * line breaks and cells divide the line.
 * @returns its blocks, each character with its place
 */
export function readLeftovers(line: string, number: number, gap: boolean): Block[] {
  const builder = new BlockBuilder(null);
  if (gap) builder.gap();
  let depth: Heading['depth'] | 0 = 0;
  let strong = false;
  let from = 0;
  const add = (value: string, at: number): void =>
    builder.verbatim({ value, place: { line: number, column: at + 1 } }, { ...plain, strong });
  for (const { 0: token, 1: name, 2: slash, 3: block, 4: inline, index } of tokensIn(line)) {
    add(line.slice(from, index), from);
    from = index + token.length;
    if (name !== undefined) add(characterOf(name.toLowerCase()), index);
    else if (block !== undefined) {
      builder.endLine({ ...paragraph, depth });
      depth = slash === '' ? levelOf(block) : 0;
    } else if (/^(?:b|strong)$/i.test(inline ?? '')) strong = slash === '';
  }
  add(line.slice(from), from);
  builder.endLine({ ...paragraph, depth });
  builder.end();
  return builder.blocks;
}

function levelOf(tag: string): Heading['depth'] | 0 {
  const level = /^h([1-6])$/i.exec(tag)?.[1];
  return level === undefined ? 0 : (Number(level) as Heading['depth']);
}

function characterOf(name: string): string {
  const named = NAMED[name];
  if (named !== undefined) return named;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  const character = String.fromCodePoint(code);
  return /\p{White_Space}/u.test(character) && code < 0xa0 ? ' ' : character.replace(/[\u2028\u2029]/, ' ');
}
