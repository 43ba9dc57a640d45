import type { Code, Definition, Html, List, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { type Finding, find } from '../../diagnostics/finding.js';
import type { Place } from '../../records/place.js';
import { align } from './align.js';
import { type BlockBuilder, type LineKind, type Marks, paragraph, plain } from './builder.js';
import { ElementReader, type HtmlParser } from './elements.js';
import { InlineHtml } from './inlineHtml.js';

type Positioned = Pick<Paragraph, 'position'>;

/** A parsed Markdown text with what it was parsed from. */
export interface Markdown {
  file: string;
  root: Root;
  source: string;
  /** The line of the file on which the source begins. */
  firstLine: number;
}

/**
 * Flattens Markdown into blocks of one line: quotes and lists lose their containers, ordered numbers become text
 * again as they were written, soft and hard breaks divide, references are resolved, raw HTML keeps its text.
 */
export class MarkdownFlattener {
  private readonly findings: Finding[] = [];
  private readonly definitions = new Map<string, Definition>();
  private readonly used = new Set<Definition>();
  private readonly inline: InlineHtml;

  /** @param parseHtml may be null where the source has no `<` */
  constructor(
    private readonly markdown: Markdown,
    private readonly builder: BlockBuilder,
    private readonly parseHtml: HtmlParser | null,
  ) {
    this.inline = new InlineHtml(builder, parseHtml, (tag, place) => this.drop(tag, place));
  }

  /** Adds the text's blocks to the builder. @returns what was left out */
  flatten(): Finding[] {
    this.define(this.markdown.root);
    this.refer(this.markdown.root);
    for (const node of this.markdown.root.children) this.flow(node);
    return this.findings;
  }

  private flow(node: Nodes): void {
    switch (node.type) {
      case 'paragraph':
        this.line(node.children, paragraph);
        break;
      case 'heading':
        this.line(node.children, { depth: node.depth, centred: false });
        break;
      case 'blockquote':
        for (const child of node.children) this.flow(child);
        break;
      case 'list':
        this.list(node);
        break;
      case 'code':
        this.code(node);
        break;
      case 'html':
        this.html(node);
        break;
      case 'definition':
        if (!this.used.has(node)) this.verbatim(node);
        break;
      default:
        break;
    }
  }

  private list(list: List): void {
    for (const item of list.children) {
      if (list.ordered === true) {
        const written = this.sliceOf(item).split('\n', 1)[0] ?? '';
        const value = /^\d{1,9}[.)][ \t]*/.exec(written)?.[0] ?? '';
        this.builder.number({ value, place: this.placeOf(item) });
      } else {
        this.builder.bullet();
      }
      for (const child of item.children) this.flow(child);
      this.builder.endItem();
    }
  }

  private line(children: PhrasingContent[], kind: LineKind): void {
    this.phrasing(children, plain, kind);
    this.inline.reset();
    this.builder.endLine(kind);
  }

  private phrasing(nodes: PhrasingContent[], marks: Marks, kind: LineKind): void {
    for (const node of nodes) {
      const isHtml = node.type === 'html';
      if (isHtml) this.inline.tag(node.value, this.placeOf(node), kind);
      else if (!this.inline.isDropping) this.phrase(node, marks, kind);
    }
  }

  private phrase(node: PhrasingContent, marks: Marks, kind: LineKind): void {
    switch (node.type) {
      case 'text':
        this.text(node, marks, kind);
        break;
      case 'inlineCode':
        this.builder.verbatim(this.codePiece(node), this.inline.over({ ...marks, code: true }));
        break;
      case 'break':
        this.builder.endLine(kind);
        break;
      case 'strong':
      case 'emphasis':
        this.phrasing(node.children, { ...marks, [node.type]: true }, kind);
        break;
      case 'delete':
        this.phrasing(node.children, { ...marks, deleted: true }, kind);
        break;
      case 'link':
        this.phrasing(node.children, { ...marks, link: { url: node.url } }, kind);
        break;
      case 'linkReference': {
        // `[^1]` refers to a note at the foot, which stays the text that it is.
        if (node.identifier.startsWith('^')) {
          this.builder.verbatim({ value: this.sliceOf(node), place: this.placeOf(node) }, this.inline.over(marks));
          break;
        }
        const url = this.definitions.get(node.identifier)?.url;
        this.phrasing(node.children, url === undefined ? marks : { ...marks, link: { url } }, kind);
        break;
      }
      case 'image':
        this.builder.picture({ source: node.url, alt: node.alt ?? '' });
        break;
      case 'imageReference': {
        const source = this.definitions.get(node.identifier)?.url;
        if (source !== undefined) this.builder.picture({ source, alt: node.alt ?? '' });
        break;
      }
      default:
        break;
    }
  }

  /** Pasted lines without empty lines between them are lines: a soft break divides like a hard one. */
  private text(node: Positioned & { value: string }, marks: Marks, kind: LineKind): void {
    for (const piece of align(node.value, this.sliceOf(node), this.placeOf(node))) {
      if (piece.value === '\n') this.builder.endLine(kind);
      else this.builder.verbatim(piece, this.inline.over(marks));
    }
  }

  private codePiece(node: Positioned & { value: string }): { value: string; place: Place } {
    const place = this.placeOf(node);
    const before = /^`+ ?/.exec(this.sliceOf(node))?.[0].length ?? 0;
    return { value: node.value, place: { line: place.line, column: place.column + before } };
  }

  /** What a fence holds is text for this reader; so are words behind the fence that are no language's name. */
  private code(node: Code): void {
    const [fence = '', ...rest] = this.sliceOf(node).split('\n');
    const { line, column } = this.placeOf(node);
    const words = /^[`~]*[ \t]*(.*[^\x20-\x7e].*)$/.exec(fence)?.[1];
    if (words !== undefined) this.alone(words, { line, column: column + fence.indexOf(words) });
    for (const [index, value] of node.value.split('\n').entries()) {
      const at = Math.max(0, rest[index]?.indexOf(value) ?? 0);
      this.alone(value, { line: line + 1 + index, column: at + 1 });
    }
  }

  private html(node: Html): void {
    const start = this.placeOf(node);
    if (this.parseHtml === null || /^<[?]|^<![A-Za-z]/.test(node.value)) {
      this.drop(node.value.slice(1, 12), start);
      return;
    }
    const reader = new ElementReader(this.builder, { source: node.value, start, numbers: false });
    reader.read(this.parseHtml(node.value));
    this.builder.endLine(paragraph);
    for (const element of reader.unseen) this.drop(element.tagName, reader.placeOf(element));
  }

  /** Keeps the source of a node as lines: what looked like syntax and does nothing was meant as text. */
  private verbatim(node: Positioned): void {
    const { line, column } = this.placeOf(node);
    for (const [index, value] of this.sliceOf(node).split('\n').entries()) {
      this.alone(value, { line: line + index, column: index === 0 ? column : 1 });
    }
  }

  private alone(value: string, place: Place): void {
    this.builder.verbatim({ value, place }, plain);
    this.builder.endLine(paragraph);
  }

  private drop(tag: string, place: Place): void {
    this.findings.push(find('html-dropped', this.markdown.file, place, { tag }));
  }

  private define(node: Nodes): void {
    if (node.type === 'definition') {
      if (!this.definitions.has(node.identifier)) this.definitions.set(node.identifier, node);
    } else if ('children' in node) for (const child of node.children) this.define(child);
  }

  private refer(node: Nodes): void {
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const definition = this.definitions.get(node.identifier);
      if (definition !== undefined && !node.identifier.startsWith('^')) this.used.add(definition);
    }
    if ('children' in node) for (const child of node.children) this.refer(child);
  }

  private placeOf(node: Positioned): Place {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    return { line: line + this.markdown.firstLine - 1, column };
  }

  private sliceOf(node: Positioned): string {
    const { start, end } = node.position ?? {};
    return this.markdown.source.slice(start?.offset ?? 0, end?.offset ?? 0);
  }
}
