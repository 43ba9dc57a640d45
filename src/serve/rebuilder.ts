import { type Finding, find, type Language, toPlain } from '../diagnostics/finding.js';
import { PublishError } from '../publish/failure.js';
import type { MemoryOutput } from '../publish/memory.js';
import type { Hub } from './live/hub.js';
import { problemOf } from './live/problem.js';
import type { ServeLog } from './serve.js';
import { words } from './words.js';

export interface RebuildResult {
  /** False when there are errors: the output is as it was. */
  ok: boolean;
  findings: Finding[];
  /** Folders and files to watch besides the known ones. */
  watch: string[];
}

/**
 * Runs the whole pipeline into the memory output.
 * @param changed paths of what may have changed since the last time, files and folders; null where anything may have
 */
export type Rebuild = (changed: ReadonlySet<string> | null) => Promise<RebuildResult>;

export interface RebuilderOptions {
  rebuild: Rebuild;
  output: MemoryOutput;
  hub: Hub;
  language: Language;
  log: ServeLog;
}

/** Runs a rebuild and tells the terminal and the open pages what came of it. Nothing gets past it as an exception. */
export class Rebuilder {
  /** When the last rebuild began, in milliseconds since 1970. */
  startedAt = 0;
  readonly #options: RebuilderOptions;
  #changed = 0;
  #wasOk = true;
  #reported = '';

  constructor(options: RebuilderOptions) {
    this.#options = options;
    options.output.onPublish(({ written, removed }) => {
      this.#changed = written.length + removed.length;
    });
  }

  /**
   * @param changed see {@link Rebuild}
   * @returns what the rebuild wants watched besides; null when it did not say, as it crashed
   */
  async run(changed: ReadonlySet<string> | null): Promise<string[] | null> {
    const { rebuild, output, hub, language, log } = this.#options;
    this.startedAt = Date.now();
    const began = performance.now();
    this.#changed = 0;
    let result: RebuildResult | null = null;
    let findings: Finding[];
    try {
      result = await rebuild(changed);
      findings = result.findings;
    } catch (error) {
      findings = error instanceof PublishError ? error.findings : [crash(error)];
    }
    const ok = result?.ok ?? false;
    this.#report(findings, ok);
    const time = Math.round(performance.now() - began);
    const text = words[language];
    if (!ok) log.say(output.revision > 0 ? text.failed : text.failedFirst);
    else if (!this.#wasOk) log.say(text.mended);
    if (this.#changed > 0) log.say(text.updated(this.#changed, time));
    this.#wasOk = ok;
    hub.announce(ok ? null : problemOf(findings, output.revision > 0, language));
    return result?.watch ?? null;
  }

  /** The same warnings after every save would hide what is new; errors are said until they are mended. */
  #report(findings: readonly Finding[], ok: boolean): void {
    const all = JSON.stringify(findings.map(toPlain));
    if (findings.length > 0 && (all !== this.#reported || !ok)) this.#options.log.report(findings);
    this.#reported = all;
  }
}

/** An exception that brings no findings is a fault of the program. */
function crash(error: unknown): Finding {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return find('rebuild-crashed', 'zhaideng dev', undefined, { message: message.split('\n')[0] ?? '' });
}
