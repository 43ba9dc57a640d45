import { type Finding, find } from '../diagnostics/finding.js';
import { fold, parentOf } from '../publish/outputPath.js';
import { unitAt } from '../typography/unitAt.js';
import type { Page } from './page.js';
import type { PageList } from './pageList.js';
import { KEPT_PAGES } from './site/large.js';

/**
 * Case-folded and normalised: what is two files on Linux is one on Windows and macOS, and of two pages under
 * one address one would be lost without a word. A file where another page needs a folder is the same fault.
 * @returns one finding for each pair of sources, at the later one
 */
export function collisions(pages: PageList): Finding[] {
  if (pages.length <= KEPT_PAGES) return collisionsOf(pages);
  const suspects = suspectsAmong(pages);
  if (suspects.size === 0) return [];
  return collisionsOf([...pages].filter(({ path }) => namesOf(path).some((name) => suspects.has(fingerprint(name)))));
}

/** The file and all folders that it lies in, folded. */
function namesOf(path: string): string[] {
  const names = [fold(path)];
  for (let folder = parentOf(names[0] ?? ''); folder !== ''; folder = parentOf(folder)) names.push(folder);
  return names;
}

/**
 * A million paths in a map are 200 MB; their fingerprints are eight. Two different paths may share one: whoever has
 * one that stands twice is looked at in full.
 * @returns fingerprints of files that are another file's or a folder's too
 */
function suspectsAmong(pages: PageList): Set<number> {
  const files = new Float64Array(pages.length);
  const folders: number[] = [];
  let count = 0;
  let last = '';
  let above = new Set<number>();
  for (const { path } of pages) {
    const [file = '', ...inward] = namesOf(path);
    files[count] = fingerprint(file);
    count += 1;
    // Most pages lie beside or in the folder of the one before.
    if (inward[0] === last) continue;
    last = inward[0] ?? '';
    const found = new Set(inward.map(fingerprint));
    for (const folder of found) if (!above.has(folder)) folders.push(folder);
    above = found;
  }
  files.sort();
  const suspects = new Set<number>();
  for (let index = 1; index < count; index += 1) {
    const file = files[index];
    if (file !== undefined && file === files[index - 1]) suspects.add(file);
  }
  const sorted = Float64Array.from(folders).sort();
  for (let at = 0, index = 0; index < sorted.length; index += 1) {
    const folder = sorted[index] ?? 0;
    while ((files[at] ?? Number.POSITIVE_INFINITY) < folder) at += 1;
    if (files[at] === folder) suspects.add(folder);
  }
  return suspects;
}

/** @returns 52 bits of the text; two hashes of the kind FNV-1a with different primes */
function fingerprint(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  const { length } = text;
  for (let index = 0; index < length; index += 1) {
    const unit = unitAt(text, index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return (a >>> 0) * 0x100000 + ((b ^ (b >>> 15)) & 0xfffff);
}

function collisionsOf(pages: Iterable<Page>): Finding[] {
  const files = new Map<string, Page>();
  const found = new Map<string, Finding>();
  const report = (page: Page, other: Page) => {
    const [first, second] = [other.from[0] ?? other.path, page.from[0] ?? page.path];
    const address = `/${page.path.replace(/(?<=^|\/)index\.html$/u, '')}`;
    const file = page.from[0] ?? other.from[0] ?? page.path;
    const pair = `${first}\n${second}`;
    if (!found.has(pair)) found.set(pair, find('same-address', file, undefined, { address, first, second }));
  };
  for (const page of pages) {
    const path = fold(page.path);
    const other = files.get(path);
    if (other) report(page, other);
    else files.set(path, page);
  }
  const folders = new Set<string>();
  for (const [path, page] of files) {
    for (let folder = parentOf(path); folder !== '' && !folders.has(folder); folder = parentOf(folder)) {
      folders.add(folder);
      const other = files.get(folder);
      if (other) report(page, other);
    }
  }
  return [...found.values()];
}
