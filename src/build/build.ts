import { append } from '../diagnostics/append.js';
import { type Finding, find, severityOf } from '../diagnostics/finding.js';
import { InputChanged } from '../load/load.js';
import type { PlanMemory } from '../plan/site/known.js';
import { SHARED } from '../plan/site/large.js';
import { PublishError } from '../publish/index.js';
import type { Output, PublishReport } from '../publish/output.js';
import type { State } from '../state/state.js';
import { frameOf, planContent, siteSetup, themeOf } from './planContent.js';
import { type ReadOptions, readContent } from './readContent.js';
import { renderPages } from './renderPages.js';
import { begin } from './stages.js';
import { type Helper, Threads, WorkerLost } from './threads.js';

export interface BuildOptions extends ReadOptions {
  /** The site's own templates, over the program's. */
  templates: string;
  /** The site's address; goes before that of `site.yaml`. */
  baseUrl: string | null;
  /** Warnings fail the build. */
  strict: boolean;
  /** What the last plan of this process knew. */
  plans?: PlanMemory;
  /** Opened for each attempt, and saved or closed by it. */
  openState(): State;
  output: Output;
  /** Threads at most, this one among them; one where nothing is said. */
  jobs?: number;
}

export interface BuildResult {
  /** False when there are errors: the output is as it was. */
  ok: boolean;
  findings: Finding[];
  editions: number;
  speeches: number;
  /** Planned outputs, and how many of them were rendered. */
  pages: number;
  rendered: number;
  /** Path prefix of the site's address. */
  prefix: string;
  published: PublishReport | null;
}

/** A file that changes all the time is being written by something; a person saves a few times at most. */
const ATTEMPTS = 5;

/**
 * The one road: load → parse → check → plan → render → publish. Whatever is wrong with content, configuration
 * or templates is among the findings; an error publishes nothing.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  for (let attempt = 1; ; attempt++) {
    const state = options.openState();
    const threads = new Threads(options.jobs ?? 1, options.content);
    try {
      const result = await attemptBuild(options, state, threads);
      begin('state');
      if (result.ok) append(result.findings, state.save());
      else state.close();
      begin('report');
      return result;
    } catch (error) {
      state.close();
      await options.output.abandon();
      if (error instanceof PublishError) return failed(error.findings);
      if (error instanceof WorkerLost) return failed([error.finding]);
      if (!(error instanceof InputChanged)) throw error;
      options.known?.clear();
      if (attempt === ATTEMPTS) return failed([find('input-keeps-changing', error.file)]);
    } finally {
      await threads.end();
    }
  }
}

async function attemptBuild(options: BuildOptions, state: State, threads: Threads): Promise<BuildResult> {
  const { cwd, templates, baseUrl, strict, output } = options;
  const content = await readContent(options, state, threads);
  const { findings } = content;
  if (content.read.length > SHARED) await threads.goOnAlone();
  begin('theme');
  const { theme, findings: themeFindings } = await themeOf(cwd, templates);
  append(findings, themeFindings);
  const { site: settings, siteFile } = content.content;
  const url = baseUrl ?? settings.url;
  // One that is wrong is not missing: the error about it is enough, and nothing is published before it is mended.
  const isWrong = findings.some(({ ruleId }) => ruleId === 'site-invalid');
  if (url === null && !isWrong) findings.push(find('no-site-address', siteFile ?? `${content.folder}/site.yaml`));
  if (fails(findings, strict)) return failed(findings);
  begin('plan');
  const frame = frameOf(content, theme, url);
  // Whose each address is: also what a publication says that was interrupted and is finished here.
  await output.open();
  const pins = output.pins();
  const planThere = (): readonly Helper[] => {
    const setup = siteSetup(content, frame, { cwd, templates, texts: options.texts?.share() ?? null, pins });
    return threads.start().map((helper) => helper.prepare('setUpSite', setup));
  };
  // Workers that have read plan in the time in which this thread does: what had to be read has to be rendered, mostly.
  const planning = threads.areRunning ? planThere() : null;
  const { site, plan } = await planContent(content, frame, { pins, memory: options.plans });
  append(findings, plan.findings);
  if (fails(plan.findings, strict)) {
    await output.abandon();
    return failed(findings);
  }
  begin('render');
  const rendered = await renderPages({
    pages: plan.pages,
    theme,
    output,
    helpers: (place) => (planning ?? planThere()).map((helper) => helper.prepare('setUpStaging', place)),
  });
  append(findings, rendered.findings);
  if (fails(rendered.findings, strict)) {
    await output.abandon();
    return failed(findings);
  }
  begin('publish');
  // Workers are gone by the time that all files stand in their places.
  const [, published] = await Promise.all([threads.end(), output.publish(site.pins)]);
  // Only a process that builds again has texts of before.
  if (options.known) content.library.keepOnly(content.content.inputs);
  return {
    ok: true,
    findings,
    editions: site.editions.length,
    speeches: site.editions.reduce((sum, { summary }) => sum + summary.speeches.length, 0),
    pages: plan.pages.length,
    rendered: rendered.count,
    prefix: site.addresses.prefix,
    published,
  };
}

/** @returns whether these findings keep a site from being published */
export function fails(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some((finding) => severityOf(finding) === 'error' || (strict && severityOf(finding) === 'warning'));
}

function failed(findings: readonly Finding[]): BuildResult {
  return {
    ok: false,
    findings: [...findings],
    editions: 0,
    speeches: 0,
    pages: 0,
    rendered: 0,
    prefix: '/',
    published: null,
  };
}
