import { watch } from 'chokidar';
import { type Finding, find, type Language } from '../diagnostics/finding.js';
import type { MemoryOutput } from '../publish/memory.js';
import { encodePath } from './address.js';
import { addressesOf, isLoopback, listen } from './listen.js';
import { Hub } from './live/hub.js';
import { Revisions } from './live/revisions.js';
import { clientFiles } from './middlewares/clientFiles.js';
import { events } from './middlewares/events.js';
import { hostCheck } from './middlewares/hostCheck.js';
import { locate } from './middlewares/locate.js';
import { methodCheck } from './middlewares/methodCheck.js';
import { pages } from './middlewares/pages.js';
import { securityHeaders } from './middlewares/securityHeaders.js';
import { noSitePage } from './noSite.js';
import { openBrowser } from './openBrowser.js';
import { type Rebuild, Rebuilder } from './rebuilder.js';
import { makeServer } from './server.js';
import { newToken } from './token.js';
import { RebuildQueue } from './watch/queue.js';
import { isSettled } from './watch/settled.js';
import { Watcher } from './watch/watcher.js';
import { words } from './words.js';

/** Where the preview speaks: the terminal. */
export interface ServeLog {
  say(text: string): void;
  report(findings: readonly Finding[]): void;
}

export interface ServeOptions {
  /** 0 for any free one. */
  port: number;
  /** Fail instead of taking the next free port. */
  strictPort: boolean;
  /** A name or address of this machine. */
  host: string;
  /** Open a browser. */
  open: boolean;
  /** The path of the site's address, `/` or `/x/`, encoded or not; a change of `site.yaml` may change it. */
  prefix: () => string;
  output: MemoryOutput;
  rebuild: Rebuild;
  /**
   * Reads what the rebuilds rely on again, when there is time.
   * @param goesOn false to end before
   * @returns paths of what changed unnoticed
   */
  recheck?: (goesOn: () => boolean) => Promise<string[]>;
  /** Folders and files to watch; they need not exist. Asked again after each rebuild. */
  roots: () => string[];
  language: Language;
  log: ServeLog;
  /** chokidar's `watch`. */
  watch?: typeof watch;
}

export interface Preview {
  /** Of the site's first page. */
  url: string;
  port: number;
  /** Ends the server, the watching, and a rebuild that runs. */
  close(): Promise<void>;
}

/** A preview of so many files that watching them takes longer starts before. Milliseconds. */
const READY = 30_000;

/**
 * Serves the preview: builds, watches, rebuilds, reloads open pages.
 * @returns when the first build has ended, well or badly, and every root is watched
 * @throws ServeError when the address cannot be had; nothing that is in the content
 */
export async function serve(options: ServeOptions): Promise<Preview> {
  const { output, host, language, log, roots } = options;
  const prefix = (): string => decodedPrefix(options.prefix());
  const token = newToken();
  const hub = new Hub(new Revisions(output), (path) => encodePath(prefix() + path));
  const rebuilder = new Rebuilder({ rebuild: options.rebuild, output, hub, language, log });
  let built: () => void = () => {};
  const firstBuild = new Promise<void>((resolve) => {
    built = resolve;
  });
  const server = makeServer([
    securityHeaders,
    hostCheck(host),
    methodCheck,
    locate(prefix),
    events(hub, token),
    clientFiles(),
    pages({ output, prefix, token, built: firstBuild, noSite: () => noSitePage(hub.problem, language) }),
  ]);
  const port = await listen(server, host, options.port, options.strictPort).catch((error: unknown) => {
    hub.close();
    throw error;
  });
  const queue = new RebuildQueue({
    isSettled,
    run: async (paths) => {
      const extra = await rebuilder.run(watcher.isSure ? paths : null);
      if (extra !== null) watcher.setRoots([...roots(), ...extra]);
      watcher.rebuilt();
    },
  });
  const watcher = new Watcher({
    watch: options.watch ?? watch,
    onChange: (path) => queue.add(path),
    onFinding: (finding) => log.report([finding]),
    builtAt: () => rebuilder.startedAt,
    isIdle: () => queue.isIdle,
    recheck: options.recheck ?? (async () => []),
  });

  watcher.setRoots(roots());
  await queue.start();
  built();
  // Only now: the first build knows the prefix.
  const addresses = addressesOf(host, port, encodePath(prefix()));
  const url = addresses[0] ?? '';
  log.say(words[language].serving(url));
  if (!isLoopback(host)) {
    log.report([find('host-exposed', '--host', undefined, { addresses: addresses.join('　') })]);
  }
  if (options.open && !(await openBrowser(url))) {
    log.report([find('browser-not-opened', '--open', undefined, { url })]);
  }
  await watcher.ready(READY);

  return {
    url,
    port,
    async close() {
      watcher.close();
      hub.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await queue.close();
      await closed;
    },
  };
}

function decodedPrefix(prefix: string): string {
  try {
    return decodeURI(prefix);
  } catch {
    return prefix;
  }
}
