import { formatNumber } from './numberFormats.js';
import type { Styles } from './styles.js';
import { child, settingOf, type XmlElement } from './xml.js';

interface Level {
  start: number;
  format: string;
  /** `（%1）`: `%1` stands for the number of the first level. */
  text: string;
  /** What Word puts behind the number: `tab`, `space` or `nothing`. */
  suffix: string;
  /** All numbers in it are shown as digits. */
  legal: boolean;
  /** The style whose paragraphs stand on this level. */
  style: string | undefined;
}

interface List {
  abstractId: string;
  overrides: Map<number, { start: number | null; level: Level | null }>;
}

/** The lists of `word/numbering.xml`, counting as the paragraphs of a document go by. */
export class Numbering {
  private readonly abstracts = new Map<string, { levels: Map<number, Level>; link: string | undefined }>();
  private readonly lists = new Map<string, List>();
  /** Word counts by the abstract list, so that two lists of one kind go on counting. */
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(
    root: XmlElement | null,
    private readonly styles: Styles,
  ) {
    for (const element of root?.children ?? []) {
      if (element.name === 'w:abstractNum') this.readAbstract(element);
      else if (element.name === 'w:num') this.readList(element);
    }
  }

  /** @returns the level of a list on which the paragraphs of a style stand, or null */
  levelOfStyle(numId: string, style: string | undefined): number | null {
    if (style === undefined) return null;
    for (const [level, { style: own }] of this.resolve(numId)?.levels ?? []) if (own === style) return level;
    return null;
  }

  /**
   * Counts one paragraph.
   * @returns the number as Word shows it before the paragraph (`（一）`); empty for bullets and unknown lists
   */
  next(numId: string, level: number): string {
    const resolved = this.resolve(numId);
    if (resolved === null) return '';
    const { list, abstractId, levels } = resolved;
    const counts = this.counters.get(abstractId) ?? [];
    this.counters.set(abstractId, counts);
    if (!this.begun.has(numId)) {
      this.begun.add(numId);
      for (const [index, { start }] of list.overrides) if (start !== null) counts[index] = start - 1;
    }
    const at = (index: number): Level | undefined => list.overrides.get(index)?.level ?? levels.get(index);
    for (let index = 0; index <= level; index += 1) {
      const start = at(index)?.start ?? 1;
      const count = counts[index];
      if (count === undefined) counts[index] = start;
      else if (index === level) counts[index] = count + 1;
      else if (count < start) counts[index] = start;
    }
    counts.length = level + 1;
    const own = at(level);
    return own === undefined ? '' : write(own, counts, at);
  }

  /** Follows a list that only names a numbering style to the list behind the style. */
  private resolve(numId: string): { list: List; abstractId: string; levels: Map<number, Level> } | null {
    const seen = new Set<string>();
    for (let id: string | null = numId; id !== null && !seen.has(id); ) {
      seen.add(id);
      const list = this.lists.get(id);
      const abstract = this.abstracts.get(list?.abstractId ?? '');
      if (list === undefined || abstract === undefined) return null;
      if (abstract.link === undefined) return { list, abstractId: list.abstractId, levels: abstract.levels };
      id = this.styles.listOf(abstract.link);
    }
    return null;
  }

  private readAbstract(element: XmlElement): void {
    const levels = new Map<number, Level>();
    for (const level of element.children) {
      if (level.name === 'w:lvl') levels.set(levelNumber(level), readLevel(level));
    }
    this.abstracts.set(element.attributes.get('w:abstractNumId') ?? '', {
      levels,
      link: settingOf(element, 'w:numStyleLink'),
    });
  }

  private readList(element: XmlElement): void {
    const overrides: List['overrides'] = new Map();
    for (const override of element.children) {
      if (override.name !== 'w:lvlOverride') continue;
      const start = settingOf(override, 'w:startOverride');
      const level = child(override, 'w:lvl');
      overrides.set(levelNumber(override), {
        start: start === undefined ? null : wholeNumber(start, 1),
        level: level === undefined ? null : readLevel(level),
      });
    }
    const abstractId = settingOf(element, 'w:abstractNumId') ?? '';
    this.lists.set(element.attributes.get('w:numId') ?? '', { abstractId, overrides });
  }
}

function readLevel(level: XmlElement): Level {
  return {
    start: wholeNumber(settingOf(level, 'w:start'), 1),
    format: settingOf(level, 'w:numFmt') ?? 'decimal',
    text: settingOf(level, 'w:lvlText') ?? '',
    suffix: settingOf(level, 'w:suff') ?? 'tab',
    legal: child(level, 'w:isLgl') !== undefined,
    style: settingOf(level, 'w:pStyle'),
  };
}

function write(level: Level, counts: number[], at: (index: number) => Level | undefined): string {
  if (level.format === 'bullet') return '';
  const number = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = level.legal && index < counts.length - 1 ? 'decimal' : (at(index)?.format ?? 'decimal');
    return formatNumber(counts[index] ?? at(index)?.start ?? 1, format);
  });
  if (number.trim() === '') return '';
  // After a wide mark there is room enough; after `1.` the tab is a space of the text.
  const isTight = level.suffix === 'nothing' || (level.suffix === 'tab' && /[^\x20-\x7e]$/.test(number));
  return isTight ? number : `${number} `;
}

function levelNumber(element: XmlElement): number {
  return Math.min(8, wholeNumber(element.attributes.get('w:ilvl'), 0));
}

/** @returns a number from 0 to 32767, as Word counts, or the fallback */
export function wholeNumber(written: string | undefined, fallback: number): number {
  return written !== undefined && /^\d{1,5}$/.test(written) ? Math.min(32767, Number(written)) : fallback;
}
