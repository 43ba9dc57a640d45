import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encodePath } from '../../../src/serve/address.js';
import { inject } from '../../../src/serve/inject.js';
import { temporary } from '../preview.js';
import { Editor, type Files } from './editor.js';
import { Chance } from './texts.js';
import { type CleanBuild, cleanBuild, copyProgram, type Memory, type Pages, Watched } from './watched.js';

export interface SoakReport {
  edits: Record<string, number>;
  /** How often the site was good, and how often it could not be built. */
  good: number;
  bad: number;
  compared: number;
  differences: string[];
  /** The longest that the preview took to agree, in milliseconds, with the clean build meanwhile. */
  slowest: number;
  memory: Memory[];
}

/** The preview must agree within this time: a busy machine needs some seconds. Milliseconds. */
const PATIENCE = 30_000;

/** What the preview has to show. */
interface Expected {
  pages: Pages;
  prefix: string;
}

/**
 * Edits a site at random while `zhaideng dev` shows it, and compares, after each edit, every page that is served
 * with those of a clean build in a fresh process; where that fails, with those of the last good one, and the
 * overlay with the errors.
 */
export async function soak({ seconds, seed }: { seconds: number; seed: number }): Promise<SoakReport> {
  const folder = temporary();
  const site = join(folder, 'site');
  mkdirSync(site);
  const program = copyProgram(join(folder, 'program'));
  const chance = new Chance(seed);
  const editor = new Editor(site, chance);
  const build = (): Promise<CleanBuild> => cleanBuild(program, site, join(folder, 'dist'));
  const first = await build();
  if (!first.ok) throw new Error(`the first site cannot be built: ${first.errors}`);
  let expected: Expected | null = { pages: first.pages, prefix: '/' };
  let good: Files = new Map(editor.files);
  const watched = await Watched.start(program, site);
  const report: SoakReport = { edits: {}, good: 0, bad: 0, compared: 0, differences: [], slowest: 0, memory: [] };
  try {
    await watched.listen('/');
    const gone = new Set<string>();
    let isBad = false;
    const end = performance.now() + seconds * 1000;
    for (let step = 0; performance.now() < end && report.differences.length === 0; step += 1) {
      const mend = isBad && (expected === null || chance.once(2));
      if (mend) editor.restore(good);
      const { kind, atOnce } = mend ? { kind: 'mend', atOnce: true } : await editor.edit(isBad);
      report.edits[kind] = (report.edits[kind] ?? 0) + 1;
      const edited = performance.now();
      const clean = await build();
      isBad = !clean.ok;
      if (clean.ok) {
        for (const path of expected?.pages.keys() ?? []) gone.add(path);
        for (const path of clean.pages.keys()) gone.delete(path);
        expected = { pages: clean.pages, prefix: prefixOf(editor.files) };
        good = new Map(editor.files);
        report.good += 1;
      } else {
        // Of a site that was another one in between, that one is the last good one, or one of several.
        if (!atOnce) expected = null;
        report.bad += 1;
      }
      const problem = clean.ok ? null : clean.errors.slice(0, 10);
      const wrong = await agree(watched, expected, gone, problem, edited + PATIENCE, (count) => {
        report.compared += count;
      });
      report.slowest = Math.max(report.slowest, performance.now() - edited);
      report.differences.push(...wrong.map((text) => `step ${step}, ${kind}: ${text}`));
      if (step % 5 === 4) report.memory.push(await watched.memory());
      if (gone.size > 400) gone.clear();
    }
    if (watched.hasEnded) report.differences.push(`the preview ended:\n${watched.printed}`);
    if (existsSync(join(site, 'dist'))) report.differences.push('the preview wrote into dist/');
    if (report.differences.length > 0) report.differences.push(watched.printed.slice(-2000));
    return report;
  } finally {
    await watched.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function prefixOf(files: Files): string {
  const [, url] = /^url: (\S+)/m.exec(files.get('content/site.yaml') ?? '') ?? [];
  return url === undefined ? '/' : new URL(url).pathname;
}

/** @returns what still differs at the end of the time; empty as soon as nothing does */
async function agree(
  watched: Watched,
  expected: Expected | null,
  gone: ReadonlySet<string>,
  problem: string[] | null,
  until: number,
  count: (compared: number) => void,
): Promise<string[]> {
  for (;;) {
    const wrong = await differences(watched, expected, gone, problem);
    if (wrong.length === 0 || performance.now() > until || watched.hasEnded) {
      count((expected?.pages.size ?? 0) + gone.size);
      return wrong;
    }
    await pause(20);
  }
}

/** Looks until the first few: what is not there yet is looked for again anyway. */
async function differences(
  watched: Watched,
  expected: Expected | null,
  gone: ReadonlySet<string>,
  problem: string[] | null,
): Promise<string[]> {
  watched.hear();
  if (JSON.stringify(watched.problem) !== JSON.stringify(problem))
    return [`the overlay shows ${JSON.stringify(watched.problem)} and not ${JSON.stringify(problem)}`];
  if (expected === null) return [];
  const { pages, prefix } = expected;
  for (const [path, bytes] of pages) {
    const address = encodePath(prefix + path.replace(/(^|\/)index\.html$/, '$1'));
    const { status, body } = await watched.get(address);
    if (status !== 200) return [`${path}: ${status}`];
    if (!body.equals(path.endsWith('.html') ? withScriptOf(body, bytes) : bytes)) return [`${path}: other bytes`];
  }
  for (const path of gone) {
    const { status } = await watched.get(encodePath(prefix + path));
    if (status !== 404) return [`${path}: ${status}, and should be gone`];
  }
  return [];
}

function withScriptOf(served: Buffer, page: Buffer): Buffer {
  const [, src] = /<script src="([^"]*@zhaideng\/client\.js[^"]*)" defer>/.exec(served.toString('latin1')) ?? [];
  return src === undefined ? page : inject(page, src.replaceAll('&amp;', '&'));
}
