import { type Middleware, refuse } from '../exchange.js';

/** Threat: a form or script elsewhere that makes the preview do something. Nothing here can be changed, only read. */
export const methodCheck: Middleware = (exchange) => {
  const { method } = exchange.request;
  if (method === 'GET' || method === 'HEAD') return false;
  return refuse(exchange, 405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
};
