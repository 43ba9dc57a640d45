import { namedParts } from '../site/parts.js';
import type { PlannedEdition, Site } from '../site/site.js';
import type { PartView } from '../views/index.js';

/** What the links need to know of an older part. */
interface Part {
  number: number;
  /** From when to when, for people: `3月—5月`; empty where it is not known. */
  time: string;
}

/** @returns where the part of a long list lies: `archive/2031/part-2/` */
export function partPath(own: string, number: number): string {
  return `${own}part-${number}/`;
}

/** @returns what a part is called: `第2部分` */
export function partName(site: Site, number: number): string {
  return (site.words.part ?? '{n}').replace('{n}', String(number));
}

/** @returns a page's title, and the part where there is one: `2031年 · 第2部分` */
export function titleWithPart(site: Site, title: string, number: number | null): string {
  return number === null ? title : `${title} · ${partName(site, number)}`;
}

/**
 * The newest part tells only when it begins until it is complete, so that pages which name it stay as they are.
 * @param editions of a part, newest first
 * @param unit `month` within a year's list
 * @param size of a complete part
 * @returns `2019年—2020年`, `3月—5月`, `2020年`, `2020年起`; empty where there is no date
 */
export function timeOf(site: Site, editions: readonly PlannedEdition[], unit: 'year' | 'month', size: number): string {
  const of = (edition: PlannedEdition | undefined) => {
    const [year, month] = edition?.summary.date?.split('-') ?? [];
    if (unit === 'year') return year ? `${year}年` : '';
    return month ? `${Number(month)}月` : '';
  };
  const [from, to] = [of(editions.at(-1)), of(editions[0])];
  if (from === '' || to === '') return '';
  if (editions.length < size) return (site.words.termFrom ?? '{from}').replace('{from}', from);
  return from === to ? from : `${from}—${to}`;
}

/**
 * Links between the pages of a long list, from the newest to the oldest: the next newer page, the list's own page, the
 * nearest parts and the oldest, the next older page. Each label says all that it shows, so pages can tell by the
 * labels whether the links have changed.
 * @param own path of the list's own page, with the newest items
 * @param parts the older parts, the oldest first
 * @param current the part that the links stand on; null for the list's own page
 */
export function partLinks(site: Site, own: string, parts: readonly Part[], current: number | null): PartView[] {
  const count = parts.length;
  if (count === 0) return [];
  const at = current ?? count + 1;
  const hrefOf = (number: number) => site.addresses.href(number > count ? own : partPath(own, number));
  const labelOf = (number: number) => {
    if (number > count) return site.words.newest ?? '';
    const time = parts[number - 1]?.time ?? '';
    return `${partName(site, number)}${time && (site.words.inBrackets ?? '').replace('{count}', time)}`;
  };
  const links: PartView[] = [];
  if (at <= count) links.push({ label: site.words.newer ?? '', href: hrefOf(at + 1), current: false, rel: 'prev' });
  let before = count + 2;
  for (const number of [count + 1, ...namedParts(count, current)]) {
    if (number < before - 1) links.push({ label: '…', href: '', current: false });
    links.push({ label: labelOf(number), href: hrefOf(number), current: number === at });
    before = number;
  }
  if (at > 1) links.push({ label: site.words.older ?? '', href: hrefOf(at - 1), current: false, rel: 'next' });
  return links;
}
