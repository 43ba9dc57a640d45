import type { Site } from '../site/site.js';
import type { LinkView } from '../views/index.js';

/**
 * The way from the home page to a page, for readers and for search engines (https://schema.org/BreadcrumbList). Pages
 * below one page go on from its way, and what is said of it stands in each of them.
 */
export class Crumbs {
  readonly links: LinkView[];
  /** As a list's items in JSON, with a comma between them; empty where no whole address is known. */
  readonly items: string;

  private constructor(links: LinkView[], items: string) {
    this.links = links;
    this.items = items;
  }

  /** @returns the way to the home page */
  static home(site: Site): Crumbs {
    return new Crumbs([], '').to(site, { label: site.words.home ?? '', href: site.addresses.href('') });
  }

  /** @returns the way to a page that lies one step further */
  to({ addresses }: Site, link: LinkView): Crumbs {
    const links = [...this.links, link];
    const item = addresses.whole(link.href);
    if (item === null) return new Crumbs(links, '');
    const json = JSON.stringify({ '@type': 'ListItem', position: links.length, name: link.label, item });
    return new Crumbs(links, this.items === '' ? json : `${this.items},${json}`);
  }
}
