/** Time as the queue needs it, so that its tests need none. Milliseconds. */
export interface Timers {
  set(act: () => void, delay: number): unknown;
  clear(timer: unknown): void;
  now(): number;
}

export interface QueueOptions {
  /** Rebuilds; called again only after it has ended. Must not throw. */
  run(paths: ReadonlySet<string>): Promise<void>;
  /** False while one of the paths looks half written. */
  isSettled(paths: ReadonlySet<string>): boolean;
  timers?: Timers;
}

/**
 * How long nothing must happen before a rebuild: events of one save come within a few milliseconds. A save
 * that is noticed in two parts only costs a second rebuild, so this need not be long.
 */
const QUIET = 5;
/** A burst that never pauses (a folder being copied) is rebuilt at least this often. */
const LONGEST = 100;
/** A file that is empty or gone is mostly about to be written anew: looked at again, this often at most. */
const UNSETTLED = 20;
const LOOKS = 3;

const systemTimers: Timers = {
  set: (act, delay) => setTimeout(act, delay),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  now: () => performance.now(),
};

/**
 * Makes one rebuild of many events, one at a time. What changes while a rebuild runs starts another one, as
 * nobody knows whether the running one has read it.
 */
export class RebuildQueue {
  readonly #run: QueueOptions['run'];
  readonly #isSettled: QueueOptions['isSettled'];
  readonly #timers: Timers;
  #paths = new Set<string>();
  #state: 'idle' | 'waiting' | 'running' | 'closed' = 'idle';
  #timer: unknown = null;
  /** When the first of the waiting changes came. */
  #since = 0;
  #looks = 0;
  #running: Promise<void> = Promise.resolve();

  constructor({ run, isSettled, timers = systemTimers }: QueueOptions) {
    this.#run = run;
    this.#isSettled = isSettled;
    this.#timers = timers;
  }

  /** Something at the path changed. */
  add(path: string): void {
    if (this.#state === 'closed') return;
    this.#paths.add(path);
    if (this.#state === 'idle') {
      this.#since = this.#timers.now();
      this.#wait(QUIET);
    } else if (this.#state === 'waiting' && this.#timers.now() - this.#since < LONGEST) this.#wait(QUIET);
  }

  /** Rebuilds at once, for the first time. @returns when that rebuild has ended */
  start(): Promise<void> {
    this.#go();
    return this.#running;
  }

  /** No event waits and nothing runs. */
  get isIdle(): boolean {
    return this.#state === 'idle';
  }

  /** Forgets what waits and resolves when the running rebuild has ended. */
  close(): Promise<void> {
    this.#state = 'closed';
    this.#timers.clear(this.#timer);
    return this.#running;
  }

  #wait(delay: number): void {
    this.#state = 'waiting';
    this.#timers.clear(this.#timer);
    this.#timer = this.#timers.set(() => this.#due(), delay);
  }

  #due(): void {
    if (this.#looks < LOOKS && !this.#isSettled(this.#paths)) {
      this.#looks += 1;
      this.#wait(UNSETTLED);
      return;
    }
    this.#go();
  }

  #go(): void {
    const paths = this.#paths;
    this.#paths = new Set();
    this.#looks = 0;
    this.#state = 'running';
    this.#running = this.#run(paths).then(() => {
      if (this.#state === 'closed') return;
      this.#state = 'idle';
      if (this.#paths.size === 0) return;
      this.#since = this.#timers.now();
      this.#wait(QUIET);
    });
  }
}
