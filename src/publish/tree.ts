import type { Stats } from 'node:fs';
import { type FileSystem, isMissing } from './fileSystem.js';
import { parentOf, topOf } from './outputPath.js';

/** What stands at a path. `mount`: a folder on another file system, where no file can be renamed to. */
export type Kind = 'none' | 'file' | 'folder' | 'mount' | 'link' | 'other';

/** Folders that are remembered: files come in their order, so the next one lies near the last ones. */
const REMEMBERED = 4096;

/**
 * The output folder as it is on disk, links not followed. Folders are asked for once: under one that is
 * missing there is nothing, which saves a first build every look at its thousands of new folders.
 */
export class Tree {
  /** The file system that the folder lies on. */
  readonly device: number;
  readonly #files: FileSystem;
  readonly #root: string;
  readonly #folders = new Map<string, Kind>();
  /** Made by us a moment ago: nothing in them that we did not put there. */
  readonly #fresh = new Set<string>();

  /** @param root absolute path of an existing folder */
  constructor(files: FileSystem, root: string) {
    this.#files = files;
    this.#root = root;
    this.device = files.lstatSync(root).dev;
  }

  /** @throws the file system's error, for anything but a missing path */
  kind(path: string): Kind {
    // A first build asks for the name of every page, and for nothing else.
    const top = topOf(path);
    if (top !== '' && this.folder(top) !== 'folder') return 'none';
    const parent = parentOf(path);
    if (this.#fresh.has(parent) || this.folder(parent) !== 'folder') return 'none';
    return this.#look(path);
  }

  /** The same for a path that is to be a folder, remembered. */
  folder(path: string): Kind {
    if (path === '') return 'folder';
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const kind = this.kind(path);
    this.#remember(path, kind);
    return kind;
  }

  /** Makes a folder and those above it. */
  ensure(path: string): void {
    const kind = this.folder(path);
    if (kind === 'folder') return;
    if (kind !== 'none') throw new NotAFolder(`${this.#root}/${path}`);
    this.ensure(parentOf(path));
    this.#files.mkdirSync(`${this.#root}/${path}`);
    this.#remember(path, 'folder');
    this.#fresh.add(path);
  }

  /** To be called when a file or an empty folder was removed. */
  forget(path: string): void {
    this.#folders.delete(path);
    this.#fresh.delete(path);
  }

  /** Names in a folder, in code-unit order. */
  list(path: string): string[] {
    return this.#files.readdirSync(`${this.#root}/${path}`).sort();
  }

  /** @returns true when both paths are one file: two spellings on a file system that ignores case */
  isSame(a: string, b: string): boolean {
    const first = this.#stats(a);
    const second = this.#stats(b);
    return first !== null && second !== null && first.ino === second.ino && first.dev === second.dev;
  }

  /** A folder that is forgotten is looked at again. */
  #remember(path: string, kind: Kind): void {
    for (const oldest of this.#folders.keys()) {
      if (this.#folders.size < REMEMBERED) break;
      this.forget(oldest);
    }
    this.#folders.set(path, kind);
  }

  #look(path: string): Kind {
    const stats = this.#stats(path);
    if (stats === null) return 'none';
    if (stats.isDirectory()) return stats.dev === this.device ? 'folder' : 'mount';
    if (stats.isFile()) return 'file';
    return stats.isSymbolicLink() ? 'link' : 'other';
  }

  #stats(path: string): Stats | null {
    try {
      return this.#files.lstatSync(`${this.#root}/${path}`, { throwIfNoEntry: false }) ?? null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
}

class NotAFolder extends Error {
  readonly code = 'ENOTDIR';
  readonly path: string;

  constructor(path: string) {
    super(`not a folder: ${path}`);
    this.path = path;
  }
}
