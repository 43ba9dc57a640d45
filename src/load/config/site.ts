import * as z from 'zod/mini';

/**
 * Directives that do nothing in a meta element (CSP 3, 3.3): only a server's header can say them.
 * They are left out of the policy.
 */
export const headerDirectives: readonly string[] = ['frame-ancestors', 'report-uri', 'sandbox'];

/**
 * Schemes of a link by an allow-list: `javascript:` would be a script of the configuration's. Browsers pass over
 * blanks before a scheme and line breaks in it (URL Standard, 4.4), so neither may stand in an address.
 */
function isLink(href: string): boolean {
  if (/[\p{Cc}\s\\]/u.test(href)) return false;
  return /^(?:https?:\/\/|mailto:|tel:)/iu.test(href) || !/^[^/?#]*:/u.test(href);
}

const link = z.strictObject({
  label: z.string().check(z.minLength(1)),
  href: z.string().check(z.minLength(1), z.refine(isLink)),
});

const address = () => orNull(z.url({ protocol: /^https?$/ }));
const text = () => orNull(z.string());

function orNull<T extends z.ZodMiniType>(schema: T) {
  return z._default(z.nullable(schema), null);
}

/** Names of directives know no case (CSP 3, 2.2.1); two spellings of one name are one. */
function byLowerCase(written: Record<string, string[]>): Record<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const [name, sources] of Object.entries(written)) {
    const key = name.toLowerCase();
    directives.set(key, [...(directives.get(key) ?? []), ...sources]);
  }
  return Object.fromEntries(directives);
}

/** `site.yaml`. Every key has a default; an unknown key is an error, since it is mostly a slip of the pen. */
export const siteSchema = z.strictObject({
  name: z._default(z.string().check(z.minLength(1)), '发言摘登'),
  description: z._default(z.string(), ''),
  /** `https://news.example.cn/zhaideng/`: without it no canonical addresses and no sitemap. */
  url: address(),
  /** The interface's words, never the content's. */
  lang: z._default(z.enum(['zh-Hans', 'zh-Hant']), 'zh-Hans'),
  timeZone: z._default(z.string().check(z.regex(/^[+-]\d{2}:\d{2}$/)), '+08:00'),
  nav: z._default(z.array(link), []),
  punctuation: z.prefault(z.strictObject({ fullWidth: z._default(z.boolean(), true) }), {}),
  /** Picture for link previews: a path under `_static` or an address. */
  image: text(),
  /** Days of mourning: the whole site without colour. */
  greyscale: z._default(z.boolean(), false),
  organisation: z.prefault(
    z.strictObject({
      name: text(),
      undertaker: text(),
      contact: text(),
      phone: text(),
      email: text(),
      address: text(),
    }),
    {},
  ),
  filing: z.prefault(
    z.strictObject({
      icp: text(),
      security: text(),
      /** 政府网站标识码 (SiteIDCode). */
      siteCode: text(),
      /** Address of the 党政机关 badge's page. */
      institutionBadge: address(),
      /** Address of the 找错 (report an error) badge's page. */
      errorReport: address(),
    }),
    {},
  ),
  column: z.prefault(z.strictObject({ name: text(), type: text() }), {}),
  keywords: z._default(z.array(z.string()), []),
  /** Additions to the Content-Security-Policy: directive → sources. */
  csp: z.pipe(z._default(z.record(z.string(), z.array(z.string())), {}), z.transform(byLowerCase)),
});
export type SiteConfig = z.infer<typeof siteSchema>;
