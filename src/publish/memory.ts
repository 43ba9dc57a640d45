import { find } from '../diagnostics/finding.js';
import { digestOf } from '../load/digest.js';
import type { Phase } from '../plan/page.js';
import type { Pin } from '../plan/site/pin.js';
import { PublishError } from './failure.js';
import type { Output, PublishReport } from './output.js';
import { isSafePath } from './outputPath.js';

/** One file of the preview. */
export interface MemoryFile {
  key: string;
  digest: string;
  bytes: Uint8Array;
}

/** What one publication changed, by path in code-unit order. */
export interface Publication {
  /** Counts from 1; a publication that changes no byte has none. */
  revision: number;
  /** New or with other bytes. */
  written: string[];
  removed: string[];
  /** The site before: `written` and `removed` can be looked up in it. */
  before: ReadonlyMap<string, MemoryFile>;
}

/**
 * The preview's site. Publishing exchanges the whole site in one assignment, so a request sees the old one
 * or the new one, never some of each.
 */
export class MemoryOutput implements Output {
  /** 0 until something was published. */
  revision = 0;
  #files: ReadonlyMap<string, MemoryFile> = new Map();
  #next: Map<string, MemoryFile> | null = null;
  #listeners = new Set<(publication: Publication) => void>();
  readonly #pins: readonly Pin[];

  /** @param pins whose each address is that a build has published: what the preview shows pins nothing by itself */
  constructor(pins: readonly Pin[] = []) {
    this.#pins = pins;
  }

  /** @returns the published file, or undefined */
  get(path: string): MemoryFile | undefined {
    return this.#files.get(path);
  }

  /** The published site. It never changes: the next publication brings another map. */
  get files(): ReadonlyMap<string, MemoryFile> {
    return this.#files;
  }

  /**
   * Hears of every publication that changed something, when the new files can be had already.
   * @returns a function that ends it
   */
  onPublish(listener: (publication: Publication) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async open(): Promise<void> {
    this.#next = new Map();
  }

  pins(): readonly Pin[] {
    return this.#pins;
  }

  keep(page: { path: string; readonly key: string }): boolean {
    const file = this.#files.get(page.path);
    if (file === undefined || file.key !== page.key) return false;
    this.#opened().set(page.path, file);
    return true;
  }

  stage(path: string, key: string, _phase: Phase, bytes: Uint8Array | string, staged?: () => void): void {
    // Also here, so that the preview reports what a build would.
    if (!isSafePath(path)) throw new PublishError([find('output-path-invalid', path, undefined, { path })]);
    const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    const digest = digestOf(data);
    const same = this.#files.get(path);
    // The bytes that are there already are kept, so that a page with a new key costs no second copy.
    this.#opened().set(path, { key, digest, bytes: same?.digest === digest ? same.bytes : data });
    staged?.();
  }

  /** Nothing waits. */
  flush(): void {}

  /** The preview's site lies in the memory of one thread. */
  stagingPlace(): null {
    return null;
  }

  mayHold(path: string): boolean {
    return this.#files.has(path);
  }

  take(path: string): void {
    throw new Error(`No worker can stage ${path} in this memory`);
  }

  failureOf(_path: string, error: unknown): unknown {
    return error;
  }

  async publish(): Promise<PublishReport> {
    const next = this.#opened();
    const before = this.#files;
    const written: string[] = [];
    for (const [path, file] of next) if (before.get(path)?.digest !== file.digest) written.push(path);
    const removed = [...before.keys()].filter((path) => !next.has(path));
    this.#files = next;
    this.#next = null;
    if (written.length + removed.length > 0) {
      this.revision += 1;
      const publication = { revision: this.revision, written: written.sort(), removed: removed.sort(), before };
      for (const listener of this.#listeners) listener(publication);
    }
    return { written: written.length, unchanged: next.size - written.length, removed: removed.length };
  }

  async abandon(): Promise<void> {
    this.#next = null;
  }

  #opened(): Map<string, MemoryFile> {
    if (this.#next === null) throw new Error('The output is not open: call open() first, and once for each build');
    return this.#next;
  }
}
