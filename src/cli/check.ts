import { resolve } from 'node:path';
import { fails } from '../build/build.js';
import { frameOf, planContent, themeOf } from '../build/planContent.js';
import { type ReadContent, type ReadOptions, readContent } from '../build/readContent.js';
import { append } from '../diagnostics/append.js';
import { find } from '../diagnostics/finding.js';
import { InputChanged } from '../load/load.js';
import { byCodeUnits, byNewest } from '../plan/site/order.js';
import type { Pin } from '../plan/site/pin.js';
import { type PlannedEdition, unplaced } from '../plan/site/site.js';
import { gatherSpeakers } from '../plan/site/speakers.js';
import { publishedPins } from '../publish/index.js';
import { addAccounting, emptyAccounting } from '../records/accounting.js';
import type { EditionRecord } from '../records/edition.js';
import { noState } from '../state/state.js';
import { messageOf, printFindings } from './diagnostics.js';
import { printProof } from './proof.js';
import { recordOf } from './records.js';
import type { Terminal } from './terminal.js';

export interface CheckArguments {
  content: string;
  json?: boolean;
  strict?: boolean;
}

/** `zhaideng check [PATH…]`: reads and proofreads, writes nothing. @returns the exit status */
export async function check(
  paths: readonly string[],
  options: CheckArguments,
  terminal: Terminal,
  cwd: string,
): Promise<number> {
  const where = { cwd, content: options.content, ...(paths.length > 0 ? { only: [...paths] } : {}) };
  try {
    return await checkOnce(where, options, terminal);
  } catch (error) {
    if (!(error instanceof InputChanged)) throw error;
    await printFindings([find('input-keeps-changing', error.file)], terminal, cwd);
    return 1;
  }
}

async function checkOnce(where: ReadOptions, { json, strict }: CheckArguments, terminal: Terminal): Promise<number> {
  const read = await readContent(where, noState());
  // What a build of the whole would publish over; pasted files are looked at by themselves.
  const pins = where.only === undefined ? publishedPins(resolve(where.cwd, 'dist')) : [];
  await plan(read, where, pins);
  const records: EditionRecord[] = [];
  let accounting = emptyAccounting;
  for (const edition of await editionsOf(read, pins)) {
    const whole = await read.library.whole(edition.input);
    accounting = addAccounting(accounting, edition.summary.accounting);
    if (json) records.push(recordOf(whole.edition, edition.speakers));
    else if (whole.edition.speeches.length > 0) printProof(whole, edition.summary, terminal);
  }
  if (json) {
    const messages = read.findings.map((finding) => messageOf(finding, terminal));
    terminal.result(JSON.stringify({ editions: records, messages, accounting }, null, 2));
  } else {
    terminal.result('');
    await printFindings(read.findings, terminal, where.cwd);
  }
  return fails(read.findings, strict ?? false) ? 1 : 0;
}

/**
 * Adds what only shows when every address is known: two sources for one, and one that no file can have. As in a
 * build, content with errors is not planned. Of the templates that a build would use only those of the content
 * folder's site are known.
 */
async function plan(read: ReadContent, { cwd, only }: ReadOptions, pins: readonly Pin[]): Promise<void> {
  if (fails(read.findings, false)) return;
  const { theme, findings } = await themeOf(cwd, only === undefined ? 'templates' : null);
  append(read.findings, findings);
  if (fails(findings, false)) return;
  append(read.findings, (await planContent(read, frameOf(read, theme, read.content.site.url), { pins })).plan.findings);
}

/** @returns editions by path, with the speakers of the site; a draft has those that it would have in it */
async function editionsOf({ read, content, folder }: ReadContent, pins: readonly Pin[]): Promise<PlannedEdition[]> {
  const editions = read.map((each) => unplaced(each, false)).sort((a, b) => byNewest(a.summary, b.summary));
  const published = editions.filter(({ summary }) => !summary.draft);
  const parts = { register: content.register, registerFile: `${folder}/speakers.yaml`, pins };
  if (published.length < editions.length) await gatherSpeakers(editions, parts);
  await gatherSpeakers(published, parts);
  return editions.sort((a, b) => byCodeUnits(a.summary.file, b.summary.file));
}
