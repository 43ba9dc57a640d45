import type { ServerResponse } from 'node:http';
import type { Problem } from './problem.js';
import type { Revisions, Update } from './revisions.js';

/** An open page. */
interface Listener {
  response: ServerResponse;
  /** What it shows, or has been told to show. */
  revision: number;
}

/** Proxies and sleeping laptops cut a connection that says nothing; a comment line keeps it. Milliseconds. */
const BEAT = 20_000;
/** Bytes waiting for a page that reads nothing (stopped in a debugger): it is cut off and will connect again. */
const BACKLOG = 1 << 20;

/**
 * Every open page, by an event stream each (server-sent events, HTML Living Standard 9.2). A page says with
 * which revision it was made, so one that was loaded just before a change learns of it when it connects, and
 * each is told of each change once.
 */
export class Hub {
  readonly #revisions: Revisions;
  readonly #addressOf: (path: string) => string;
  readonly #listeners = new Set<Listener>();
  readonly #beat: NodeJS.Timeout;
  #problem: Problem | null = null;

  /** @param addressOf the address of an output path, with the prefix */
  constructor(revisions: Revisions, addressOf: (path: string) => string) {
    this.#revisions = revisions;
    this.#addressOf = addressOf;
    this.#beat = setInterval(() => this.#send(':\n\n'), BEAT);
    this.#beat.unref();
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  /**
   * Takes a page in.
   * @param response whose head is not yet sent
   * @param revision with which the page was made
   */
  connect(response: ServerResponse, revision: number): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    const listener: Listener = { response, revision };
    this.#listeners.add(listener);
    response.once('close', () => this.#listeners.delete(listener));
    // The browser asks again after half a second when the connection breaks.
    response.write('retry: 500\n\n');
    this.#update(listener);
    response.write(this.#state());
  }

  /**
   * Tells every page what has become of the last change. To be called after each rebuild.
   * @param problem null when it succeeded
   */
  announce(problem: Problem | null): void {
    const isNews = problem !== null || this.#problem !== null;
    this.#problem = problem;
    for (const listener of this.#listeners) this.#update(listener);
    if (isNews) this.#send(this.#state());
  }

  close(): void {
    clearInterval(this.#beat);
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
  }

  #update(listener: Listener): void {
    const update = this.#revisions.since(listener.revision);
    if (update.do === 'nothing') return;
    listener.revision = this.#revisions.current;
    listener.response.write(message(update.do, this.#detail(update), listener.revision));
  }

  #detail(update: Update): object {
    return update.do === 'styles' ? { addresses: update.paths.map(this.#addressOf) } : {};
  }

  #state(): string {
    return this.#problem === null ? message('fine', {}) : message('problem', this.#problem);
  }

  #send(text: string): void {
    for (const { response } of this.#listeners) {
      if (response.writableLength > BACKLOG) response.destroy();
      else response.write(text);
    }
  }
}

/** The id comes back as `Last-Event-ID` when the page connects again. JSON has no line ends, which would end the data. */
function message(event: string, data: object, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
