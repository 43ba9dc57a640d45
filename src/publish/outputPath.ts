/** Device names of Windows: no file there can be called so, with or without an ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** What Windows refuses in a name; control characters hide in listings and break our own line formats. */
const REFUSED = /[\0-\x1f\x7f<>:"|?*\\]/;
/** Nearly all paths of a site: nothing in them needs a closer look, and a large site has a million. */
const PLAIN = /^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)?$/;
const PERHAPS_RESERVED = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)/;
/** Bytes in UTF-8: one name on ext4, APFS and NTFS, and Linux's whole path. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 4096;

/** The folder in the output that is ours and no page's: manifest, journal, lock, staging. */
export const PRIVATE = '.zhaideng';

/**
 * The last look at a planned path before it touches the disk. Planning checks the same and names the input;
 * a path that gets past it must still not write outside the output, or into what is ours.
 * @returns true when the path is relative, without `.`, `..` or empty parts, and a legal name everywhere
 */
export function isSafePath(path: string): boolean {
  if (path.length <= LONGEST_NAME && PLAIN.test(path) && !PERHAPS_RESERVED.test(path)) return true;
  if (path.length === 0 || REFUSED.test(path) || Buffer.byteLength(path) > LONGEST_PATH) return false;
  const parts = path.split('/');
  return parts.every(isSafeName) && fold(parts[0] ?? '') !== PRIVATE;
}

function isSafeName(name: string): boolean {
  if (name === '' || name === '.' || name === '..') return false;
  if (name.endsWith('.') || name.endsWith(' ') || RESERVED.test(name)) return false;
  return name.length * 3 <= LONGEST_NAME || Buffer.byteLength(name) <= LONGEST_NAME;
}

/** @returns the path as file systems that ignore case and composition see it (APFS, NTFS) */
export function fold(path: string): string {
  return /^[\0-@[-~]*$/.test(path) ? path : path.normalize('NFC').toLowerCase();
}

/** @returns the folder that a path lies in; `''` is the output itself */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** @returns the folder at the top that a path lies in; `''` for none */
export function topOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** @returns order by code units, the same under every locale */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
