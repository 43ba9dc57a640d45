import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Html, readHtml } from './html.js';

/**
 * Follows every internal reference of every page.
 * @param dist the published folder
 * @param prefix the path of the site's address, with slashes at both ends
 * @returns one line for each reference that leads to no file or to no element: `page → reference`
 */
export function brokenLinks(dist: string, prefix = '/'): string[] {
  const pages = new Map<string, Html>();
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.html') && !path.startsWith('.zhaideng')) {
      pages.set(path, readHtml(readFileSync(join(dist, path), 'utf8')));
    }
  }
  const host = 'https://site.invalid';
  const broken: string[] = [];
  for (const [path, { references }] of pages) {
    for (const reference of references) {
      const { origin, pathname, hash } = new URL(reference, `${host}${prefix}${path}`);
      if (origin !== host) continue;
      const target = pathname.startsWith(prefix)
        ? fileAt(dist, decodeURIComponent(pathname.slice(prefix.length)))
        : null;
      const id = decodeURIComponent(hash.slice(1));
      if (target === null || (id && !pages.get(target)?.ids.has(id))) broken.push(`${path} → ${reference}`);
    }
  }
  return broken;
}

/** @returns the file that a web server sends for a path, relative to `dist`, or null */
function fileAt(dist: string, path: string): string | null {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return existsSync(join(dist, file)) && statSync(join(dist, file)).isFile() ? file : null;
}
