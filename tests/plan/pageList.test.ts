import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { collisions } from '../../src/plan/collisions.js';
import type { Page } from '../../src/plan/page.js';
import { PageList } from '../../src/plan/pageList.js';

const limits = vi.hoisted(() => ({ KEPT_PAGES: 50_000 }));
vi.mock('../../src/plan/site/large.js', () => limits);

function page(path: string, from: string[] = []): Page {
  return { path, kind: 'text', phase: 'page', key: path, from, model: () => Promise.reject(new Error('not asked')) };
}

/** A list of sorts of things with so many pages each. */
function listOf(sorts: readonly (readonly number[])[]): { list: PageList; paths: string[] } {
  const list = new PageList();
  const paths: string[] = [];
  for (const [sort, things] of sorts.entries()) {
    const pages = (index: number) => Array.from({ length: things[index] ?? 0 }, (_, n) => `${sort}/${index}/${n}`);
    paths.push(...things.flatMap((_, index) => pages(index)));
    list.add({ length: things.length, of: (index) => pages(index).map((path) => page(path)) });
  }
  return { list, paths };
}

function inOrder({ list, paths }: ReturnType<typeof listOf>, asked: readonly number[]): void {
  expect(list.length).toBe(paths.length);
  for (const index of asked) expect(list.at(index)?.path).toBe(paths[index]);
  expect(Array.from(list, ({ path }) => path)).toEqual(paths);
}

const sorts = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 300 }), { maxLength: 5 });

test('a short list gives each page at its index', () => {
  fc.assert(
    fc.property(sorts, fc.array(fc.nat({ max: 800 })), (sizes, asked) => inOrder(listOf(sizes), [...asked, -1])),
  );
});

test('so does one that makes its pages again, in whatever order they are asked for', () => {
  const many = Array.from({ length: 30_000 }, (_, index) => (index * 7) % 5);
  const made = listOf([[1], many, [0, 0, 0], [3, 0, 2]]);
  expect(made.paths.length).toBeGreaterThan(50_000);
  const asked = Array.from({ length: 3_000 }, (_, index) => (index * 7919) % (made.paths.length + 100));
  inOrder(made, [...asked, 0, made.paths.length - 1, made.paths.length]);
  expect(Array.from(made.list.between(59_990, 59_993), ({ path }) => path)).toEqual(made.paths.slice(59_990, 59_993));
});

/** Short names from few letters meet often, in all the ways in which names can. */
const name = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'é', 'e\u0301', 'İ'), minLength: 1, maxLength: 2 });
const somePaths = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

test('paths of which one is in the way of another are found, and no others', () => {
  fc.assert(fc.property(somePaths, checkCollisions), { numRuns: 1_000 });
});

function checkCollisions(parts: string[][]): void {
  const list = new PageList();
  const paths = parts.map((each) => each.join('/'));
  list.add({ length: paths.length, of: (index) => [page(paths[index] ?? '', [`${index}`])] });
  const folded = paths.map((path) => path.normalize('NFC').toLowerCase());
  const meet = (a: string, b: string) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
  const isWrong = folded.some((a, index) => folded.some((b, other) => index !== other && meet(a, b)));
  const found = collisions(list);
  // Many paths are compared by their fingerprints first.
  limits.KEPT_PAGES = 0;
  const foundAmongMany = collisions(list);
  limits.KEPT_PAGES = 50_000;
  expect(foundAmongMany).toEqual(found);
  expect(found.length > 0).toBe(isWrong);
  for (const { params } of found) {
    const { first, second } = params as { first: string; second: string };
    expect(meet(folded[Number(first)] ?? '', folded[Number(second)] ?? '')).toBe(true);
  }
}
