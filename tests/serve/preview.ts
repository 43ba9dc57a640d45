import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Finding, find } from '../../src/diagnostics/finding.js';
import { digestOf } from '../../src/load/digest.js';
import { KnownFiles } from '../../src/load/knownFiles.js';
import { MemoryOutput } from '../../src/publish/memory.js';
import { type Preview, type ServeOptions, serve } from '../../src/serve/serve.js';

export function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhaideng-serve-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Started extends Preview {
  /** The watched folder. */
  content: string;
  output: MemoryOutput;
  findings: Finding[];
  said: string[];
  rebuilds: () => number;
  write(name: string, text: string): void;
}

export interface StartOptions extends Partial<ServeOptions> {
  /** Files before the preview starts. */
  files?: Record<string, string>;
  content?: string;
  /** Runs at the beginning of each rebuild. */
  before?: () => unknown;
  /** Runs at the end of each rebuild, when everything was read. */
  after?: (rebuild: number) => unknown;
}

export const csp = "default-src 'none'; style-src 'self'; img-src 'self'";

/**
 * A preview of a small site made by a small pipeline: each text file is a page, `style.css` is the stylesheet,
 * a text in which ERROR stands is an error.
 */
export async function start({
  files = { 'a.txt': '甲' },
  before,
  after,
  ...options
}: StartOptions = {}): Promise<Started> {
  const content = options.content ?? join(temporary(), 'content');
  const output = new MemoryOutput();
  const findings: Finding[] = [];
  const said: string[] = [];
  const reading: Reading = { known: new KnownFiles(), texts: new Map() };
  let rebuilds = 0;
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(content, name)), { recursive: true });
    writeFileSync(join(content, name), text);
  };
  mkdirSync(content, { recursive: true });
  for (const [name, text] of Object.entries(files)) write(name, text);
  const preview = await serve({
    port: 0,
    strictPort: false,
    host: '127.0.0.1',
    open: false,
    prefix: () => '/',
    output,
    language: 'en',
    roots: () => [content],
    log: { say: (text) => said.push(text), report: (reported) => findings.push(...reported) },
    recheck: (goesOn) => reading.known.changed(goesOn),
    rebuild: async (changed) => {
      rebuilds += 1;
      if (changed === null) reading.known.clear();
      else reading.known.forget(changed);
      await before?.();
      const result = await build(reading, content, output);
      await after?.(rebuilds);
      return result;
    },
    ...options,
  });
  onTestFinished(() => preview.close());
  return { ...preview, content, output, findings, said, rebuilds: () => rebuilds, write };
}

/** What was read before: as the program does it, a file is read again only when a change was told. */
interface Reading {
  known: KnownFiles;
  texts: Map<string, string>;
}

async function build(
  reading: Reading,
  content: string,
  output: MemoryOutput,
): Promise<{ ok: boolean; findings: Finding[]; watch: string[] }> {
  const texts = readTexts(reading, content, '');
  const findings = [...texts].flatMap(([name, text]) => errorsIn(join(content, name), text));
  if (findings.length > 0) return { ok: false, findings, watch: [] };
  await output.open();
  const style = texts.get('style.css') ?? '';
  const head = `<meta http-equiv="Content-Security-Policy" content="${csp}"><link rel="stylesheet" href="/assets/site.css?v=${digestOf(style).slice(0, 8)}">`;
  output.stage('assets/site.css', digestOf(style), 'asset', style);
  for (const [name, text] of texts) {
    if (!name.endsWith('.txt')) continue;
    const html = `<!doctype html><html><head>${head}</head><body><p>${text}</p></body></html>`;
    output.stage(`${name.slice(0, -4)}/index.html`, digestOf(html), 'page', html);
  }
  const list = [...texts.keys()].join(' ');
  output.stage('index.html', digestOf(list + style), 'page', `<html><head>${head}</head><body>${list}</body></html>`);
  output.stage('404.html', 'k', 'page', '<html><head></head><body>not here</body></html>');
  await output.publish();
  return { ok: true, findings: [], watch: [] };
}

