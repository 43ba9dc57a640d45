import { headerDirectives } from '../../load/config/site.js';

/**
 * Everything is the site's own: a script or a style that some content could smuggle in has no right to run.
 * `frame-ancestors` has no effect in a meta element (CSP 3, 3.3) and is left to the server.
 */
const DEFAULT: Record<string, readonly string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};

/** @param additions sources to add, by directive in lower case, from `site.yaml`; with `'none'` they stand alone */
export function contentSecurityPolicy(additions: Record<string, string[]>): string {
  const names = [
    ...Object.keys(DEFAULT),
    ...Object.keys(additions)
      .filter((name) => !Object.hasOwn(DEFAULT, name) && !headerDirectives.includes(name))
      .sort(),
  ];
  return names.map((name) => [name, ...sourcesOf(DEFAULT[name] ?? [], additions[name] ?? [])].join(' ')).join('; ');
}

/** `'none'` beside another source is passed over (CSP 3, 6.7.2.7), so it stands alone or not at all. */
function sourcesOf(own: readonly string[], added: readonly string[]): readonly string[] {
  if (added.length === 0) return own;
  const others = added.filter((source) => !isNone(source));
  const kept = others.length < added.length ? [] : own.filter((source) => !isNone(source));
  return kept.length + others.length > 0 ? [...kept, ...others] : ["'none'"];
}

function isNone(source: string): boolean {
  return source.toLowerCase() === "'none'";
}
