import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Exchange, type Middleware, refuse } from './exchange.js';

/** @returns a server, not yet listening, that asks the middlewares in turn until one has answered */
export function makeServer(middlewares: readonly Middleware[]): Server {
  const server = createServer((request, response) => {
    void answer(middlewares, request, response);
  });
  // What is no HTTP: the parser's own answer, save that no status but these is promised.
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  return server;
}

async function answer(
  middlewares: readonly Middleware[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const exchange: Exchange = { request, response, path: '', query: new URLSearchParams() };
  try {
    for (const middleware of middlewares) if (await middleware(exchange)) return;
    refuse(exchange, 404, 'Nothing here.');
  } catch {
    // A mistake of ours must not end the preview: the editor would lose all open pages.
    if (response.headersSent) response.destroy();
    else refuse(exchange, 500, '预览程序出错了，请重试。The preview failed to answer this request; try again.');
  }
}
