import { type Finding, find } from '../diagnostics/finding.js';
import type { RuleId } from '../diagnostics/rules/index.js';
import type { Phase } from '../plan/page.js';
import { type Entries, phases } from './entries.js';
import { digestOnDisk, type FileSystem } from './fileSystem.js';
import type { Step } from './journal.js';
import { byCodeUnits, fold, isSafePath, parentOf, topOf } from './outputPath.js';
import type { Tree } from './tree.js';
import { wholeFolders } from './wholeFolders.js';

export interface Change {
  files: FileSystem;
  /** The output as it is this moment. */
  tree: Tree;
  root: string;
  /** What we published last, and what is to be published: all of it, the unchanged files too. */
  old: Entries;
  next: Entries;
  /** A path in the output as the user knows it. */
  show(path: string): string;
}

/** More of them say nothing new; one that counts the rest follows. */
const MOST_FINDINGS = 20;

/**
 * The last look before anything moves: what stands in the way of the new files, and the steps that publish
 * them. Assets first, then pages, then lists and feeds, then deletions, so that at every moment what a page
 * refers to is there. Only files of the old manifest are ever removed, by their path: a page of ours that was
 * edited by hand goes too when it is no longer planned, as its next rendering would have replaced it.
 */
export class Preflight {
  readonly findings: Finding[] = [];
  /** Files that are moved, files that are removed. */
  written = 0;
  removed = 0;
  readonly #change: Change;
  /** A number is the position of a staged file that moves: a first build has a million of them. */
  readonly #acts: (number | Step)[] = [];
  /** Folders that were in the way, and are dealt with. */
  readonly #met = new Set<string>();
  readonly #cleared = new Set<string>();
  readonly #whole: Map<string, Phase>;
  #lastFolder = '';
  #unnamed = 0;

  constructor(change: Change) {
    this.#change = change;
    this.#whole = wholeFolders(change.next, change.tree);
    this.#refuseFilesAsFolders();
  }

