import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Finding, find } from '../diagnostics/finding.js';
import { PICTURE, STATIC, tooLarge } from './bounds.js';
import { digestOfFile } from './digest.js';
import type { FoundFile, Input } from './input.js';
import type { KnownFiles } from './knownFiles.js';
import { unreadable } from './unreadable.js';

export interface Entry {
  name: string;
  absolute: string;
  kind: 'file' | 'folder';
  /** Reached through a symbolic link. */
  link: boolean;
}

/**
 * Lists folders under one root. Symbolic links are followed only where they stay under it: content comes from
 * outside, and a link to a private file would publish it.
 */
export class Listing {
  readonly findings: Finding[] = [];
  private readonly realRoot: string;
  /** Folders already entered by their real paths, so that links cannot make a circle or lead to a folder twice. */
  private readonly entered = new Set<string>();
  /** What is reached through links: of its changes nobody is told under this path. */
  private readonly linked = new Set<string>();

  /** @param root a folder that exists */
  constructor(
    root: string,
    private readonly cwd: string,
    private readonly known?: KnownFiles,
  ) {
    this.realRoot = realpathSync(root);
  }

  /** @returns the path as people know it: relative to the working folder, `/` between parts */
  display(absolute: string): string {
    return displayPath(absolute, this.cwd);
  }

  /** @returns whether the folder is entered for the first time, by whatever links */
  enter(folder: string): boolean {
    try {
      const real = realpathSync(folder);
      const first = !this.entered.has(real);
      this.entered.add(real);
      return first;
    } catch (error) {
      this.findings.push(unreadable(error, this.display(folder)));
      return false;
    }
  }

  /**
   * @param wanted which names to look at
   * @returns the folder's files and folders, sorted by code units; empty with a finding when it cannot be read
   */
  list(folder: string, wanted: (name: string) => boolean): Entry[] {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.findings.push(unreadable(error, this.display(folder)));
      return [];
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const listed = entries
      .filter(({ name }) => wanted(name))
      .flatMap((entry) => this.entry(entry, join(folder, entry.name)));
    const isLinked = this.linked.has(folder);
    for (const { absolute, link } of listed) if (link || isLinked) this.linked.add(absolute);
    return listed;
  }

  /** Hashes a file, unless it is known. @returns null when it cannot be read, with a finding */
  hash(absolute: string): FoundFile | null {
    const file = this.display(absolute);
    const memory = this.memoryOf(absolute);
    const known = memory?.get(absolute);
    if (known !== undefined) return { file, absolute, digest: known.digest, size: known.size };
    try {
      const hashed = digestOfFile(absolute);
      memory?.set(absolute, hashed);
      return { file, absolute, ...hashed };
    } catch (error) {
      this.findings.push(unreadable(error, file));
      return null;
    }
  }

  /** Hashes a picture. @returns null when it cannot be read or is too large, which is not even hashed; with a finding */
  hashPicture(absolute: string): FoundFile | null {
    return this.hashWithin(absolute, PICTURE, 'too-large');
  }

  /** Hashes a file to be copied. @returns null when it cannot be read or is too large; with a finding */
  hashStatic(absolute: string): FoundFile | null {
    return this.hashWithin(absolute, STATIC, 'static-too-large');
  }

  private hashWithin(absolute: string, limit: number, rule: 'too-large' | 'static-too-large'): FoundFile | null {
    try {
      const { size } = statSync(absolute);
      if (size <= limit) return this.hash(absolute);
      this.findings.push(tooLarge(this.display(absolute), size, limit, rule));
    } catch (error) {
      this.findings.push(unreadable(error, this.display(absolute)));
    }
    return null;
  }

  /** @returns what was made of the file the last time, if it was made of nothing else and is known to be the same */
  inputOf(absolute: string): Input | undefined {
    return this.memoryOf(absolute)?.get(absolute)?.input;
  }

  /** Keeps what was made of a file and of nothing else. */
  keep(input: Input): void {
    this.memoryOf(input.absolute)?.keep(input);
  }

  private memoryOf(absolute: string): KnownFiles | undefined {
    return this.linked.has(absolute) ? undefined : this.known;
  }

  private entry(entry: Dirent, absolute: string): Entry[] {
    const { name } = entry;
    if (entry.isFile()) return [{ name, absolute, kind: 'file', link: false }];
    if (entry.isDirectory()) return [{ name, absolute, kind: 'folder', link: false }];
    return entry.isSymbolicLink()
      ? this.link(name, absolute)
      : this.refuse(unreadable('special', this.display(absolute)));
  }

  private link(name: string, absolute: string): Entry[] {
    try {
      const real = realpathSync(absolute);
      if (real !== this.realRoot && !real.startsWith(this.realRoot + sep)) {
        return this.refuse(find('link-outside', this.display(absolute)));
      }
      const kind = kindOf(real);
      return kind === null
        ? this.refuse(unreadable('special', this.display(absolute)))
        : [{ name, absolute, kind, link: true }];
    } catch (error) {
      return this.refuse(unreadable(error, this.display(absolute)));
    }
  }

  private refuse(finding: Finding): Entry[] {
    this.findings.push(finding);
    return [];
  }
}

/** @returns a path as people know it: relative to the working folder, `/` between parts */
export function displayPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  return (path === '' ? '.' : path).split(sep).join('/');
}

/** @returns what stands at a path, links followed; null for nothing, or for something special */
export function kindOf(path: string): 'file' | 'folder' | null {
  try {
    const stat = statSync(path);
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : null;
  } catch {
    return null;
  }
}
