import type { Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { type Identity, identityOf, isSameIdentity } from './identity.js';
import { isIgnored } from './ignored.js';

export interface RootWatcherOptions {
  /** Absolute path of a folder, or of a file, which need not exist yet. */
  root: string;
  /** chokidar's. */
  watch: typeof import('chokidar').watch;
  /** Look at the files from time to time instead of being told. */
  polling: boolean;
  onChange(path: string): void;
  /** All that is there is watched; what changed before is not told. */
  onReady(): void;
  onError(error: unknown): void;
}

/** Between two looks where nothing tells of changes. Milliseconds. */
const POLL = 300;

/**
 * Watches one root, through its removal and return. Events come from chokidar's `raw`, which are the system's
 * own: of two changes within 50 ms `change` drops the second, and with it the end of a slow save.
 */
export class RootWatcher {
  readonly root: string;
  readonly #options: RootWatcherOptions;
  #watcher: FSWatcher | null = null;
  #identity: Identity | null = null;
  #isReady = false;

  constructor(options: RootWatcherOptions) {
    this.root = options.root;
    this.#options = options;
    this.#start();
  }

  /** Whatever changes is told, as far as the system tells it; also where there is nothing yet. */
  get isWatching(): boolean {
    return this.#watcher === null || this.#isReady;
  }

  /**
   * chokidar stops reporting when its root is removed, also when it comes back at once.
   * @returns true when another file or folder, or none, stands at the root now; it is watched then
   */
  check(): boolean {
    if (isSameIdentity(this.#identity, identityOf(this.root))) return false;
    this.restart();
    this.#options.onChange(this.root);
    return true;
  }

  /** Watches anew, folders included that were missed. */
  restart(): void {
    this.#stop();
    this.#start();
  }

  /** @returns those of the folders that are not watched */
  unwatched(folders: readonly string[]): string[] {
    if (this.#watcher === null || !this.#identity?.isFolder) return [];
    const watched = this.#watcher.getWatched();
    return folders.filter((folder) => watched[folder] === undefined);
  }

  close(): void {
    this.#stop();
  }

  #start(): void {
    const { root, watch, polling, onReady, onError } = this.#options;
    this.#identity = identityOf(root);
    if (this.#identity === null) return;
    const isFolder = this.#identity.isFolder;
    // A single file is watched by its folder, for it is another file after each save by renaming.
    const at = isFolder ? root : dirname(root);
    const watcher = watch(at, {
      ignoreInitial: true,
      // The queue gathers events itself; with `atomic` a removal would be told 100 ms late.
      atomic: false,
      ignorePermissionErrors: true,
      usePolling: polling,
      interval: POLL,
      binaryInterval: POLL,
      ...(isFolder ? {} : { depth: 0 }),
      ignored: (path, stats) =>
        (!polling && isToldByFolder(stats)) || (isFolder ? isIgnored(root, path) : path !== at && path !== root),
    });
    if (!polling) listWithoutStat(watcher);
    this.#watcher = watcher;
    watcher.on('all', (_event, path) => this.#changed(watcher, path));
    watcher.on('raw', (event, name, details) => this.#raw(watcher, event, name, details));
    watcher.on('error', (error) => this.#watcher === watcher && onError(error));
    watcher.once('ready', () => {
      if (this.#watcher !== watcher) return;
      this.#isReady = true;
      onReady();
    });
  }

  #stop(): void {
    const watcher = this.#watcher;
    this.#watcher = null;
    this.#isReady = false;
    if (watcher === null) return;
    // Its watches are closed in this call already; what it waits for concerns nobody any more.
    watcher.close().catch(() => {});
    // A scan that is under way reports errors after the end, and one that nobody hears would end the process.
    watcher.on('error', () => {});
    // A removal that it notices after the end would have it watch the folder above, for ever.
    watcher.add = () => watcher;
  }

  #raw(watcher: FSWatcher, event: string, name: string | Buffer, details: unknown): void {
    const watched = watchedPath(details);
    if (watched === null) return;
    const file = String(name);
    // Of itself a watched path tells with its own name.
    const isSelf = file === basename(watched) || file === watched;
    if (isSelf && watched === this.root && event === 'rename') {
      if (this.#watcher === watcher) this.restart();
      this.#options.onChange(this.root);
      return;
    }
    this.#changed(watcher, isSelf ? watched : join(watched, file));
  }

  #changed(watcher: FSWatcher, path: string): void {
    if (this.#watcher !== watcher) return;
    if (this.#identity?.isFolder ? isIgnored(this.root, path) : path !== this.root) return;
    // A file is another one after each save by renaming; its folder goes on telling.
    if (path === this.root) this.#identity = identityOf(path) ?? this.#identity;
    this.#options.onChange(path);
  }
}

function watchedPath(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('watchedPath' in details)) return null;
  return typeof details.watchedPath === 'string' ? details.watchedPath : null;
}

/** On Linux a watched folder tells of all that happens to the files in it (inotify(7)): they need no watches of their own. */
function isToldByFolder(stats: Pick<Stats, 'isFile'> | undefined): boolean {
  return process.platform === 'linux' && stats?.isFile() === true;
}

type ListOptions = NonNullable<Parameters<FSWatcher['_readdirp']>[1]>;

/**
 * chokidar lists a folder anew when something in it changed, and asks for the times of each of a thousand files.
 * What kind of thing each is, which the listing tells, is enough for it.
 */
function listWithoutStat(watcher: FSWatcher): void {
  const list = watcher._readdirp.bind(watcher);
  const withKind = (filter: ListOptions['fileFilter']): NonNullable<ListOptions['fileFilter']> => {
    if (typeof filter !== 'function') return () => true;
    return (entry) => filter(Object.assign(entry, { stats: entry.dirent }));
  };
  watcher._readdirp = (folder, options) =>
    list(folder, {
      ...options,
      fileFilter: withKind(options?.fileFilter),
      directoryFilter: withKind(options?.directoryFilter),
      alwaysStat: false,
    });
}
