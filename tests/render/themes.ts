import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.js';
import type { PageOf } from '../../src/plan/page.js';
import type { ViewKind, Views } from '../../src/plan/views/index.js';
import { loadTheme, type Theme } from '../../src/render/index.js';

export const builtin = path.resolve(import.meta.dirname, '../../templates/default');

/** Loads the default theme with a site's own files over it. */
export async function themeWith(files: Record<string, string>): Promise<{ theme: Theme; findings: Finding[] }> {
  const templates = await mkdtemp(path.join(tmpdir(), 'zhaideng-theme-'));
  onTestFinished(() => rm(templates, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(templates, name)), { recursive: true });
    await writeFile(path.join(templates, name), text);
  }
  const loaded = await loadTheme({ templates, builtin });
  for (const finding of loaded.findings) finding.file = path.relative(templates, finding.file);
  return loaded;
}

/** Findings as `file:line:column rule name`, for comparing. */
export async function findingsWith(files: Record<string, string>): Promise<string[]> {
  const { findings } = await themeWith(files);
  return findings.map(({ file, line, column, ruleId, params }) =>
    `${file}:${line}:${column} ${ruleId} ${params.name ?? params.key ?? params.message ?? ''}`.trim(),
  );
}

export async function render<K extends ViewKind>(theme: Theme, kind: K, model: Views[K]): Promise<string> {
  const page: PageOf<K> = { path: `${kind}.html`, kind, phase: 'page', key: '', from: [], model: async () => model };
  return String(await theme.render(kind, model, page));
}
