import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../load/digest.js';
import { displayPath } from '../load/listing.js';
import { unreadable } from '../load/unreadable.js';
import { type Plan, planSite } from '../plan/plan.js';
import type { PlanMemory } from '../plan/site/known.js';
import type { Pin } from '../plan/site/pin.js';
import { makeSite, type Site } from '../plan/site/site.js';
import { programDigest, programFolder } from '../program.js';
import { type LoadedTheme, loadTheme } from '../render/loadTheme.js';
import type { Theme } from '../render/theme.js';
import type { ReadContent } from './readContent.js';
import type { SiteSetup } from './tasks.js';

/**
 * @param templates the site's own, which lie over the program's; null for the program's alone
 * @returns the theme; with an error among the findings nothing may be rendered
 */
export async function themeOf(cwd: string, templates: string | null): Promise<LoadedTheme> {
  const builtin = fileURLToPath(new URL('templates/default', programFolder));
  const alone = { templates: builtin, builtin };
  if (templates === null) return loadTheme(alone);
  const own = resolve(cwd, templates);
  try {
    return await loadTheme({ templates: own, builtin });
  } catch (error) {
    // A file with the folder's name, or one that may not be read: the site's fault, and not the program's.
    const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : own;
    return { ...(await loadTheme(alone)), findings: [unreadable(error, displayPath(path, cwd))] };
  }
}

/** What a site is made with, beside its content. */
export interface SiteFrame {
  theme: Theme;
  /** The site's address, or null where it is not known. */
  url: string | null;
  /** Of all that every page depends on. */
  digest: string;
}

export function frameOf({ content, pages }: ReadContent, theme: Theme, url: string | null): SiteFrame {
  // The foot of every page names the site's own pages.
  const foot = pages.map(({ path, heading }) => `${path} ${heading}`);
  return { theme, url, digest: digestOf(programDigest, theme.digest, content.digestOfConfig, url ?? '', ...foot) };
}

/** What a plan goes on from. */
export interface PlannedBefore {
  /** Whose each published address is. */
  pins: readonly Pin[];
  /** What the last plan knew. */
  memory?: PlanMemory | undefined;
}

/** Plans every output: the stage before anything is made. Not for content with errors. */
export async function planContent(
  { content, folder, library, read, pages }: ReadContent,
  { theme, url, digest }: SiteFrame,
  { pins, memory }: PlannedBefore,
): Promise<{ site: Site; plan: Plan }> {
  const site = await makeSite({
    content,
    folder,
    theme,
    library,
    pages,
    summaries: read,
    url,
    digest,
    pins,
    ...(memory && { memory }),
  });
  return { site, plan: planSite(site) };
}

/** @returns what a worker needs to plan the same site */
export function siteSetup(
  { content, folder, read, pages, register }: ReadContent,
  { theme, url, digest }: SiteFrame,
  rest: Pick<SiteSetup, 'cwd' | 'templates' | 'texts' | 'pins'>,
): SiteSetup {
  return {
    ...rest,
    themeDigest: theme.digest,
    url,
    // Findings are errors, and of an error little gets to another thread; the plan asks for none.
    content: { ...content, findings: [] },
    folder,
    pages,
    summaries: read.map(({ summary }) => summary),
    digest,
    register,
    punctuation: content.site.punctuation,
  };
}
