import { type Finding, find, fromPlain, type PlainFinding, toPlain } from '../diagnostics/finding.js';
import type { PackedEdition } from '../editions/readEdition.js';
import type { EditionSummary } from '../editions/summary.js';
import type { SharedTexts } from '../editions/textStore.js';
import type { Input } from '../load/input.js';
import { InputChanged } from '../load/load.js';
import type { Content } from '../load/scan.js';
import type { Page } from '../plan/page.js';
import type { Pin } from '../plan/site/pin.js';
import type { OwnPage } from '../plan/site/site.js';
import { codeOf } from '../publish/fileSystem.js';
import type { StagedBytes, StagingPlace } from '../publish/stager.js';

/** What a worker needs before it reads editions. */
export interface ReadSetup {
  register: readonly string[];
  /** `punctuation` of `site.yaml`. */
  punctuation: { fullWidth: boolean };
}

/** What a worker needs to plan the same site as the main thread. */
export interface SiteSetup extends ReadSetup {
  cwd: string;
  templates: string;
  themeDigest: string;
  content: Content;
  folder: string;
  pages: OwnPage[];
  /** In the order of the inputs. */
  summaries: EditionSummary[];
  url: string | null;
  digest: string;
  pins: readonly Pin[];
  texts: SharedTexts | null;
}

/** A page by its index in the plan. */
export interface DuePage {
  index: number;
  /** See `Output.mayHold`. */
  mayHold: boolean;
}

/** What can be asked of a worker. */
export interface Tasks {
  setUpReading: { of: ReadSetup; gives: null };
  read: { of: Input[]; gives: PackedEdition[] };
  setUpSite: { of: SiteSetup; gives: null };
  setUpStaging: { of: StagingPlace; gives: null };
  /** @returns what was staged; fewer pages than asked for where one failed */
  render: { of: DuePage[]; gives: { staged: StagedBytes[]; failure: PlainFailure | null } };
}

export type TaskName = keyof Tasks;

/** An error on its way from a worker: classes and codes of errors do not get through. */
export type PlainFailure =
  | { is: 'changed'; file: string }
  | { is: 'finding'; finding: PlainFinding }
  | { is: 'error'; name: string; message: string; stack: string; code: string | null; path: string | null };

/** A page that could not be made: the template's fault or its model's. */
export class PageError extends Error {
  override readonly name = 'PageError';

  constructor(
    readonly finding: Finding,
    options?: ErrorOptions,
  ) {
    super(finding.message, options);
  }

  static of({ path, kind, from }: Pick<Page, 'path' | 'kind' | 'from'>, cause: unknown): PageError {
    const params = { page: path, kind, why: causeOf(cause) };
    return new PageError(find('page-not-rendered', from[0] ?? path, undefined, params), { cause });
  }
}

export function flatten(error: unknown): PlainFailure {
  if (error instanceof InputChanged) return { is: 'changed', file: error.file };
  if (error instanceof PageError) return { is: 'finding', finding: toPlain(error.finding) };
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;
  return { is: 'error', name, message, stack, code: codeOf(error), path };
}

/** @returns the error as this thread would have thrown it */
export function unflatten(failure: PlainFailure): Error {
  if (failure.is === 'changed') return new InputChanged(failure.file);
  if (failure.is === 'finding') return new PageError(fromPlain(failure.finding));
  const { name, message, stack, code, path } = failure;
  return Object.assign(
    new Error(message),
    { name, stack },
    code === null ? {} : { code },
    path === null ? {} : { path },
  );
}

/** The innermost message: what the template engine itself says. */
function causeOf(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  return (innermost instanceof Error ? innermost.message : String(innermost)).replace(/\s+/gu, ' ').slice(0, 300);
}
