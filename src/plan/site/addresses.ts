/** Addresses of the site: with the path prefix of its address, and absolute where there is one. */
export class Addresses {
  /** `/`, or `/zhaideng/` where the site lies below its host's root. */
  readonly prefix: string;
  /** The host's name, for `SiteDomain`. */
  readonly domain: string | null;
  readonly #origin: string | null;

  /** @param url the site's address, or null when it is not known */
  constructor(url: string | null) {
    const parsed = url === null ? null : new URL(url);
    this.#origin = parsed?.origin ?? null;
    this.domain = parsed?.hostname ?? null;
    this.prefix = parsed ? parsed.pathname.replace(/\/*$/u, '/') : '/';
  }

  /** @param href an address of the site with the prefix. @returns the whole address, or null when it is not known */
  whole(href: string): string | null {
    return this.#origin === null ? null : this.#origin + href;
  }

  /** @param path `editions/x/`, relative to the site. @returns the address to link to, with the prefix */
  href(path: string): string {
    return this.prefix + encodePath(path);
  }

  /** @param href of a folder of the site. @returns the address of the folder `name` in it */
  within(href: string, name: string): string {
    return `${href}${encodePath(name)}/`;
  }

  /** @param href a link as its author writes it. @returns `/about/` below the site's prefix, any other as it is */
  local(href: string): string {
    return href.startsWith('/') && !/^[\\/]{2}/u.test(href) ? this.prefix + href.slice(1) : href;
  }

  /** @returns the whole address, or null when the site's is not known */
  absolute(path: string): string | null {
    return this.whole(this.href(path));
  }

  /**
   * Id of a feed's entry (RFC 4287, 4.2.6): its address, or a `tag:` (RFC 4151) that names no host.
   * @param year the year in which the thing was first published; part of the tag
   */
  id(path: string, year: string | null): string {
    return this.absolute(path) ?? `tag:localhost,${year ?? '2000'}:/${encodePath(path)}`;
  }
}

function encodePath(path: string): string {
  if (/^[\w./-]*$/.test(path)) return path;
  return path.split('/').map(encodeURIComponent).join('/');
}

/** @returns where an address's page lies in the output: `editions/x/` → `editions/x/index.html` */
export function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

export function editionPath(edition: { summary: { id: string } }): string {
  return `editions/${edition.summary.id}/`;
}

export function speechPath(edition: { summary: { id: string } }, speech: { id: string }): string {
  return `${editionPath(edition)}${speech.id}/`;
}

export function speakerPath(speaker: { slug: string }): string {
  return `speakers/${speaker.slug}/`;
}

export function yearPath(year: string): string {
  return `archive/${year || 'undated'}/`;
}
