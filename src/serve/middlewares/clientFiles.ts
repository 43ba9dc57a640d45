import { readFileSync } from 'node:fs';
import { programFolder } from '../../program.js';
import { type Middleware, refuse } from '../exchange.js';

/** Beside the server's own files no site has a name that begins like this. */
const FOLDER = '@zhaideng/';
export const CLIENT = `${FOLDER}client.js`;
const OVERLAY = `${FOLDER}overlay.css`;
/** Asked by pages that lost the server, until it answers again. */
const PING = `${FOLDER}ping`;

const types: Record<string, string> = {
  [CLIENT]: 'text/javascript; charset=utf-8',
  [OVERLAY]: 'text/css; charset=utf-8',
};

/** The script that every previewed page gets, and the overlay's look: files, as the pages' policy allows no inline code. */
export function clientFiles(): Middleware {
  const files = new Map(Object.keys(types).map((path) => [path, read(path.slice(FOLDER.length))]));
  return (exchange) => {
    const { path, response } = exchange;
    if (!path.startsWith(FOLDER)) return false;
    const body = files.get(path);
    if (body === undefined)
      return path === PING ? refuse(exchange, 200, 'zhaideng') : refuse(exchange, 404, 'No such file.');
    response.writeHead(200, {
      'Content-Type': types[path],
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    });
    response.end(body);
    return true;
  };
}

function read(name: string): Buffer {
  return readFileSync(new URL(`src/serve/client/${name}`, programFolder));
}
