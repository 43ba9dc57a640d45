import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../load/digest.js';
import { type Plan, planSite } from '../plan/plan.js';
import { makeSite, type Site } from '../plan/site/site.js';
import { programDigest, programFolder } from '../program.js';
import { type LoadedTheme, loadTheme } from '../render/loadTheme.js';
import type { Theme } from '../render/theme.js';
import type { ReadContent } from './readContent.js';

/** @param templates the site's own, which lie over the program's; null for the program's alone */
export function themeOf(cwd: string, templates: string | null): Promise<LoadedTheme> {
  const builtin = fileURLToPath(new URL('templates/default', programFolder));
  return loadTheme({ templates: templates === null ? builtin : resolve(cwd, templates), builtin });
}

/**
 * Plans every output: the stage before anything is made. Not for content with errors.
 * @param url the site's address, or null where it is not known
 */
export async function planContent(
  { content, folder, library, read, pages }: ReadContent,
  theme: Theme,
  url: string | null,
): Promise<{ site: Site; plan: Plan }> {
  // The foot of every page names the site's own pages.
  const foot = pages.map(({ path, heading }) => `${path} ${heading}`);
  const digest = digestOf(programDigest, theme.digest, content.digestOfConfig, url ?? '', ...foot);
  const site = await makeSite({ content, folder, theme, library, pages, summaries: read, url, digest });
  return { site, plan: planSite(site) };
}
