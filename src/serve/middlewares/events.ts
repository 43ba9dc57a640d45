import { type Middleware, refuse } from '../exchange.js';
import type { Hub } from '../live/hub.js';
import { isToken } from '../token.js';

const EVENTS = '@zhaideng/events';

/**
 * The stream that tells open pages of changes. Threat: another site listens, and learns file names, source
 * lines and the moments of every save (an EventSource needs no CORS to make the request, and a reader that is
 * no browser minds nothing). So a request must bear the token of this server's pages, and where the browser
 * says who asks, it must be one of them.
 */
export function events(hub: Hub, token: string): Middleware {
  return (exchange) => {
    if (exchange.path !== EVENTS) return false;
    const { request, response, query } = exchange;
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (origin !== undefined && origin !== `http://${host}`) return refuse(exchange, 403, 'Not from here.');
    if (site !== undefined && site !== 'same-origin') return refuse(exchange, 403, 'Not from here.');
    if (!isToken(token, query.get('token'))) return refuse(exchange, 403, 'This page is of an earlier server.');
    if (request.method === 'HEAD') return refuse(exchange, 200, '');
    // After a broken connection the browser tells the last revision that it heard of.
    const revision = Number(request.headers['last-event-id'] ?? query.get('revision'));
    hub.connect(response, Number.isInteger(revision) ? revision : -1);
    return true;
  };
}
