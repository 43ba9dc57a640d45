/** An element of an XML part, with the offsets at which its content begins and it ends in the text. */
export class XmlElement {
  readonly children: XmlElement[] = [];
  /** Behind the whole element. */
  end: number;

  /** @param isEmpty `<w:p/>`: there is no content to put anything into */
  constructor(
    readonly name: string,
    private readonly written: string,
    readonly contentStart: number,
    readonly isEmpty: boolean,
  ) {
    this.end = contentStart;
  }

  /** Read when they are asked for: those of most elements never are. */
  get attributes(): Map<string, string> {
    return readAttributes(this.written);
  }
}

/** Deeper than this no Word document is; a walk over more could overflow the stack. */
const DEEPEST = 500;

const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Reads the elements of an XML part, with offsets, so that text can be put into the part without writing it anew.
 * Text is left out; no entity is resolved but the five of XML in attributes.
 * @returns the root; null when the part is no XML, its elements do not nest, or nest too deep
 */
export function parseXml(xml: string): XmlElement | null {
  const top = new XmlElement('', '', 0, false);
  const open = [top];
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const skipped = endOfOther(xml, at);
    if (skipped === -1) return null;
    if (skipped > 0) {
      at = xml.indexOf('<', skipped);
      continue;
    }
    tag.lastIndex = at;
    const [whole, slash, name = '', attributes = '', empty] = tag.exec(xml) ?? [];
    const around = open.at(-1);
    if (whole === undefined || around === undefined || open.length > DEEPEST) return null;
    const end = at + whole.length;
    if (slash === '/') {
      if (around.name !== name || open.length === 1) return null;
      around.end = end;
      open.pop();
    } else {
      const element = new XmlElement(name, attributes, end, empty === '/');
      around.children.push(element);
      if (!element.isEmpty) open.push(element);
    }
    at = xml.indexOf('<', end);
  }
  return open.length === 1 ? (top.children[0] ?? null) : null;
}

/** @returns the end of a comment, CDATA section or instruction; 0 for a tag; -1 where it never ends */
function endOfOther(xml: string, at: number): number {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!xml.startsWith(start, at)) continue;
    const found = xml.indexOf(end, at + start.length);
    return found === -1 ? -1 : found + end.length;
  }
  return 0;
}

/** @returns the first child of that name */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((other) => other.name === name);
}

/** @returns the `w:val` of the first child of that name */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.get('w:val');
}

/** @returns all elements of that name below, in the order of the part */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const inner of element.children) {
    if (inner.name === name) yield inner;
    yield* descendants(inner, name);
  }
}

/** @returns text as it stands in XML */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function readAttributes(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of written.matchAll(attribute))
    attributes.set(name, resolveEntities(double ?? single ?? ''));
  return attributes;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, decimal, hexadecimal) => {
      if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
