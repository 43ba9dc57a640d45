import type { Finding } from '../diagnostics/finding.js';
import type { State } from './state.js';

/**
 * A state for a process that builds again and again: values stay in memory as they are, so that those of unchanged
 * inputs are the same objects from build to build, and the file is written after the first build and at the end.
 * Nobody may change a value.
 */
export class KeptState {
  readonly #open: () => State;
  /** Of the last build that ended well. */
  #values = new Map<string, unknown>();
  /** Of a build that failed after it, so that what it has read is not read again; one alone, or errors would pile up. */
  #failed = new Map<string, unknown>();
  #isSaved = false;

  /** @param open opens the file */
  constructor(open: () => State) {
    this.#open = open;
  }

  /** @returns the state for one build */
  begin(): State {
    const [before, failed] = [this.#values, this.#failed];
    const now = new Map<string, unknown>();
    const file = this.#isSaved ? null : this.#open();
    return {
      isEmpty: () => before.size === 0 && (file?.isEmpty() ?? true),
      get: <T>(digest: string): T | undefined => {
        // The digest says what was kept under it, and so of what type it is.
        const value = (now.get(digest) ?? before.get(digest) ?? failed.get(digest) ?? file?.get<T>(digest)) as
          | T
          | undefined;
        if (value !== undefined) now.set(digest, value);
        return value;
      },
      set: (digest, value, json) => {
        now.set(digest, value);
        file?.set(digest, value, json);
      },
      save: () => {
        this.#values = now;
        this.#failed = new Map();
        this.#isSaved = true;
        return file?.save() ?? [];
      },
      close: () => {
        this.#failed = now;
        file?.close();
      },
    };
  }

  /** Writes what the last build knew. @returns an info when the file could not be written */
  end(): Finding[] {
    if (!this.#isSaved) return [];
    const file = this.#open();
    for (const [digest, value] of this.#values) file.set(digest, value);
    return file.save();
  }
}
