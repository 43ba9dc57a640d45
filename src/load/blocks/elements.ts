import type { Element, ElementContent, Nodes, RootContent, Text } from 'hast';
import type { Place } from '../../records/place.js';
import { align, type Piece } from './align.js';
import { type BlockBuilder, type LineKind, type Marks, paragraph, plain } from './builder.js';
import { isBlock, isCentred, isHidden, isUnseen, pictureOf, stringOf } from './elementKinds.js';

/** How the elements are read. */
export interface ElementsOptions {
  /** The text that was parsed, with `\n` line ends; null where the positions of text nodes are not in it. */
  source: string | null;
  /** Where the text begins in its file. */
  start: Place;
  /** Elements to leave out, with all that is in them. */
  skip?: ReadonlySet<Nodes>;
  /** White space and line ends count everywhere, as in `<pre>`. */
  verbatim?: boolean;
  /** Whether the numbers of an ordered list, which a browser shows, become text. */
  numbers: boolean;
}

interface Context {
  marks: Marks;
  kind: LineKind;
  /** Inside `<pre>` white space and line ends count. */
  pre: boolean;
  /** The number of the next item of the innermost ordered list; null elsewhere. */
  list: { next: number } | null;
}

/** Turns HTML elements into blocks: each block-level element, `<br>` and table cell ends a line. */
export class ElementReader {
  /** Scripts, styles and other content that no reader of the page would see. */
  readonly unseen: Element[] = [];

  constructor(
    private readonly builder: BlockBuilder,
    private readonly options: ElementsOptions,
  ) {}

  /** Reads nodes into the builder; a line may stay open at the end. */
  read(nodes: readonly RootContent[], marks: Marks = plain, kind: LineKind = paragraph): void {
    this.readAll(nodes, { marks, kind, pre: this.options.verbatim === true, list: null });
  }

  /** @returns where a node begins in the file */
  placeOf(node: Nodes): Place {
    const { start } = this.options;
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    return { line: line + start.line - 1, column: line === 1 ? column + start.column - 1 : column };
  }

  private readAll(nodes: readonly RootContent[], context: Context): void {
    for (const node of nodes) {
      if (this.options.skip?.has(node)) continue;
      if (node.type === 'text') this.readText(node, context);
      else if (node.type === 'element') this.readElement(node, context);
      else if (node.type === 'comment') this.readMarkedSection(node.value, node, context);
    }
  }

  private readText(node: Text, context: Context): void {
    const { start, end } = node.position ?? {};
    const source = this.options.source?.slice(start?.offset ?? 0, end?.offset ?? 0) ?? node.value;
    this.addText(align(node.value, source, this.placeOf(node)), context);
  }

  /** `<![CDATA[text]]>` is a comment to an HTML parser, but whoever wrote it meant the text. */
  private readMarkedSection(comment: string, node: Nodes, context: Context): void {
    const text = /^\[CDATA\[([\s\S]*?)(?:\]\])?$/.exec(comment)?.[1];
    const { line, column } = this.placeOf(node);
    if (text !== undefined) this.addText(align(text, text, { line, column: column + '<![CDATA['.length }), context);
  }

  private addText(pieces: Piece[], { marks, pre }: Context): void {
    for (const piece of pieces) {
      if (!pre) this.builder.collapsed(piece, marks);
      else if (piece.value === '\n') this.builder.endLine(paragraph);
      else this.builder.verbatim(piece, marks);
    }
  }

  private readElement(element: Element, context: Context): void {
    const { tagName } = element;
    if (isUnseen(element)) {
      this.unseen.push(element);
      return;
    }
    if (isHidden(element)) return;
    if (tagName === 'br') {
      if (this.builder.isBare) this.builder.gap();
      this.builder.endLine(context.kind);
      return;
    }
    if (tagName === 'img') {
      const picture = pictureOf(element);
      if (picture !== null) this.builder.picture(picture);
      return;
    }
    if (isBlock(tagName)) this.readBlock(element, context);
    else this.readAll(element.children, { ...context, marks: marksOf(element, context.marks) });
  }

  private readBlock(element: Element, context: Context): void {
    const { tagName } = element;
    this.builder.endLine(context.kind);
    if (tagName === 'hr' || (tagName === 'p' && element.children.length === 0)) this.builder.gap();
    const inner = {
      ...context,
      kind: { depth: depthOf(tagName) ?? context.kind.depth, centred: isCentred(element) ?? context.kind.centred },
      pre: context.pre || tagName === 'pre' || tagName === 'xmp',
      list: listOf(element, context.list),
    };
    if (tagName === 'li' && context.list === null) this.builder.bullet();
    else if (tagName === 'li' && context.list !== null && this.options.numbers) this.number(element, context.list);
    this.readAll(element.children, inner);
    this.builder.endLine(inner.kind);
    if (tagName === 'li') this.builder.endItem();
  }

  private number(item: Element, list: { next: number }): void {
    const value = Number(stringOf(item, 'value'));
    const number = Number.isSafeInteger(value) && value !== 0 ? value : list.next;
    list.next = number + 1;
    this.builder.number({ value: `${number}. `, place: this.placeOf(item) });
  }
}

function listOf(element: Element, around: { next: number } | null): { next: number } | null {
  if (element.tagName === 'ul' || /list-style(?:-type)?\s*:\s*none/i.test(stringOf(element, 'style'))) return null;
  if (element.tagName !== 'ol') return element.tagName === 'li' ? null : around;
  const start = Number(stringOf(element, 'start') || 1);
  return { next: Number.isSafeInteger(start) ? start : 1 };
}

function depthOf(tagName: string): LineKind['depth'] | null {
  const depth = /^h([1-6])$/.exec(tagName)?.[1];
  return depth === undefined ? null : (Number(depth) as LineKind['depth']);
}

/** @returns the marks of text inside an inline element */
export function marksOf(element: Element, marks: Marks): Marks {
  switch (element.tagName) {
    case 'b':
    case 'strong':
      return { ...marks, strong: true };
    case 'i':
    case 'em':
      return { ...marks, emphasis: true };
    case 's':
    case 'strike':
    case 'del':
      return { ...marks, deleted: true };
    case 'a': {
      const url = element.properties.href;
      return typeof url === 'string' ? { ...marks, link: { url } } : marks;
    }
    default:
      return marks;
  }
}

/** A parser of HTML fragments, loaded only where there are any. */
export type HtmlParser = (html: string) => ElementContent[];
