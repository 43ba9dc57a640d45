import type { PhrasingContent, Text } from 'mdast';

/** A place where a line may break: `<wbr>`. */
interface LineBreakNode {
  type: 'lineBreak';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    lineBreak: LineBreakNode;
  }
  interface RootContentMap {
    lineBreak: LineBreakNode;
  }
}

/**
 * Places at which a line may break though Unicode's rules (UAX #14, LB19a) forbid it: a quotation mark that
 * has a digit or Latin letter within and a Chinese character without, as in 聚焦“3+4”产业. Browsers take
 * all of that for one word and stretch the line before it. CLREQ lets a line begin with an opening mark and
 * end after a closing one. Matches nothing but the place itself, so that the text stays as it is.
 */
const lineBreaks = /(?<=\p{sc=Han})(?=[“‘][!-~])|(?<=[!-~][”’])(?=\p{sc=Han})/gu;

/** Such a mark and what it has within; asking for the places themselves looks back at each character. */
export const mayBreak = /[“‘][!-~]|[!-~][”’]/;

/** Marks the places in a text that is HTML already. */
export function markLineBreaks(html: string): string {
  return mayBreak.test(html) ? html.replace(lineBreaks, '<wbr>') : html;
}

/** The same for mdast: the text in pieces, with a node at each place between them. */
export function splitAtLineBreaks(node: Text): PhrasingContent[] {
  const [first = '', ...rest] = node.value.split(lineBreaks);
  const text = (value: string): Text => ({ type: 'text', value });
  return [text(first), ...rest.flatMap((value): PhrasingContent[] => [{ type: 'lineBreak' }, text(value)])];
}
