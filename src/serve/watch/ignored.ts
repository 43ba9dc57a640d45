import { relative, sep } from 'node:path';
import { isJunk } from '../../load/fileName.js';

/**
 * By the rule that reading goes by, or the preview would not see changes of a file that is read.
 * @param root the watched folder; its own path may hold any name
 * @param path absolute path of something in it
 * @returns true when a change at the path can change nothing in the site
 */
export function isIgnored(root: string, path: string): boolean {
  const inside = relative(root, path);
  if (inside === '' || inside.startsWith('..')) return false;
  return inside.split(sep).some(isJunk);
}
