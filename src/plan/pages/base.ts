import { leavesSite } from '../../render/leavesSite.js';
import type { Site } from '../site/site.js';
import type { LinkView, PageView, SiteView, Views } from '../views/index.js';
import type { Crumbs } from './crumbs.js';
import { siteImage } from './pictures.js';
import { contentSecurityPolicy } from './securityPolicy.js';
import { telephoneAddress } from './telephone.js';

/** What distinguishes one page from the others, in its head. */
export interface Head {
  /** Relative to the site: `editions/x/`. */
  path: string;
  title: string;
  description: string;
  breadcrumbs?: Crumbs;
  feeds?: LinkView[];
  /** A Schema.org object; serialised here. */
  data?: object;
  /** Open Graph's type. */
  type?: 'article' | 'profile' | 'website';
  /** Facts for the government meta names, each only when known. */
  facts?: { date?: string | null; source?: string | null; author?: string | null; column?: string | null };
}

type Base = Pick<Views['edition'], 'site' | 'page' | 'assets' | 'words'>;

/** The same on every page. */
type Shared = Omit<Base, 'page'>;

/** @returns what every page has: computed once for the site but for `page` */
export function baseView(site: Site, head: Head): Base {
  const { shared, same } = sharedOf(site);
  const page = pageView(site, head, same);
  if (!shared.site.nav.some(({ href }) => href === page.href)) return { page, ...shared };
  const nav = shared.site.nav.map((link) => ({ ...link, current: link.href === page.href }));
  return { page, ...shared, site: { ...shared.site, nav } };
}

/** Of each page's own part what is the same on every page. */
interface Same {
  csp: string;
  /** See {@link siteImage}. */
  image: string | null;
  /** The site's own. */
  feeds: LinkView[];
}

const cache = new WeakMap<Site, { shared: Shared; same: Same }>();

function sharedOf(site: Site): { shared: Shared; same: Same } {
  const known = cache.get(site);
  if (known) return known;
  const shared = { site: siteView(site), assets: assetsOf(site), words: site.words };
  const { name } = site.content.site;
  const same = {
    csp: contentSecurityPolicy(site.content.site.csp),
    image: siteImage(site),
    feeds: [shared.site.feed, shared.site.jsonFeed].map((href) => ({ label: name, href })),
  };
  const made = { shared, same };
  cache.set(site, made);
  return made;
}

function siteView(site: Site): SiteView {
  const { content, addresses, words } = site;
  const config = content.site;
  const ownNav = config.nav.map(({ label, href }) => ({ label, href: addresses.local(href), current: false }));
  const nav = [
    { label: words.home ?? '', href: addresses.href(''), current: false },
    { label: words.editions ?? '', href: addresses.href('editions/'), current: false },
    { label: words.speakers ?? '', href: addresses.href('speakers/'), current: false },
  ];
  return {
    name: config.name,
    description: config.description,
    lang: config.lang,
    home: addresses.href(''),
    nav: (ownNav.length > 0 ? ownNav : nav).map((link) => ({ ...link, external: leavesSite(link.href) })),
    greyscale: config.greyscale,
    organisation: { ...config.organisation, phoneHref: telephoneAddress(config.organisation.phone ?? '') },
    filing: {
      icp: config.filing.icp,
      security: config.filing.security,
      securityCode: /\d{8,}/u.exec(config.filing.security ?? '')?.[0] ?? null,
      institutionBadge: config.filing.institutionBadge,
      errorReport: config.filing.errorReport,
    },
    pages: site.pages.map(({ heading, path }) => ({ label: heading, href: addresses.href(path) })),
    feed: addresses.href('feed.xml'),
    jsonFeed: addresses.href('feed.json'),
    search: null,
  };
}

function assetsOf(site: Site): Record<string, string> {
  return Object.fromEntries(
    site.theme.assets.map(({ name, digest }) => [
      name,
      `${site.addresses.href(`assets/${name}`)}?v=${digest.slice(0, 12)}`,
    ]),
  );
}

