import { basename, dirname, join } from 'node:path';
import { find } from '../diagnostics/finding.js';
import { PublishError } from './failure.js';
import { codeOf, type FileSystem, readWhole, writeWhole } from './fileSystem.js';
import { isRunning, type Owner } from './owner.js';

/** A lock whose owner cannot be seen from here (another machine or container) is believed for an hour. */
const UNSEEN = 60 * 60 * 1000;
/** One that says nothing is being written this moment, or was torn by a power cut. */
const EMPTY = 10 * 1000;

/** The locks that this process holds: one that bears its name and is not among them was not given back. */
const holding = new Set<string>();

/**
 * One build at a time in an output: two would mix their pages. The file appears whole (a hard link to one
 * already written), and that of a process that no longer runs is taken over.
 */
export class Lock {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #text: string;

  private constructor(files: FileSystem, path: string, text: string) {
    this.#files = files;
    this.#path = path;
    this.#text = text;
  }

  /**
   * Takes the lock.
   * @param path the lock's file
   * @param show a path on disk as the user knows it
   * @throws PublishError when another process holds it; the file system's error
   */
  static take(files: FileSystem, path: string, owner: Owner, show: (path: string) => string): Lock {
    const text = JSON.stringify(owner);
    const lock = new Lock(files, path, text);
    const draft = `${path}.${owner.pid}`;
    try {
      writeWhole(files, draft, [Buffer.from(text)], false);
      for (let attempt = 0; !lock.#create(draft); attempt += 1) {
        const held = lock.#held();
        if (held !== null && (attempt > 2 || lock.#isHeld(held))) {
          const pid = held.owner?.pid ?? '?';
          throw new PublishError([find('output-locked', show(path), undefined, { path: show(path), pid })]);
        }
        if (held !== null) lock.#remove(held.text);
      }
    } finally {
      lock.#quietlyUnlink(draft);
    }
    holding.add(path);
    lock.#sweep();
    return lock;
  }

  /** @returns true while the lock is still ours: two processes may have taken over a dead one's at the same time */
  isOurs(): boolean {
    return this.#held()?.text === this.#text;
  }

  /** Gives the lock back. A failure leaves the lock of a process that is about to end, which nobody minds. */
  release(): void {
    holding.delete(this.#path);
    try {
      if (this.isOurs()) this.#files.unlinkSync(this.#path);
    } catch {}
  }

  #isHeld({ text, owner, age }: Held): boolean {
    if (text === this.#text) return holding.has(this.#path);
    if (owner === null) return age < EMPTY;
    const running = isRunning(owner);
    return running === 'unknown' ? age < UNSEEN : running;
  }

  #create(draft: string): boolean {
    try {
      this.#files.linkSync(draft, this.#path);
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') return false;
      if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
      return this.#createWithoutLink();
    }
  }

  /** For file systems without hard links (FAT, some network ones). */
  #createWithoutLink(): boolean {
    try {
      this.#files.closeSync(this.#files.openSync(this.#path, 'wx'));
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
    writeWhole(this.#files, this.#path, [Buffer.from(this.#text)], false);
    return true;
  }

  #held(): Held | null {
    try {
      const text = readWhole(this.#files, this.#path).toString();
      const age = Date.now() - this.#files.lstatSync(this.#path).mtimeMs;
      return { text, owner: ownerOf(text), age };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * Moves a dead process's lock away. Between our look and the move another process may have done so and
   * taken the lock; then it is put back.
   */
  #remove(text: string): void {
    const aside = `${this.#path}.dead`;
    try {
      this.#files.renameSync(this.#path, aside);
      if (readWhole(this.#files, aside).toString() !== text) this.#files.linkSync(aside, this.#path);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
    }
    this.#quietlyUnlink(aside);
  }

  /** Drafts of processes that were killed in the middle of {@link take}. */
  #sweep(): void {
    const folder = dirname(this.#path);
    const prefix = `${basename(this.#path)}.`;
    try {
      for (const name of this.#files.readdirSync(folder)) {
        if (!name.startsWith(prefix)) continue;
        const path = join(folder, name);
        if (Date.now() - this.#files.lstatSync(path).mtimeMs > EMPTY) this.#quietlyUnlink(path);
      }
    } catch {}
  }

  #quietlyUnlink(path: string): void {
    try {
      this.#files.unlinkSync(path);
    } catch {}
  }
}

interface Held {
  text: string;
  /** Null when the file says nothing that makes sense. */
  owner: Owner | null;
  /** Milliseconds. */
  age: number;
}

function ownerOf(text: string): Owner | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { pid, started, boot, space } = value as Partial<Record<keyof Owner, unknown>>;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return null;
    if (typeof started !== 'string' || typeof boot !== 'string' || typeof space !== 'string') return null;
    return { pid, started, boot, space };
  } catch {
    return null;
  }
}
