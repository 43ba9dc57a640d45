import type { Place } from '../../records/place.js';
import { type BlockBuilder, type LineKind, type Marks, plain } from './builder.js';
import { isBlock, isUnseen, pictureOf } from './elementKinds.js';
import { type HtmlParser, marksOf } from './elements.js';

/**
 * HTML tags inside a paragraph of Markdown, which come one by one, with Markdown between them. Tags that set text
 * or link it count until they are closed or the paragraph ends; all others are syntax, their content text.
 */
export class InlineHtml {
  private open: { tagName: string; marks: Marks }[] = [];
  private dropping: string | null = null;

  /** @param drop is told of each tag whose content is left out */
  constructor(
    private readonly builder: BlockBuilder,
    private readonly parseHtml: HtmlParser | null,
    private readonly drop: (tag: string, place: Place) => void,
  ) {}

  /** Inside `<script>` and its like nothing is text. */
  get isDropping(): boolean {
    return this.dropping !== null;
  }

  /** The paragraph ends, and with it whatever is open. */
  reset(): void {
    this.open = [];
    this.dropping = null;
  }

  /** @returns marks with those of the open tags laid over them */
  over(marks: Marks): Marks {
    const inner = this.open.at(-1)?.marks;
    if (inner === undefined) return marks;
    return {
      strong: marks.strong || inner.strong,
      emphasis: marks.emphasis || inner.emphasis,
      deleted: marks.deleted || inner.deleted,
      code: marks.code,
      link: marks.link ?? inner.link,
    };
  }

  /** Reads one tag, comment or section. */
  tag(written: string, place: Place, kind: LineKind): void {
    const [, slash, name] = /^<(\/?)([a-z][a-z\d-]*)/i.exec(written) ?? [];
    if (name === undefined) this.noTag(written, place);
    else if (slash === '/') this.close(name.toLowerCase(), kind);
    else if (this.dropping === null) this.begin(written, place, kind);
  }

  private begin(written: string, place: Place, kind: LineKind): void {
    const element = this.parseHtml?.(written).find((node) => node.type === 'element');
    if (element === undefined) {
      // A parser of fragments makes nothing of `<td>` or `<body>`, which end a line all the same.
      this.builder.endLine(kind);
      return;
    }
    const { tagName } = element;
    if (isUnseen(element)) {
      this.dropping = tagName;
      this.drop(tagName, place);
    } else if (tagName === 'img') {
      const picture = pictureOf(element);
      if (picture !== null) this.builder.picture(picture);
    } else if (tagName === 'br' || isBlock(tagName)) this.builder.endLine(kind);
    else this.open.push({ tagName, marks: marksOf(element, this.open.at(-1)?.marks ?? plain) });
  }

  private close(name: string, kind: LineKind): void {
    if (this.dropping !== null) {
      if (this.dropping === name) this.dropping = null;
      return;
    }
    if (isBlock(name) || name === 'br') {
      this.builder.endLine(kind);
      return;
    }
    const index = this.open.findLastIndex(({ tagName }) => tagName === name);
    if (index !== -1) this.open = this.open.slice(0, index);
  }

  private noTag(written: string, place: Place): void {
    if (written.startsWith('<!--') || this.dropping !== null) return;
    const text = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(written)?.[1];
    if (text === undefined) this.drop(written.slice(1, 12), place);
    else if (!text.includes('\n')) {
      this.builder.verbatim({ value: text, place: { line: place.line, column: place.column + 9 } }, this.over(plain));
    } else this.drop('CDATA', place);
  }
}