function pageView(site: Site, head: Head, { csp, image, feeds }: Same): PageView {
  const { addresses } = site;
  const href = addresses.href(head.path);
  // The page of what is not found stands in for any address: it has none of its own, and no search engine keeps it.
  const isNotFound = head.path === '404.html';
  const canonical = isNotFound ? null : addresses.whole(href);
  const meta = governmentMeta(site, head, image, canonical);
  if (isNotFound) meta.push({ name: 'robots', content: 'noindex' });
  return {
    href,
    canonical,
    title: titleOf(site, head),
    description: head.description,
    csp,
    meta,
    social: socialMeta(site, head, image, canonical),
    jsonLd: serialise(head.data, head.breadcrumbs),
    breadcrumbs: head.breadcrumbs?.links ?? [],
    feeds: head.feeds ? feeds.concat(head.feeds) : feeds,
  };
}

/** Characters of a `<title>`: search engines and tabs cut a longer one, and checkers complain of it. */
const LONGEST_TITLE = 70;

/** The site's name is left out where it would make the title too long; a headline is never cut. */
function titleOf(site: Site, { path, title }: Head): string {
  const whole = `${title} - ${site.content.site.name}`;
  return path === '' || whole.length > LONGEST_TITLE ? title : whole;
}

/**
 * The names that the Chinese government-site rules (国办发〔2019〕19号 and the 网页设计规范) ask for. Their `Description`
 * is the page's `description`: a page may have one, in whatever case its name is written (HTML, 4.2.5.1).
 */
function governmentMeta(site: Site, head: Head, image: string | null, canonical: string | null): PageView['meta'] {
  const { site: config } = site.content;
  const { facts, title } = head;
  const meta: PageView['meta'] = [];
  const say = (name: string, content: string | null | undefined): void => {
    if (content) meta.push({ name, content });
  };
  say('SiteName', config.name);
  say('SiteDomain', site.addresses.domain);
  say('SiteIDCode', config.filing.siteCode);
  say('ColumnName', facts?.column ?? config.column.name);
  say('ColumnType', config.column.type);
  say('ArticleTitle', head.type === 'article' ? title : null);
  say('PubDate', facts?.date);
  say('ContentSource', facts?.source);
  say('Keywords', config.keywords.join(','));
  say('Author', facts?.author);
  say('Image', image);
  say('Url', canonical);
  return meta;
}

function socialMeta(
  site: Site,
  { type, title, description }: Head,
  image: string | null,
  canonical: string | null,
): PageView['social'] {
  const { name, lang } = site.content.site;
  const social: PageView['social'] = [];
  const say = (property: string, content: string | null): void => {
    if (content) social.push({ property, content });
  };
  say('og:type', type ?? 'website');
  say('og:site_name', name);
  say('og:title', title);
  say('og:description', description);
  say('og:url', canonical);
  say('og:image', image);
  say('og:locale', lang === 'zh-Hant' ? 'zh_TW' : 'zh_CN');
  say('twitter:card', image ? 'summary_large_image' : 'summary');
  return social;
}

/** `</script>` inside a string would end the element: `<` is written as an escape (JSON-LD 1.1, 7.1). */
function serialise(data: object | undefined, crumbs: Crumbs | undefined): string {
  const list = crumbs?.items ? `{"@type":"BreadcrumbList","itemListElement":[${crumbs.items}]}` : null;
  if (data === undefined && list === null) return '';
  const own = data && JSON.stringify(data);
  const json =
    own && list
      ? `{"@context":"https://schema.org","@graph":[${own},${list}]}`
      : `{"@context":"https://schema.org",${(own ?? list ?? '').slice(1)}`;
  return unsafe.test(json) ? json.replace(everyUnsafe, unitEscape) : json;
}

const unsafe = /[<\u2028\u2029]/;
const everyUnsafe = /[<\u2028\u2029]/g;
const unitEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
