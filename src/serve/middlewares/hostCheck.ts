import { isIP } from 'node:net';
import { type Middleware, refuse } from '../exchange.js';

/**
 * Threat: DNS rebinding. A hostile site lets its own name point to 127.0.0.1 and then reads the preview as
 * if it were its own page, since the origin is the same. The browser still sends the hostile name as `Host`,
 * so only names that cannot be pointed elsewhere are answered: this machine's, addresses, and the one that
 * `--host` gave.
 * @param host the name or address that the server was told to listen on
 */
export function hostCheck(host: string): Middleware {
  return (exchange) => {
    if (isAllowedHost(exchange.request.headers.host, host)) return false;
    return refuse(exchange, 403, '请用终端里显示的网址打开预览。Use the address that the terminal shows.');
  };
}

/** @param header the `Host` header: a name or address, and mostly a port */
export function isAllowedHost(header: string | undefined, host: string): boolean {
  const name = nameOf(header ?? '');
  if (name === null) return false;
  if (name === 'localhost' || name.endsWith('.localhost') || name === host.toLowerCase()) return true;
  return isIP(name) !== 0;
}

/** @returns the name without port and brackets, in lower case; null when it is no host at all */
function nameOf(header: string): string | null {
  const match = /^(?:\[([\da-f:.%]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(header);
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? null : name.toLowerCase().replace(/\.$/, '');
}