  /** @returns the steps, to be gone through as often as need be; not to be done when there are findings */
  steps(): Iterable<Step> {
    for (const phase of phases) this.#moves(phase);
    this.#removals();
    if (this.#unnamed > 0) {
      const file = this.#change.show('');
      this.findings.push(find('more-in-the-way', file, undefined, { path: file, count: this.#unnamed }));
    }
    const { next } = this.#change;
    const acts = this.#acts;
    return {
      *[Symbol.iterator]() {
        for (const act of acts) {
          if (typeof act !== 'number') yield act;
          else {
            const { path, staged, digest } = next.stagedAt(act);
            yield { do: 'move', staged, digest, path };
          }
        }
      },
    };
  }

  /** A file that is planned where another one needs a folder. One of the two is new: the others lie on the disk. */
  #refuseFilesAsFolders(): void {
    const { next } = this.#change;
    if (next.isAllByPath) return;
    const found = new Set<string>();
    for (const phase of phases) {
      let before = '';
      for (const position of next.waitingIn(phase)) {
        const path = next.waitingPath(position);
        if (next.hasWithin(path)) found.add(path);
        for (let folder = parentOf(path); folder !== '' && !isWithin(before, folder); folder = parentOf(folder)) {
          if (next.has(folder)) found.add(folder);
        }
        before = path;
      }
    }
    for (const path of [...found].sort(byCodeUnits)) this.#report('output-path-invalid', path);
  }

  #moves(phase: Phase): void {
    const { next } = this.#change;
    for (const [path, due] of this.#whole) if (due === phase) this.#acts.push({ do: 'folder', path });
    for (const position of next.waitingIn(phase)) {
      if (this.#whole.has(topOf(next.waitingPath(position)))) {
        this.written += 1;
        continue;
      }
      const { path, digest } = next.stagedAt(position);
      this.#makeWay(parentOf(path));
      if (this.#isAdopted(path, digest)) continue;
      this.#acts.push(position);
      this.written += 1;
    }
  }

  /** Sees to it that a folder can be made: a file of ours that has its name goes first. */
  #makeWay(folder: string): void {
    // Paths come in their order, so most files lie where the one before does.
    if (folder === '' || isWithin(`${this.#lastFolder}/`, folder)) return;
    this.#makeWay(parentOf(folder));
    this.#lastFolder = folder;
    const { tree, old, next } = this.#change;
    const kind = tree.folder(folder);
    if (kind === 'none' || kind === 'folder' || this.#met.has(folder) || next.has(folder)) return;
    this.#met.add(folder);
    if (kind === 'mount') this.#report('other-file-system', folder);
    else if (old.has(folder)) this.#clear(folder);
    else this.#report('file-in-the-way', folder);
  }

  /** @returns true when the path already holds these bytes, by whatever way they came there */
  #isAdopted(path: string, digest: string): boolean {
    const { files, tree, root, old } = this.#change;
    const kind = tree.kind(path);
    if (kind === 'none' || this.#isPlanned(path)) return false;
    if (kind === 'folder' || kind === 'mount') {
      if (kind === 'mount' || !this.#clearFolder(path)) this.#report('folder-in-the-way', path);
      return false;
    }
    if (old.has(path)) return false;
    if (kind === 'file' && digestOnDisk(files, `${root}/${path}`) === digest) return true;
    this.#report('foreign-file', path);
    return false;
  }

  /** @returns false, with nothing done, when the folder holds anything but files of ours that are to go */
  #clearFolder(folder: string): boolean {
    const found: string[] = [];
    const folders: string[] = [folder];
    for (let at = 0; at < folders.length; at += 1) {
      const outer = folders[at] ?? folder;
      for (const name of this.#change.tree.list(outer)) {
        const path = `${outer}/${name}`;
        const kind = isSafePath(path) ? this.#change.tree.kind(path) : 'other';
        if (kind === 'folder') folders.push(path);
        else if (kind === 'mount' || !this.#isGone(path)) return false;
        else found.push(path);
      }
    }
    for (const path of found) this.#clear(path);
    for (const path of folders.reverse()) this.#acts.push({ do: 'rmdir', path });
    return true;
  }

  #isGone(path: string): boolean {
    return this.#change.old.has(path) && !this.#change.next.has(path);
  }

  #clear(path: string): void {
    this.#acts.push({ do: 'unlink', path });
    this.#cleared.add(path);
    this.removed += 1;
  }

  #removals(): void {
    const { tree, old, next } = this.#change;
    const gone = [...old.paths()].filter((path) => !next.has(path) && !this.#cleared.has(path));
    if (gone.length === 0) return;
    const folders = new Set<string>();
    const folded = new Set(gone.map(fold));
    const spellings = new Map<string, string>();
    for (const path of next.paths()) {
      const name = fold(path);
      if (folded.has(name)) spellings.set(name, path);
    }
    for (const path of gone) {
      this.#emptied(parentOf(path), folders);
      const kind = tree.kind(path);
      if (kind === 'none' || kind === 'folder' || kind === 'mount') continue;
      // `Lu/` became `lu/`: where the file system takes both for one, removing the old would remove the new.
      const spelling = spellings.get(fold(path));
      if (spelling !== undefined && tree.isSame(path, spelling)) continue;
      this.#clear(path);
    }
    // Longest first: what lies inside goes before what it lies in.
    const inward = [...folders].sort((a, b) => b.length - a.length || byCodeUnits(a, b));
    for (const path of inward) this.#acts.push({ do: 'rmdir', path });
  }

  /** Folders that may be empty afterwards: only those of removed files, for an empty folder may be somebody's. */
  #emptied(folder: string, folders: Set<string>): void {
    if (folder === '' || folders.has(folder) || this.#isPlanned(folder)) return;
    folders.add(folder);
    this.#emptied(parentOf(folder), folders);
  }

  #isPlanned(folder: string): boolean {
    return this.#change.next.hasWithin(folder);
  }

  #report(rule: RuleId, path: string): void {
    const { show } = this.#change;
    const file = show(path);
    if (this.findings.length < MOST_FINDINGS) this.findings.push(find(rule, file, undefined, { path: file }));
    else this.#unnamed += 1;
  }
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder) && path[folder.length] === '/';
}
