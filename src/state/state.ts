import { join } from 'node:path';
import { type Finding, find } from '../diagnostics/finding.js';
import { Draft } from './draft.js';
import { SlotFile } from './slots.js';

/** The one file, in `.zhaideng/` beside the content. */
const NAME = 'state';

/**
 * What earlier builds learnt, by the digest of what they learnt it from. It saves time and nothing else: a
 * file that is missing, damaged, another program's or another version's is an empty state.
 */
export interface State {
  /** @returns whether it had nothing of earlier builds when it was opened */
  isEmpty(): boolean;
  /** @returns the value that was kept under the digest, or undefined when there is none or it is damaged */
  get<T>(digest: string): T | undefined;
  /**
   * Keeps a value that JSON can hold.
   * @param json the value's JSON, where the caller has it
   */
  set(digest: string, value: unknown, json?: string): void;
  /**
   * Writes the entries that were read or set since the state was opened, and forgets the others; not when they
   * are those that the file holds already. Once, at the build's end: the state is closed then.
   * @returns an info when the file could not be written
   */
  save(): Finding[];
  /** Lets go of the file without writing, after a build that failed. */
  close(): void;
}

/**
 * @param dir folder of the state's file; made when there is something to write
 * @param programDigest another one makes the state empty
 */
export function openState(dir: string, programDigest: string): State {
  return new StateFile(dir, programDigest);
}

/** A state that remembers nothing (`--no-cache`). */
export function noState(): State {
  return { isEmpty: () => true, get: () => undefined, set: () => undefined, save: () => [], close: () => undefined };
}

class StateFile implements State {
  readonly #dir: string;
  readonly #head: string;
  #old: SlotFile | null;
  /** Entries of the old file that are still good. */
  readonly #used = new Set<string>();
  #draft: Draft | null = null;
  #failure: unknown = null;

  constructor(dir: string, programDigest: string) {
    this.#dir = dir;
    this.#head = `zhaideng state 1\t${programDigest}\n`;
    this.#old = SlotFile.open(join(dir, NAME), this.#head);
  }

  isEmpty(): boolean {
    return this.#old === null || this.#old.size === 0;
  }

  get<T>(digest: string): T | undefined {
    const isNew = this.#draft?.has(digest) ?? false;
    const text = isNew ? this.#draft?.read(digest) : this.#old?.read(digest);
    if (text === undefined) return undefined;
    try {
      const value: T = JSON.parse(text.toString());
      if (!isNew) this.#used.add(digest);
      return value;
    } catch {
      return undefined;
    }
  }

  set(digest: string, value: unknown, json: string = JSON.stringify(value)): void {
    const text = Buffer.from(json);
    if (!this.#draft?.has(digest) && this.#old?.read(digest)?.equals(text)) {
      this.#used.add(digest);
      return;
    }
    this.#used.delete(digest);
    this.#attempt(() => this.#drafted().add(digest, text));
  }

  save(): Finding[] {
    if (this.#draft !== null || this.#used.size !== (this.#old?.size ?? 0)) {
      this.#attempt(() => {
        const draft = this.#drafted();
        for (const digest of this.#used) {
          const text = this.#old?.read(digest);
          if (text !== undefined && !draft.has(digest)) draft.add(digest, Buffer.from(text));
        }
        draft.finish(join(this.#dir, NAME));
        this.#draft = null;
      });
    }
    this.close();
    if (this.#failure === null) return [];
    const file = join(this.#dir, NAME);
    const reason = this.#failure instanceof Error ? this.#failure.message : String(this.#failure);
    return [find('state-not-saved', file, undefined, { path: file, reason })];
  }

  close(): void {
    this.#draft?.drop();
    this.#draft = null;
    this.#old?.close();
    this.#old = null;
  }

  #drafted(): Draft {
    this.#draft ??= new Draft(this.#dir, this.#head);
    return this.#draft;
  }

  /** After the first failure nothing more is written: the next build does the work again. */
  #attempt(act: () => void): void {
    if (this.#failure !== null) return;
    try {
      act();
    } catch (error) {
      this.#failure = error;
      this.#draft?.drop();
      this.#draft = null;
    }
  }
}
