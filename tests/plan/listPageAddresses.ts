import type { Page } from '../../src/plan/page.js';
import { PageList } from '../../src/plan/pageList.js';
import { robotsAndSitemaps } from '../../src/plan/pages/siteFiles.js';
import type { Site } from '../../src/plan/site/site.js';

/** @returns the addresses in the sitemap index of so many pages, and how many addresses each sitemap has */
export async function listPageAddresses(site: Site, count: number): Promise<{ index: string[]; parts: number[] }> {
  const model = () => Promise.reject(new Error('A sitemap needs no model'));
  const pages = Array.from({ length: count }, (_, n): Page => {
    return { path: `p${n}/index.html`, kind: 'text', phase: 'page', key: '', from: [], model };
  });
  const index: string[] = [];
  const parts: number[] = [];
  const list = new PageList();
  list.add({ length: count, of: (n) => pages.slice(n, n + 1) });
  for (const page of robotsAndSitemaps(site, list)) {
    if (page.kind === 'sitemapIndex') index.push(...(await page.model()).sitemaps);
    if (page.kind === 'sitemap') parts.push((await page.model()).urls.length);
  }
  return { index, parts };
}
