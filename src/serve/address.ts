/** What a request asks for: a path in the site, something outside the prefix, or nothing that makes sense. */
export type Address =
  | { kind: 'path'; path: string; query: URLSearchParams }
  | { kind: 'outside' }
  | { kind: 'refused'; status: 400 | 404 };

/** Longer ones are no address of a site; Linux has no longer path. Characters, still encoded. */
const LONGEST = 8192;

/**
 * Decodes the target of a request, once. Threats: `..` in any spelling (`%2e%2e`, `..\`, `%5c`), an encoded
 * slash that makes two parts of one, NUL and other control characters, `//host` that a redirect would turn
 * into another site's address. The result is looked up in a map in memory and never reaches the disk; it is
 * checked all the same, as what is built on it may.
 * @param target as the request line has it: path and query
 * @param prefix the site's own path, `/` or `/x/`
 */
export function addressOf(target: string, prefix: string): Address {
  if (target.length > LONGEST) return { kind: 'refused', status: 400 };
  const mark = target.indexOf('?');
  const encoded = mark === -1 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
  if (!encoded.startsWith('/')) return { kind: 'refused', status: 400 };
  const parts: string[] = [];
  for (const part of encoded.slice(1).split('/')) {
    const decoded = decode(part);
    if (decoded === null) return { kind: 'refused', status: 400 };
    parts.push(decoded);
  }
  // `//` and `/./` name no file of a site; only the last part may be empty: the address of a folder.
  if (parts.slice(0, -1).includes('')) return { kind: 'refused', status: 404 };
  const path = `/${parts.join('/')}`;
  if (!path.startsWith(prefix)) return { kind: 'outside' };
  return { kind: 'path', path: path.slice(prefix.length), query };
}

function decode(part: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    return null;
  }
  if (decoded === '.' || decoded === '..') return null;
  return /[\0-\x1f\x7f/\\]/.test(decoded) ? null : decoded;
}

/** @returns an output path as an address: each part encoded */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
