import type { Worker } from 'node:worker_threads';
import { type Finding, find } from '../diagnostics/finding.js';
import { programFolder } from '../program.js';
import { compileEarlier } from './longRun.js';
import { type PlainFailure, type TaskName, type Tasks, unflatten } from './tasks.js';

/** A worker ended before its work: for want of memory, mostly. Nothing of the build can be published. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
  readonly finding: Finding;

  constructor(file: string, cause: unknown) {
    super('A worker ended before its work', { cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.finding = isMemory ? find('out-of-memory', file) : find('worker-lost', file, undefined, { why });
  }
}

/** What a worker answers to a task: its value, or why there is none. */
export type Answer = { value: unknown } | { failure: PlainFailure };

/** One worker. It does its tasks in the order in which they were given. */
export class Helper {
  readonly #worker: Worker;
  readonly #file: string;
  readonly #waiting: { resolve(value: unknown): void; reject(error: unknown): void }[] = [];
  #lost: WorkerLost | null = null;
  #prepared: Promise<unknown> = Promise.resolve();

  /**
   * @param thread number of the worker, from 1
   * @param file the content folder, for messages
   */
  constructor(thread: number, file: string) {
    this.#file = file;
    // Loaded here: few builds are so large that they have workers.
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    // Compiled even where the program runs from its sources: a worker loads no TypeScript.
    this.#worker = new Worker(new URL('lib/worker.js', programFolder), {
      workerData: { thread },
    });
    this.#worker.once('message', compileEarlier);
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.shift();
      if ('failure' in answer) waiting?.reject(unflatten(answer.failure));
      else waiting?.resolve(answer.value);
    });
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', (status) => this.#lose(`status ${status}`));
  }

  /**
   * @throws what the worker threw, or WorkerLost
   */
  async ask<T extends TaskName>(task: T, of: Tasks[T]['of']): Promise<Tasks[T]['gives']> {
    if (this.#lost !== null) throw this.#lost;
    const prepared = this.#prepared;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage({ task, of });
    });
    const [value] = await Promise.all([answer, prepared]);
    return value as Tasks[T]['gives'];
  }

  /** Gives a task before others: one that fails has the next one fail too. @returns itself */
  prepare<T extends 'setUpReading' | 'setUpSite' | 'setUpStaging'>(task: T, of: Tasks[T]['of']): this {
    this.#prepared = this.ask(task, of);
    // Told by the next task, if there is one.
    this.#prepared.catch(() => undefined);
    return this;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #lose(cause: unknown): void {
    this.#lost ??= new WorkerLost(this.#file, cause);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#lost);
  }
}

/** The workers of one build, started when there is enough for them to do. The main thread works beside them. */
export class Threads {
  #count: number;
  readonly #file: string;
  #helpers: Helper[] = [];

  /**
   * @param jobs threads, the main one among them
   * @param file the content folder, for messages
   */
  constructor(jobs: number, file: string) {
    this.#count = jobs - 1;
    this.#file = file;
  }

  /** Whether there are workers, so that one more task costs no start. */
  get areRunning(): boolean {
    return this.#helpers.length > 0;
  }

  /** @returns the workers, running */
  start(): readonly Helper[] {
    while (this.#helpers.length < this.#count) {
      this.#helpers.push(new Helper(this.#helpers.length + 1, this.#file));
    }
    return this.#helpers;
  }

  /** Ends the workers, and starts no more. */
  async goOnAlone(): Promise<void> {
    this.#count = 0;
    await this.end();
  }

  async end(): Promise<void> {
    const helpers = this.#helpers;
    this.#helpers = [];
    await Promise.all(helpers.map((helper) => helper.end()));
  }
}
