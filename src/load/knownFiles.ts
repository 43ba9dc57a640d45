import { setImmediate as pause } from 'node:timers/promises';
import { digestOfFile } from './digest.js';
import type { Input } from './input.js';

/** A file as it was hashed. */
export interface KnownFile {
  digest: string;
  size: number;
  /** What was made of it, where nothing else belongs to it. */
  input?: Input;
}

/** So many changes at once are no person's typing: everything is read again. */
const MOST_CHANGES = 200;
/** Milliseconds of hashing without a pause, in which no request is answered. */
const AT_ONCE = 4;

/**
 * Digests of files, for a process that hears of every change: the preview. What changed is told by the system's
 * events and never by times; as events can be lost, {@link changed} reads everything again when there is time.
 */
export class KnownFiles {
  /** By the folded path: what an event calls a file may be composed or cased otherwise than the folder's listing. */
  readonly #files = new Map<string, KnownFile & { absolute: string }>();

  /** @returns the file as it was hashed last, or undefined when it may have changed since */
  get(absolute: string): KnownFile | undefined {
    const known = this.#files.get(fold(absolute));
    return known?.absolute === absolute ? known : undefined;
  }

  set(absolute: string, { digest, size }: KnownFile): void {
    this.#files.set(fold(absolute), { absolute, digest, size });
  }

  /** Keeps what was made of a file and of nothing else, as long as the file is known. */
  keep(input: Input): void {
    const known = this.get(input.absolute);
    if (known?.digest === input.own) known.input = input;
  }

  /** Forgets what changed. @param paths absolute, of files or of folders with all that lies in them */
  forget(paths: ReadonlySet<string>): void {
    if (paths.size > MOST_CHANGES) this.clear();
    for (const path of paths) {
      const folded = fold(path);
      if (this.#files.delete(folded)) continue;
      for (const file of this.#files.keys()) {
        if (file.startsWith(folded) && /^[/\\]/.test(file.slice(folded.length))) this.#files.delete(file);
      }
    }
  }

  /** Everything may have changed. */
  clear(): void {
    this.#files.clear();
  }

  /**
   * Reads every file again, in pieces of a few milliseconds.
   * @param goesOn false to end before
   * @returns paths of those that are no longer what they were
   */
  async changed(goesOn: () => boolean): Promise<string[]> {
    const changed: string[] = [];
    let began = performance.now();
    for (const [key, { absolute }] of [...this.#files]) {
      if (performance.now() - began > AT_ONCE) {
        await pause();
        if (!goesOn()) break;
        began = performance.now();
      }
      // It may have been hashed anew during the pause.
      const known = this.#files.get(key);
      if (known?.absolute === absolute && digestNow(absolute) !== known.digest) changed.push(absolute);
    }
    return changed;
  }
}

function digestNow(path: string): string | null {
  try {
    return digestOfFile(path).digest;
  } catch {
    return null;
  }
}

function fold(path: string): string {
  return /^[\0-@[-~]*$/.test(path) ? path : path.normalize('NFC').toLowerCase();
}
