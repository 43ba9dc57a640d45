/** Directives that the preview's script needs `'self'` in: to be loaded, to connect, to load the overlay's look. */
const needed = ['script-src', 'script-src-elem', 'connect-src', 'style-src', 'style-src-elem'];
/** Of these, those that count when another is not given. */
const needless = new Set(['script-src-elem', 'style-src-elem']);

const POLICY = /<meta\s[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/gi;
const CONTENT = /(\scontent=)(?:"([^"]*)"|'([^']*)')/i;

/**
 * Adds the preview's script to a page on its way to the browser; the page that is built never has it.
 * @param html the page
 * @param src the script's address
 * @returns the page with it, its policy widened by as much as the script needs
 */
export function inject(html: Uint8Array, src: string): Buffer {
  const page = Buffer.from(html.buffer, html.byteOffset, html.byteLength);
  const script = Buffer.from(`<script src="${src.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" defer></script>`);
  const end = endOfHead(page);
  const head = page.toString('utf8', 0, end);
  const open = head.replace(POLICY, (meta) =>
    meta.replace(CONTENT, (_all, name: string, double?: string, single?: string) => {
      return `${name}"${escapeAttribute(widen(unescapeAttribute(double ?? single ?? '')))}"`;
    }),
  );
  return Buffer.concat([Buffer.from(open), script, page.subarray(end)]);
}

/** Before `</head>`; a page without one gets the script at its end, where it works as well. */
function endOfHead(page: Buffer): number {
  for (const tag of ['</head>', '</HEAD>']) {
    const at = page.indexOf(tag);
    if (at !== -1) return at;
  }
  return page.length;
}

/** @returns the policy with `'self'` wherever the preview's script needs it, and nothing else changed */
export function widen(policy: string): string {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name !== '');
  const sourcesOf = (wanted: string): string[] | undefined =>
    directives.find(([name]) => name?.toLowerCase() === wanted)?.slice(1);
  const fallback = sourcesOf('default-src');
  for (const name of needed) {
    const own = sourcesOf(name);
    const sources = own ?? (needless.has(name) ? undefined : fallback);
    if (sources === undefined || sources.includes("'self'") || sources.includes('*')) continue;
    const widened = [name, ...sources.filter((source) => source.toLowerCase() !== "'none'"), "'self'"];
    if (own === undefined) directives.push(widened);
    else directives[directives.findIndex(([other]) => other?.toLowerCase() === name)] = widened;
  }
  return directives.map((directive) => directive.join(' ')).join('; ');
}

function unescapeAttribute(text: string): string {
  return text
    .replace(/&#39;|&#x27;|&apos;/gi, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
