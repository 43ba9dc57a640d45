import { addressOf, encodePath } from '../address.js';
import { type Middleware, refuse } from '../exchange.js';

/**
 * Finds what the request asks for. Outside the site's prefix there is nothing, save that its root leads in:
 * the terminal shows the whole address, but people type the short one.
 */
export function locate(prefix: () => string): Middleware {
  return (exchange) => {
    const address = addressOf(exchange.request.url ?? '', prefix());
    if (address.kind === 'path') {
      exchange.path = address.path;
      exchange.query = address.query;
      return false;
    }
    if (address.kind === 'refused') return refuse(exchange, address.status, 'This address makes no sense.');
    const home = encodePath(prefix());
    const { url } = exchange.request;
    if (url === '/' || `${url}/` === home) return refuse(exchange, 307, home, { Location: home });
    return refuse(exchange, 404, `网站在 ${home} 下面。The site lies under ${home}`);
  };
}
