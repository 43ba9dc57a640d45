import { namedParts } from '../site/parts.js';
import type { Site } from '../site/site.js';
import type { PartView } from '../views/index.js';

/** @returns where the part of a long list lies: `archive/2031/part-2/` */
export function partPath(own: string, number: number): string {
  return `${own}part-${number}/`;
}

/**
 * Links between the pages of a long list.
 * @param own path of the list's own page, with the newest items
 * @param count number of older parts
 * @param current the part that the links stand on; null for the list's own page
 */
export function partLinks(site: Site, own: string, count: number, current: number | null): PartView[] {
  if (count === 0) return [];
  return [
    { label: site.words.newest ?? '', href: site.addresses.href(own), current: current === null },
    ...namedParts(count, current).map((number) => ({
      label: `${number}`,
      href: site.addresses.href(partPath(own, number)),
      current: number === current,
    })),
  ];
}
