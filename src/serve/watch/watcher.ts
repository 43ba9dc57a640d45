import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Finding, find } from '../../diagnostics/finding.js';
import { codeOf } from '../../publish/fileSystem.js';
import { identityOf } from './identity.js';
import { RootWatcher } from './rootWatcher.js';
import { sweep } from './sweep.js';

export interface WatcherOptions {
  /** chokidar's. */
  watch: typeof import('chokidar').watch;
  /** Something at the path, or below it, may have changed. */
  onChange(path: string): void;
  onFinding(finding: Finding): void;
  /** When the last rebuild began, in milliseconds since 1970; what changed since is looked for. */
  builtAt(): number;
  /** False while a rebuild runs or waits: it will be followed by another sweep. */
  isIdle(): boolean;
  /** See `ServeOptions`. */
  recheck(goesOn: () => boolean): Promise<string[]>;
}

/** Roots that were removed are looked for this often: the stat of a few paths. Milliseconds. */
const ROOTS = 250;
/** After the last rebuild, before what events may have missed is looked for. */
const SWEEP = 200;
/** File systems round times to the kernel's tick; earlier than this a change was before the rebuild. */
const TICK = 5;

/** Errors of inotify: no watches left (ENOSPC), no instances or files left (EMFILE, ENFILE). */
const exhausted = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

/**
 * Watches the roots: by the system's events while there are enough of them, else by looking. Tells too much
 * rather than too little: a rebuild that finds nothing changed is cheap, a stale preview is a lie.
 */
export class Watcher {
  readonly #options: WatcherOptions;
  #roots = new Map<string, RootWatcher>();
  #ready = new Set<RootWatcher>();
  /** True after the system's events were exhausted. */
  #polling = false;
  #closed = false;
  /** Counts what may have kept an event from being told: another root, a new folder, a fault. */
  #doubts = 1;
  /** Of these, those that were there when the last look through everything began. */
  #settled = 0;
  readonly #timer: NodeJS.Timeout;
  #sweepTimer: NodeJS.Timeout | undefined;
  /** What sweeps have told already: the clock of a network drive may be ahead for ever. */
  #told = new Map<string, number>();
  /** Folders that stay unwatched after a restart, such as a second link to the same folder. */
  #unwatchable = new Set<string>();
  #reported = new Set<string>();

  constructor(options: WatcherOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#checkRoots(), ROOTS);
  }

  /** Watches these and no others. Paths need not exist; one inside another is watched by it. */
  setRoots(paths: readonly string[]): void {
    const wanted = new Set(outermost(paths.map((path) => resolve(path))));
    for (const [path, root] of this.#roots) {
      if (wanted.has(path)) continue;
      root.close();
      this.#roots.delete(path);
    }
    for (const path of wanted) if (!this.#roots.has(path)) this.#add(path);
  }

  /** Every change since the last rebuild was told, as far as the system tells any. */
  get isSure(): boolean {
    return !this.#polling && this.#doubts === this.#settled && this.#isWatching;
  }

  get #isWatching(): boolean {
    return [...this.#roots.values()].every((root) => root.isWatching);
  }

  /** To be called after each rebuild. */
  rebuilt(): void {
    clearTimeout(this.#sweepTimer);
    if (!this.#closed) this.#sweepTimer = setTimeout(() => void this.#sweep(), SWEEP);
  }

  /** Resolves when all that exists is watched, or after so many milliseconds. */
  async ready(limit: number): Promise<void> {
    const until = performance.now() + limit;
    while (
      !this.#closed &&
      performance.now() < until &&
      [...this.#roots].some(([path, root]) => !this.#ready.has(root) && identityOf(path))
    ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#sweepTimer);
    for (const root of this.#roots.values()) root.close();
    this.#roots.clear();
  }

  #add(path: string): void {
    const root: RootWatcher = new RootWatcher({
      root: path,
      watch: this.#options.watch,
      polling: this.#polling,
      onChange: (changed) => this.#changed(changed),
      onReady: () => {
        this.#ready.add(root);
        this.#doubts += 1;
        this.rebuilt();
      },
      onError: (error) => this.#failed(path, error),
    });
    this.#roots.set(path, root);
    this.#doubts += 1;
  }

  /** What happens in a folder before it is watched is not told. */
  #changed(path: string): void {
    if (identityOf(path)?.isFolder) this.#doubts += 1;
    this.#options.onChange(path);
  }

  #checkRoots(): void {
    for (const root of this.#roots.values()) root.check();
  }

  #failed(path: string, error: unknown): void {
    if (this.#closed) return;
    this.#doubts += 1;
    const code = codeOf(error) ?? String(error);
    // A link in a circle: what it leads to is watched by its own path.
    if (code === 'ELOOP') return;
    if (exhausted.has(code)) this.#fallBack(path, code);
    else this.#report(find('watch-fault', path, undefined, { path, code }));
  }

  /** Gives the system's watches back, all of them, for other programs need some too, and looks instead. */
  #fallBack(path: string, code: string): void {
    if (this.#polling) return;
    this.#polling = true;
    const paths = [...this.#roots.keys()];
    for (const root of this.#roots.values()) root.close();
    this.#roots.clear();
    for (const root of paths) this.#add(root);
    const key = code === 'ENOSPC' ? 'fs.inotify.max_user_watches' : 'fs.inotify.max_user_instances';
    const command = `sudo sysctl ${key}=${code === 'ENOSPC' ? 524288 : 1024}`;
    this.#report(find('watch-limit', path, undefined, { code, command }));
  }

  #report(finding: Finding): void {
    const key = `${finding.ruleId} ${finding.file}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#options.onFinding(finding);
  }

  async #sweep(): Promise<void> {
    if (!this.#options.isIdle()) return;
    const doubts = this.#doubts;
    const { changed, folders } = await sweep([...this.#roots.keys()], this.#options.builtAt() - TICK);
    if (this.#closed) return;
    for (const root of this.#roots.values()) {
      const missed = root.unwatched(folders.filter((folder) => contains(root.root, folder)));
      const fresh = missed.filter((folder) => !this.#unwatchable.has(folder));
      for (const folder of missed) this.#unwatchable.add(folder);
      if (fresh.length > 0) {
        this.#doubts += 1;
        root.restart();
      }
    }
    const told = this.#told;
    this.#told = new Map(changed.map(({ path, at }) => [path, at]));
    for (const { path, at } of changed) if (told.get(path) !== at) this.#options.onChange(path);
    const goesOn = (): boolean => !this.#closed && this.#options.isIdle();
    const unnoticed = await this.#options.recheck(goesOn);
    if (this.#closed) return;
    for (const path of unnoticed) this.#options.onChange(path);
    if (goesOn() && this.#isWatching) this.#settled = doubts;
  }
}

/** @returns the paths that lie in no other of them */
function outermost(paths: readonly string[]): string[] {
  const folders = paths.filter((path) => identityOf(path)?.isFolder);
  return paths.filter((path) => !folders.some((folder) => folder !== path && contains(folder, path)));
}

function contains(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside));
}
