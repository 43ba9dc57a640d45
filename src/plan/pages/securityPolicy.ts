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

/** @param additions sources to add, by directive, from `site.yaml` */
export function contentSecurityPolicy(additions: Record<string, string[]>): string {
  const names = [
    ...Object.keys(DEFAULT),
    ...Object.keys(additions)
      .filter((name) => !Object.hasOwn(DEFAULT, name))
      .sort(),
  ];
  return names
    .map((name) =>
      [
        name,
        ...(DEFAULT[name] ?? []).filter((source) => source !== "'none'" || !additions[name]),
        ...(additions[name] ?? []),
      ].join(' '),
    )
    .join('; ');
}
