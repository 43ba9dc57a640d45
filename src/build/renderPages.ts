import type { Finding } from '../diagnostics/finding.js';
import { InputChanged } from '../load/load.js';
import type { Page, PageOf } from '../plan/page.js';
import type { PageList } from '../plan/pageList.js';
import type { ViewKind } from '../plan/views/index.js';
import { codeOf } from '../publish/fileSystem.js';
import type { Output } from '../publish/output.js';
import type { StagingPlace } from '../publish/stager.js';
import type { Theme } from '../render/theme.js';
import { pieceOf, share } from './share.js';
import { type DuePage, PageError, unflatten } from './tasks.js';
import type { Helper } from './threads.js';

/** Below so many pages a worker costs more than it gives: it starts, reads the theme and plans the site. */
const WORTH = 1500;
/** Pages in a piece at most: some 10 ms. */
const PIECE = 20;

export interface Rendering {
  pages: PageList;
  theme: Theme;
  output: Output;
  /** @returns workers that have planned the same pages */
  helpers(place: StagingPlace): readonly Helper[];
}

/**
 * Makes every page whose key changed and stages it.
 * @returns how many were made; a template that fails is a finding
 * @throws InputChanged, PublishError, WorkerLost
 */
export async function renderPages({
  pages,
  theme,
  output,
  helpers,
}: Rendering): Promise<{ count: number; findings: Finding[] }> {
  const due: number[] = [];
  let planned = 0;
  for (const page of pages) {
    if (!output.keep(page)) due.push(planned);
    planned += 1;
  }
  const place = due.length < WORTH ? null : output.stagingPlace();
  /** Of several pages that fail the first one is told, whatever thread it fell to. */
  let failed: { index: number; error: unknown } | null = null;
  const fail = (index: number, error: unknown): void => {
    if (failed === null || index < failed.index) failed = { index, error };
  };
  let count = 0;
  let at = 0;
  await share(place === null ? [] : helpers(place), {
    next: () => {
      if (failed !== null || at >= due.length) return undefined;
      const from = at;
      at += pieceOf(due.length - from, PIECE);
      return due.slice(from, at);
    },
    here: async (piece) => {
      let staged = 0;
      const taken = (): void => {
        staged += 1;
        count += 1;
      };
      try {
        const asked = piece.map((index) => pages.at(index));
        const put = async (page: Page): Promise<void> =>
          output.stage(page.path, page.key, page.phase, await renderPage(page, theme), taken);
        await stageAll(asked, { put, flush: () => output.flush() });
      } catch (error) {
        fail(piece[staged] ?? -1, error);
      }
    },
    there: async (piece, helper) => {
      const asked: DuePage[] = piece.map((index) => ({ index, mayHold: output.mayHold(pages.at(index)?.path ?? '') }));
      const { staged, failure } = await helper.ask('render', asked);
      for (const [which, file] of staged.entries()) {
        const page = pages.at(piece[which] ?? -1);
        if (page) output.take(page.path, page.key, page.phase, file);
        count++;
      }
      if (failure === null) return;
      const index = piece[staged.length] ?? -1;
      fail(index, asFailed(output, pages.at(index), unflatten(failure)));
    },
  });
  return outcome(count, failed);
}

function outcome(count: number, failed: { error: unknown } | null): { count: number; findings: Finding[] } {
  if (failed === null) return { count, findings: [] };
  if (failed.error instanceof PageError) return { count, findings: [failed.error.finding] };
  throw failed.error;
}

/** An error of the disk is one of publishing, in words for people. */
function asFailed(output: Output, page: Page | undefined, error: Error): unknown {
  return codeOf(error) === null ? error : output.failureOf(page?.path ?? '', error);
}

/**
 * @returns the output's text or bytes
 * @throws InputChanged, PageError
 */
export async function renderPage<K extends ViewKind>(page: PageOf<K>, theme: Theme): Promise<string | Uint8Array> {
  try {
    return await theme.render(page.kind, await page.model(), page);
  } catch (error) {
    throw error instanceof InputChanged ? error : PageError.of(page as Page, error);
  }
}

/** Where a thread puts the pages that it makes. */
export interface Staging {
  /** Makes a page and puts it; an error may be that of an earlier one, which waited. */
  put(page: Page, which: number): Promise<void>;
  flush(): void;
}

/**
 * Makes and stages some pages.
 * @throws the error of the first page that failed: the first of which nobody heard that it is staged
 */
export async function stageAll(pages: readonly (Page | undefined)[], { put, flush }: Staging): Promise<void> {
  try {
    for (const [which, page] of pages.entries()) {
      if (page === undefined) throw new Error('A page is asked for that is not in the plan');
      await put(page, which);
    }
  } finally {
    // After a page that failed too: those before it may fail here, and theirs is the error to tell.
    flush();
  }
}
