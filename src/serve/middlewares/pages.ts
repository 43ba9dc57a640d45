import type { MemoryFile, MemoryOutput } from '../../publish/memory.js';
import { encodePath } from '../address.js';
import { contentTypeOf, isHtml } from '../contentType.js';
import { type Exchange, type Middleware, refuse } from '../exchange.js';
import { inject } from '../inject.js';
import { CLIENT } from './clientFiles.js';

export interface PagesOptions {
  output: MemoryOutput;
  prefix: () => string;
  token: string;
  /** Resolves when the first build has ended, well or badly: no request is answered before. */
  built: Promise<void>;
  /** The page that stands for a site that could not be built. */
  noSite(): string;
}

const NOT_FOUND = '404.html';

/** The site itself, from memory: no request reaches the disk. */
export function pages({ output, prefix, token, built, noSite }: PagesOptions): Middleware {
  const scriptAt = (revision: number): string => `${encodePath(prefix())}${CLIENT}?revision=${revision}&token=${token}`;

  /** Pages are made anew for each request, as each bears the revision that it shows. */
  function sendHtml({ response }: Exchange, status: number, html: Uint8Array, revision: number): true {
    const body = inject(html, scriptAt(revision));
    response.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    });
    response.end(body);
    return true;
  }

  return async (exchange) => {
    await built;
    const { path } = exchange;
    // From here on nothing waits: all that is looked at is of one revision.
    const { files, revision } = output;
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const file = files.get(name);
    if (file !== undefined) {
      return isHtml(name) ? sendHtml(exchange, 200, file.bytes, revision) : sendFile(exchange, name, file);
    }
    if (files.has(`${path}/index.html`)) return redirect(exchange, `${prefix()}${path}/`);
    if (revision === 0) return sendHtml(exchange, 503, Buffer.from(noSite()), revision);
    const notFound = files.get(NOT_FOUND);
    if (notFound !== undefined) return sendHtml(exchange, 404, notFound.bytes, revision);
    return refuse(exchange, 404, 'There is no such page.');
  };
}

/** Other files may be kept by the browser, which asks each time whether they are still the same. */
function sendFile({ request, response }: Exchange, path: string, { bytes, digest }: MemoryFile): true {
  const tag = `"${digest}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-cache');
  if (isKnown(request.headers['if-none-match'], tag)) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, { 'Content-Type': contentTypeOf(path), 'Content-Length': bytes.length });
  response.end(bytes);
  return true;
}

/** If-None-Match (RFC 9110, 13.1.2): a list of tags, compared without regard to `W/`. */
function isKnown(header: string | undefined, tag: string): boolean {
  return header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag) ?? false;
}

/** A folder's address ends in a slash, as web servers have it, or relative links would lead astray. */
function redirect(exchange: Exchange, path: string): true {
  const query = exchange.query.toString();
  const address = encodePath(path) + (query === '' ? '' : `?${query}`);
  return refuse(exchange, 307, address, { Location: address });
}
