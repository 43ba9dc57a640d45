import { child, settingOf, type XmlElement } from './xml.js';

/** What a paragraph style says of its paragraphs, the styles that it is based on included. */
export interface ParagraphStyle {
  numId: string | null;
  level: string | null;
  centred: boolean | null;
}

const nothing: ParagraphStyle = { numId: null, level: null, centred: null };

/** The styles of `word/styles.xml` by id. */
export class Styles {
  private readonly elements = new Map<string, XmlElement>();
  /** The style of paragraphs that name none. */
  private readonly standard: string | null = null;

  constructor(root: XmlElement | null) {
    for (const style of root?.children ?? []) {
      const id = style.attributes.get('w:styleId');
      if (style.name !== 'w:style' || id === undefined) continue;
      this.elements.set(id, style);
      const isDefault = /^(?:1|true|on)$/.test(style.attributes.get('w:default') ?? '');
      if (isDefault && style.attributes.get('w:type') === 'paragraph') this.standard = id;
    }
  }

  /** @returns the properties of a style; of the standard one where `id` is missing */
  of(id: string | undefined): ParagraphStyle {
    return this.read(id ?? this.standard ?? '', new Set());
  }

  /** @returns the list that a numbering style stands for */
  listOf(id: string): string | null {
    return this.read(id, new Set()).numId;
  }

  private read(id: string, seen: Set<string>): ParagraphStyle {
    const style = this.elements.get(id);
    if (style === undefined || seen.has(id)) return nothing;
    seen.add(id);
    const based = settingOf(style, 'w:basedOn');
    const base = based === undefined ? nothing : this.read(based, seen);
    const properties = child(style, 'w:pPr');
    const list = child(properties, 'w:numPr');
    return {
      numId: settingOf(list, 'w:numId') ?? base.numId,
      level: settingOf(list, 'w:ilvl') ?? base.level,
      centred: isCentred(properties) ?? base.centred,
    };
  }
}

/** @returns whether paragraph properties set the line in the middle; null where they say nothing */
export function isCentred(properties: XmlElement | undefined): boolean | null {
  const side = settingOf(properties, 'w:jc');
  return side === undefined ? null : side === 'center';
}
