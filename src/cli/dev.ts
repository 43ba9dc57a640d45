import { resolve } from 'node:path';
import stringWidth from 'string-width';
import { buildSite } from '../build/build.js';
import { compileEarlier } from '../build/longRun.js';
import { TextStore } from '../editions/textStore.js';
import { KnownFiles } from '../load/knownFiles.js';
import { PlanMemory } from '../plan/site/known.js';
import { programDigest } from '../program.js';
import { MemoryOutput, publishedPins } from '../publish/index.js';
import { ServeError, serve } from '../serve/index.js';
import { KeptState } from '../state/kept.js';
import { openState } from '../state/state.js';
import { stateFolder } from './build.js';
import { printWith } from './diagnostics.js';
import type { Terminal } from './terminal.js';

export interface DevArguments {
  content: string;
  templates: string;
  port: number;
  strictPort?: boolean;
  host: string;
  open?: boolean;
  baseUrl?: string;
}

/** `zhaideng dev`: builds, watches, serves with live reload, until it is interrupted. @returns the exit status */
export async function dev(options: DevArguments, terminal: Terminal, cwd: string): Promise<number> {
  const output = new MemoryOutput(publishedPins(resolve(cwd, 'dist')));
  const roots = [options.content, options.templates].map((path) => resolve(cwd, path));
  let prefix = '/';
  // Kept from build to build: a saved edition's speakers have spoken in many others.
  const texts = new TextStore(stateFolder(cwd, options.content));
  const state = new KeptState(() => openState(stateFolder(cwd, options.content), programDigest));
  const known = new KnownFiles();
  const plans = new PlanMemory();
  const rebuild = async (changed: ReadonlySet<string> | null) => {
    if (changed === null) known.clear();
    else known.forget(changed);
    const result = await buildSite({
      cwd,
      content: options.content,
      templates: options.templates,
      baseUrl: options.baseUrl ?? null,
      strict: false,
      texts,
      known,
      plans,
      openState: () => state.begin(),
      output,
    });
    if (result.ok) prefix = result.prefix;
    return { ok: result.ok, findings: result.findings, watch: [] };
  };
  try {
    const preview = await serve({
      port: options.port,
      strictPort: options.strictPort ?? false,
      host: options.host,
      open: options.open ?? false,
      prefix: () => prefix,
      output,
      rebuild,
      recheck: (goesOn) => known.changed(goesOn),
      roots: () => roots,
      language: terminal.language,
      log: { say: (text) => terminal.say(text), report: (findings) => printWith(stringWidth, findings, terminal, cwd) },
    });
    compileEarlier();
    await interrupted();
    await preview.close();
    state.end();
    return 0;
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    printWith(stringWidth, error.findings, terminal, cwd);
    return 1;
  } finally {
    texts.close();
  }
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
