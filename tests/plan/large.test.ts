import { expect, test, vi } from 'vitest';
import { digest, type Planned, plan } from './planned.js';

const limits = vi.hoisted(() => ({ REMEMBERING: 20_000, KEPT_PAGES: 50_000, SHARED: 40_000 }));
vi.mock('../../src/plan/site/large.js', () => limits);

const names = ['陆明', '罗青', '区长 白云', '陆明明', '罗小青', '市长 江河'];
const files = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => {
    const speakers = Array.from({ length: 1 + (index % 5) }, (_, at) => names[(index * 3 + at) % names.length] ?? '');
    return [`${2000 + (index % 20)}-${index}.txt`, digest(...new Set(speakers))];
  }),
);

async function pagesOf({ pages }: Planned): Promise<unknown[]> {
  const all = [];
  for (const page of pages) {
    const { path, kind, key, phase, from } = page;
    all.push([path, kind, key, phase, from, kind === 'file' ? null : JSON.stringify(await page.model())]);
  }
  return all;
}

test('a site of which nothing is kept has the same pages, keys and texts', async () => {
  const expected = await pagesOf(await plan(files, 'https://x.cn'));
  expect(expected.length).toBeGreaterThan(150);
  limits.REMEMBERING = 0;
  limits.KEPT_PAGES = 0;
  expect(await pagesOf(await plan(files, 'https://x.cn'))).toEqual(expected);
});
