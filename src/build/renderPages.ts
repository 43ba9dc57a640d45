import { type Finding, find } from '../diagnostics/finding.js';
import { InputChanged } from '../load/load.js';
import type { Page, PageOf } from '../plan/page.js';
import type { ViewKind } from '../plan/views/index.js';
import { PublishError } from '../publish/index.js';
import type { Output } from '../publish/output.js';
import type { Theme } from '../render/theme.js';

/**
 * Makes every page whose key changed and stages it.
 * @returns how many were made; a template that fails is a finding
 * @throws InputChanged, PublishError
 */
export async function renderPages(
  pages: readonly Page[],
  theme: Theme,
  output: Output,
): Promise<{ count: number; findings: Finding[] }> {
  let count = 0;
  for (const page of pages) {
    if (output.keep(page.path, page.key)) continue;
    try {
      output.stage(page.path, page.key, page.phase, await renderOne(page, theme));
      count++;
    } catch (error) {
      if (error instanceof InputChanged || error instanceof PublishError) throw error;
      return {
        count,
        findings: [
          find('page-not-rendered', page.from[0] ?? page.path, undefined, {
            page: page.path,
            kind: page.kind,
            why: causeOf(error),
          }),
        ],
      };
    }
  }
  return { count, findings: [] };
}

async function renderOne<K extends ViewKind>(page: PageOf<K>, theme: Theme): Promise<string | Uint8Array> {
  return theme.render(page.kind, await page.model(), page);
}

/** The innermost message: what the template engine itself says. */
function causeOf(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  return (innermost instanceof Error ? innermost.message : String(innermost)).replace(/\s+/gu, ' ').slice(0, 300);
}
