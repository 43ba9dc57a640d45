import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/build/readContent.js';
import type { Finding } from '../../src/diagnostics/finding.js';
import type { Page, PageOf } from '../../src/plan/page.js';
import { planSite } from '../../src/plan/plan.js';
import type { PlanMemory } from '../../src/plan/site/known.js';
import type { Pin } from '../../src/plan/site/pin.js';
import { makeSite, type Site } from '../../src/plan/site/site.js';
import type { ViewKind, Views } from '../../src/plan/views/index.js';
import type { Theme } from '../../src/render/theme.js';
import type { State } from '../../src/state/state.js';

const wordsFile = new URL('../../templates/default/words/zh-Hans.yaml', import.meta.url);
const words: Record<string, string> = parse(readFileSync(wordsFile, 'utf8'));

/** A theme without templates: what is planned does not depend on them. */
const plainTheme: Theme = {
  digest: 'theme',
  assets: [{ name: 'site.css', bytes: Buffer.from('p{}'), digest: '0123456789abcdef' }],
  words: () => words,
  render: () => '',
};

export interface Planned {
  site: Site;
  pages: Page[];
  /** Of reading, checking and planning. */
  findings: Finding[];
  /** The pages' paths. */
  paths: string[];
  /** @returns the only page of the path, with its model. @throws when it is missing or of another kind */
  model<K extends ViewKind>(kind: K, path: string): Promise<Views[K]>;
}

/** @returns a folder with a file for each entry, gone when the test has finished */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) writeInto(folder, path, text);
  return folder;
}

export function writeInto(folder: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A state that remembers nothing. */
export const forgetful: State = {
  isEmpty: () => true,
  get: () => undefined,
  set: () => undefined,
  save: () => [],
  close: () => undefined,
};

/** Reads, checks and plans the site of `content/` in a folder. @param memory what the last plan knew. @param pins of what was published before */
export async function planFolder(
  cwd: string,
  url: string | null = null,
  state: State = forgetful,
  memory?: PlanMemory,
  pins: readonly Pin[] = [],
): Promise<Planned> {
  const {
    content,
    folder,
    library,
    read,
    pages: own,
    findings,
  } = await readContent({ cwd, content: 'content' }, state);
  const digest = [content.digestOfConfig, url, ...own.map(({ path, heading }) => path + heading)].join();
  const parts = {
    content,
    folder,
    theme: plainTheme,
    library,
    pages: own,
    summaries: read,
    url,
    digest,
    pins,
    ...(memory && { memory }),
  };
  const site = await makeSite(parts);
  const failed = findings.some(({ fatal }) => fatal === true);
  const plan = failed ? null : planSite(site);
  const pages = plan ? [...plan.pages] : [];
  return {
    site,
    pages,
    findings: [...findings, ...(plan?.findings ?? [])],
    paths: pages.map(({ path }) => path),
    async model(kind, path) {
      const found = pages.filter((page) => page.path === path);
      const [page] = found;
      if (found.length !== 1 || page?.kind !== kind)
        throw new Error(`${found.length} pages at ${path}, a ${page?.kind}`);
      return (page as unknown as PageOf<typeof kind>).model();
    },
  };
}

/** Plans a site of these files, `content/` left out of their names. @param pins of what was published before */
export async function plan(
  files: Record<string, string | Uint8Array>,
  url: string | null = null,
  pins: readonly Pin[] = [],
): Promise<Planned> {
  const inContent = Object.entries(files).map(([path, text]) => [`content/${path}`, text] as const);
  return planFolder(folderWith(Object.fromEntries(inContent)), url, forgetful, undefined, pins);
}

/** A digest of speeches in the plainest form: `陆明` or `区长 陆明` → one speech with a headline and a paragraph. */
export function digest(...speakers: string[]): string {
  const lines = speakers.map((who, index) => {
    const line = who.includes(' ') ? who : `区委委员 ${who}`;
    return `${line}：抓好第${index + 1}件实事\n${who.split(' ').at(-1)}\n今年要办好第${index + 1}件实事，群众满意才算数。\n`;
  });
  return `凝心聚力 共谋发展\n${lines.join('')}`;
}
