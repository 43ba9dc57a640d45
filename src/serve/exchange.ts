import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request and its answer, as it goes through the middlewares. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Decoded path without prefix and leading slash: `editions/x/`; set by the first that knows. */
  path: string;
  query: URLSearchParams;
}

/** @returns true when it has answered; false to let the next one see the request */
export type Middleware = (exchange: Exchange) => boolean | Promise<boolean>;

/** Answers in plain words. */
export function refuse(
  { response }: Exchange,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): true {
  const body = Buffer.from(`${text}\n`);
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
  return true;
}