function readTexts(reading: Reading, content: string, inside: string): Map<string, string> {
  const texts = new Map<string, string>();
  let names: string[] = [];
  try {
    names = readdirSync(join(content, inside)).sort();
  } catch {}
  for (const name of names) {
    const path = inside === '' ? name : `${inside}/${name}`;
    try {
      if (statSync(join(content, path)).isDirectory()) {
        for (const [below, text] of readTexts(reading, content, path)) texts.set(below, text);
      } else texts.set(path, readText(reading, join(content, path)));
    } catch {}
  }
  return texts;
}

function readText({ known, texts }: Reading, path: string): string {
  const old = known.get(path) && texts.get(path);
  if (old !== undefined) return old;
  const text = readFileSync(path, 'utf8');
  known.set(path, { digest: digestOf(text), size: text.length });
  texts.set(path, text);
  return text;
}

function errorsIn(file: string, text: string): Finding[] {
  return text.split('\n').flatMap((line, i) => {
    const at = line.indexOf('ERROR');
    return at === -1 ? [] : [find('empty-file', file, { line: i + 1, column: at + 1 })];
  });
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** One request, its path sent as it is. */
export function get(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, ...options, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Bytes as they are, for what no HTTP client would send. @returns the answer's first line */
export async function raw(port: number, bytes: string | Uint8Array): Promise<string> {
  return (await whole(port, bytes)).split('\r\n')[0] ?? '';
}

/** @returns the whole answer to bytes as they are */
export function whole(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

export interface Event {
  event: string;
  id: string | null;
  data: unknown;
}

export interface Stream {
  events: Event[];
  /** The next event of the kind, or one that came already. */
  next(event: string): Promise<Event>;
  close(): void;
}

/** The script's address in a page, as the browser would load it. */
export function scriptOf(html: string): { folder: string; revision: string; token: string } {
  const src = /<script src="([^"]*)client\.js\?revision=(\d+)&amp;token=([\w-]+)" defer><\/script>/.exec(html);
  if (!src) throw new Error(`no script in ${html}`);
  const [, folder = '', revision = '', token = ''] = src;
  return { folder, revision, token };
}

/** Loads a page and connects as its script does. */
export async function open(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Stream & { body: string }> {
  const { body } = await get(url, path);
  const { folder, revision, token } = scriptOf(body);
  return { body, ...(await listen(url, `${folder}events?revision=${revision}&token=${token}`, headers)) };
}

export function listen(url: string, path: string, headers: Record<string, string> = {}): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`status ${response.statusCode}`));
      resolve(streamOf(response, () => sent.destroy()));
    });
    sent.on('error', reject);
    sent.end();
  });
}

function streamOf(response: IncomingMessage, close: () => void): Stream {
  const events: Event[] = [];
  let text = '';
  response.setEncoding('utf8');
  response.on('error', () => {});
  response.on('data', (piece: string) => {
    text += piece;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string): string | null => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
      const event = field('event');
      if (event !== null) events.push({ event, id: field('id'), data: JSON.parse(field('data') ?? 'null') });
    }
  });
  return {
    events,
    close,
    next: async (kind) => {
      await expect.poll(() => events.some(({ event }) => event === kind), { timeout: 5000, interval: 5 }).toBe(true);
      const at = events.findIndex(({ event }) => event === kind);
      return events.splice(at, 1)[0] as Event;
    },
  };
}

/** Waits until the page shows the text, as a reader would see it. */
export async function shows(url: string, path: string, text: string, timeout = 5000): Promise<void> {
  await expect.poll(async () => (await get(url, path)).body, { timeout, interval: 5 }).toContain(text);
}

/** Long enough for whatever was noticed to be rebuilt. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until no rebuild follows another any more; for ever, which fails the test, where they never end. */
export async function calm(rebuilds: () => number): Promise<void> {
  for (let last = -1; last !== rebuilds(); ) {
    last = rebuilds();
    await pause(700);
  }
}

/** @returns what is published at the path; empty when nothing is */
export function textOf(preview: { output: MemoryOutput }, path: string): string {
  return Buffer.from(preview.output.get(path)?.bytes ?? []).toString();
}
