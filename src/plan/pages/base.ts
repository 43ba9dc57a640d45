import { leavesSite } from '../../render/leavesSite.js';
import type { Site } from '../site/site.js';
import type { LinkView, PageView, SiteView, Views } from '../views/index.js';
import { siteImage } from './pictures.js';
import { contentSecurityPolicy } from './securityPolicy.js';
import { breadcrumbData } from './structuredData.js';
import { telephoneAddress } from './telephone.js';

/** What distinguishes one page from the others, in its head. */
export interface Head {
  /** Relative to the site: `editions/x/`. */
  path: string;
  title: string;
  description: string;
  breadcrumbs?: LinkView[];
  feeds?: LinkView[];
  /** Schema.org objects; serialised here. */
  data?: object[];
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
  const { shared, csp } = sharedOf(site);
  const page = pageView(site, head, csp);
  if (!shared.site.nav.some(({ href }) => href === page.href)) return { page, ...shared };
  const nav = shared.site.nav.map((link) => ({ ...link, current: link.href === page.href }));
  return { page, ...shared, site: { ...shared.site, nav } };
}

const cache = new WeakMap<Site, { shared: Shared; csp: string }>();

function sharedOf(site: Site): { shared: Shared; csp: string } {
  const known = cache.get(site);
  if (known) return known;
  const shared = { site: siteView(site), assets: assetsOf(site), words: site.words };
  const made = { shared, csp: contentSecurityPolicy(site.content.site.csp) };
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

function pageView(site: Site, head: Head, csp: string): PageView {
  const { addresses, content } = site;
  // The page of what is not found stands in for any address: it has none of its own, and no search engine keeps it.
  const isNotFound = head.path === '404.html';
  const canonical = isNotFound ? null : addresses.absolute(head.path);
  return {
    href: addresses.href(head.path),
    canonical,
    title: titleOf(site, head),
    description: head.description,
    csp,
    meta: [...governmentMeta(site, head, canonical), ...(isNotFound ? [{ name: 'robots', content: 'noindex' }] : [])],
    social: socialMeta(site, head, canonical),
    jsonLd: serialise([...(head.data ?? []), ...breadcrumbData(site, head.breadcrumbs ?? [])]),
    breadcrumbs: head.breadcrumbs ?? [],
    feeds: [
      { label: content.site.name, href: addresses.href('feed.xml') },
      { label: content.site.name, href: addresses.href('feed.json') },
      ...(head.feeds ?? []),
    ],
  };
}

/** Characters of a `<title>`: search engines and tabs cut a longer one, and checkers complain of it. */
const LONGEST_TITLE = 70;

/** The site's name is left out where it would make the title too long; a headline is never cut. */
function titleOf(site: Site, { path, title }: Head): string {
  const whole = `${title} - ${site.content.site.name}`;
  return path === '' || whole.length > LONGEST_TITLE ? title : whole;
}

/** The names that the Chinese government-site rules (国办发〔2019〕19号 and the 网页设计规范) ask for. */
function governmentMeta(site: Site, head: Head, canonical: string | null): PageView['meta'] {
  const { site: config } = site.content;
  const { date, source, author, column } = head.facts ?? {};
  const isArticle = head.type === 'article';
  const values: [string, string | null | undefined][] = [
    ['SiteName', config.name],
    ['SiteDomain', site.addresses.domain],
    ['SiteIDCode', config.filing.siteCode],
    ['ColumnName', column ?? config.column.name],
    ['ColumnType', config.column.type],
    ['ArticleTitle', isArticle ? head.title : null],
    ['PubDate', date],
    ['ContentSource', source],
    ['Keywords', config.keywords.length > 0 ? config.keywords.join(',') : null],
    ['Author', author],
    ['Description', head.description],
    ['Image', siteImage(site)],
    ['Url', canonical],
  ];
  return values.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

function socialMeta(site: Site, head: Head, canonical: string | null): PageView['social'] {
  const image = siteImage(site);
  const values: [string, string | null][] = [
    ['og:type', head.type ?? 'website'],
    ['og:site_name', site.content.site.name],
    ['og:title', head.title],
    ['og:description', head.description],
    ['og:url', canonical],
    ['og:image', image],
    ['og:locale', site.content.site.lang === 'zh-Hant' ? 'zh_TW' : 'zh_CN'],
    ['twitter:card', image ? 'summary_large_image' : 'summary'],
  ];
  return values.flatMap(([property, content]) => (content ? [{ property, content }] : []));
}

/** `</script>` inside a string would end the element: `<` is written as an escape (JSON-LD 1.1, 7.1). */
function serialise(objects: readonly object[]): string {
  if (objects.length === 0) return '';
  const value =
    objects.length === 1
      ? { '@context': 'https://schema.org', ...objects[0] }
      : { '@context': 'https://schema.org', '@graph': objects };
  return JSON.stringify(value)
    .replace(/</gu, '\\u003c')
    .replace(/\u2028/gu, '\\u2028')
    .replace(/\u2029/gu, '\\u2029');
}
