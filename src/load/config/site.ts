import * as z from 'zod';

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

const link = z.strictObject({ label: z.string().min(1), href: z.string().min(1).refine(isLink) });

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
  name: z.string().min(1).default('发言摘登'),
  description: z.string().default(''),
  /** `https://news.example.cn/zhaideng/`: without it no canonical addresses and no sitemap. */
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  /** The interface's words, never the content's. */
  lang: z.enum(['zh-Hans', 'zh-Hant']).default('zh-Hans'),
  timeZone: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .default('+08:00'),
  nav: z.array(link).default([]),
  punctuation: z.strictObject({ fullWidth: z.boolean().default(true) }).prefault({}),
  /** Picture for link previews: a path under `_static` or an address. */
  image: z.string().nullable().default(null),
  /** Days of mourning: the whole site without colour. */
  greyscale: z.boolean().default(false),
  organisation: z
    .strictObject({
      name: z.string().nullable().default(null),
      undertaker: z.string().nullable().default(null),
      contact: z.string().nullable().default(null),
      phone: z.string().nullable().default(null),
      email: z.string().nullable().default(null),
      address: z.string().nullable().default(null),
    })
    .prefault({}),
  filing: z
    .strictObject({
      icp: z.string().nullable().default(null),
      security: z.string().nullable().default(null),
      /** 政府网站标识码 (SiteIDCode). */
      siteCode: z.string().nullable().default(null),
      /** Address of the 党政机关 badge's page. */
      institutionBadge: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
      /** Address of the 找错 (report an error) badge's page. */
      errorReport: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
    })
    .prefault({}),
  column: z
    .strictObject({ name: z.string().nullable().default(null), type: z.string().nullable().default(null) })
    .prefault({}),
  keywords: z.array(z.string()).default([]),
  /** Additions to the Content-Security-Policy: directive → sources. */
  csp: z.record(z.string(), z.array(z.string())).default({}).transform(byLowerCase),
});
export type SiteConfig = z.infer<typeof siteSchema>;
