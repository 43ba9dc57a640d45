import * as z from 'zod';
import { speakerKindSchema } from '../../records/speech.js';
import type { Prose } from '../../render/plainProse.js';

/*
 * View models: all that a template can see. Theme templates are checked against these schemas when they are
 * compiled, so a misspelt variable is found before a page is written. Strings are for display (punctuation
 * widths already settled) and unescaped; `href` values are ready to use, with the site's path prefix.
 */

const link = z.object({ label: z.string(), href: z.string() });

/** A date as it is known: `2020` is `{ iso: '2020', text: '2020年' }`. */
const date = z.object({ iso: z.string(), text: z.string(), year: z.string() });

/** A headline whose halves are divided by a space breaks there: `parts` has them, `text` is the whole. */
const headline = z.object({ text: z.string(), parts: z.array(z.string()) });

const speakerRef = z.object({
  name: z.string(),
  /** Null for roles, which have no page. */
  href: z.string().nullable(),
  kind: speakerKindSchema,
  /** One character for the drawn portrait: the surname, or an organisation's first character. */
  monogram: z.string(),
  /** Address of the photograph, or null. */
  photo: z.string().nullable(),
});

export interface OutlinePoint {
  /** `一、` and `强链补链` for display. */
  marker: string;
  title: string;
  /** Path in the outline: the anchor on a page is `pointAnchor(speech.anchor, this)`, see `src/render/pointAnchor.ts`. */
  anchor: string;
  href: string;
  points: OutlinePoint[];
}
const outlinePoint: z.ZodType<OutlinePoint> = z.object({
  marker: z.string(),
  title: z.string(),
  anchor: z.string(),
  href: z.string(),
  get points() {
    return z.array(outlinePoint);
  },
});

const editionRef = z.object({
  href: z.string(),
  headline,
  date: date.nullable(),
  source: z.string().nullable(),
  occasion: z.string().nullable(),
});

const editionCard = editionRef.extend({
  /** People who speak: whoever speaks twice is one. */
  speakerCount: z.number(),
  /** The first speakers (at most twelve); `speakerCount` tells whether there are more. */
  speakers: z.array(speakerRef),
});

/** A text; the filter `prose` makes HTML of it. */
const body = z.custom<Prose>();

const speech = z.object({
  /** Id of the block on the page: a fragment. */
  anchor: z.string(),
  /** The speech's own page. */
  href: z.string(),
  speaker: speakerRef,
  titles: z.array(z.string()),
  notes: z.array(z.string()),
  headline: headline.nullable(),
  /** Which of the speaker's speeches in the edition it is, from 1; 0 where there is no other. */
  turn: z.number(),
  /** First paragraph as text. */
  opening: z.string(),
  body,
  outline: z.array(outlinePoint),
  /** The label of the link to the whole speech as pasted (详情), and the address elsewhere, or null. */
  detail: z.object({ label: z.string(), href: z.string().nullable() }).nullable(),
  excerpt: z.boolean(),
});

/** A speech listed away from its edition. */
const speechRef = z.object({
  href: z.string(),
  speaker: speakerRef,
  headline: headline.nullable(),
  titles: z.array(z.string()),
  turn: z.number(),
  edition: editionRef,
});

const site = z.object({
  name: z.string(),
  description: z.string(),
  lang: z.string(),
  home: z.string(),
  nav: z.array(link.extend({ current: z.boolean(), external: z.boolean() })),
  greyscale: z.boolean(),
  organisation: z.object({
    name: z.string().nullable(),
    undertaker: z.string().nullable(),
    contact: z.string().nullable(),
    phone: z.string().nullable(),
    /** `tel:` address, or null where `phone` is not a telephone number. */
    phoneHref: z.string().nullable(),
    email: z.string().nullable(),
    address: z.string().nullable(),
  }),
  filing: z.object({
    icp: z.string().nullable(),
    security: z.string().nullable(),
    /** Number within the 公网安备 number, for its official address. */
    securityCode: z.string().nullable(),
    institutionBadge: z.string().nullable(),
    errorReport: z.string().nullable(),
  }),
  /** Extra pages (`_pages`), for the foot. */
  pages: z.array(link),
  feed: z.string(),
  jsonFeed: z.string(),
  /** Null where there is no search page. */
  search: z.string().nullable(),
});

/** What every page has: `site` is computed once, `page` for each. */
const base = z.object({
  site,
  page: z.object({
    /** Address with the prefix: `/editions/x/`. */
    href: z.string(),
    canonical: z.string().nullable(),
    title: z.string(),
    description: z.string(),
    csp: z.string(),
    /** `name` → content, each only when known: the government meta names, and `robots`. */
    meta: z.array(z.object({ name: z.string(), content: z.string() })),
    /** Open Graph and Twitter: property → content. */
    social: z.array(z.object({ property: z.string(), content: z.string() })),
    /** JSON-LD, serialised so that it cannot end a script element. */
    jsonLd: z.string(),
    breadcrumbs: z.array(link),
    feeds: z.array(link),
  }),
  /** Addresses of the theme's assets by file name, with their hash: `assets['site.css']`. */
  assets: z.record(z.string(), z.string()),
  /** The interface's words in the site's language, by key: `words.archive`. Checked against the theme's word list. */
  words: z.record(z.string(), z.string()),
});

const edition = editionRef.extend({
  lede: z.array(z.string()),
  /** Words that are nobody's, by the number of speeches before them: `asides[2]` stands behind the second. */
  asides: z.record(z.string(), z.array(z.string())),
  credits: z.array(z.string()),
  speeches: z.array(speech),
});

const part = z.object({
  label: z.string(),
  /** Empty for the ellipsis, where parts are skipped. */
  href: z.string(),
  current: z.boolean(),
  /** Of the links to the newer part and to the older one. */
  rel: z.enum(['prev', 'next']).optional(),
  /** In the register: which of its two orders the link belongs to. */
  order: z.enum(['pinyin', 'strokes']).optional(),
});

export const viewSchemas = {
  home: base.extend({ edition: edition.nullable(), recent: z.array(editionCard), archive: z.string() }),
  editions: base.extend({
    editions: z.array(editionCard),
    years: z.array(link.extend({ count: z.number() })),
    total: z.number(),
  }),
  edition: base.extend({ edition, previous: editionRef.nullable(), next: editionRef.nullable() }),
  speech: base.extend({
    edition: editionRef,
    speech,
    /** True where `speech.body` is the full text and not the excerpt. */
    full: z.boolean(),
    previous: speechRef.nullable(),
    next: speechRef.nullable(),
    /** The speaker's nearest other speeches, at most five. */
    others: z.array(speechRef),
    /** A citation, as plain text. */
    citation: z.string(),
  }),
  speakers: base.extend({
    total: z.number(),
    byPinyin: z.array(
      z.object({
        letter: z.string(),
        anchor: z.string(),
        speakers: z.array(speakerRef.extend({ count: z.number(), titles: z.array(z.string()) })),
      }),
    ),
    byStrokes: z.array(z.object({ strokes: z.number(), anchor: z.string(), speakers: z.array(speakerRef) })),
    /** Where the register is split: links to the letters, to the numbers of strokes and to the parts beside. */
    parts: z.array(part),
  }),
  speaker: base.extend({
    speaker: speakerRef,
    /** Speeches; on an older part, those of the part, so that a new speech leaves the part as it is. */
    total: z.number(),
    /** The titles held, newest first, with the date at which they were held. */
    tenures: z.array(z.object({ titles: z.array(z.string()), date: date.nullable() })),
    /** The titles as `speakers.yaml` has them, in its order, each with its time: `2029年1月至2031年1月`, or empty. */
    terms: z.array(z.object({ title: z.string(), period: z.string() })),
    /** Newest first. */
    years: z.array(z.object({ year: z.string(), speeches: z.array(z.object({ edition: editionRef, speech })) })),
    /** Older speeches, in parts that count from the oldest. */
    parts: z.array(part),
    feed: z.string(),
  }),
  archive: base.extend({
    year: z.string(),
    editions: z.array(editionCard),
    years: z.array(part),
    parts: z.array(part),
  }),
  text: base.extend({ heading: z.string(), body }),
  notFound: base.extend({ recent: z.array(editionCard), archive: z.string() }),
  alias: z.object({
    href: z.string(),
    /** The whole address, or null where the site's is not known: a canonical link has to be a whole one. */
    canonical: z.string().nullable(),
    lang: z.string(),
    title: z.string(),
  }),
  feed: z.object({
    id: z.string(),
    title: z.string(),
    lang: z.string(),
    home: z.string(),
    self: z.string(),
    updated: z.string(),
    author: z.string(),
    entries: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        href: z.string(),
        updated: z.string(),
        summary: z.string(),
        content: z.array(z.object({ speech, edition: editionRef })),
        authors: z.array(z.string()),
      }),
    ),
  }),
  jsonFeed: z.object({ json: z.string() }),
  sitemap: z.object({ urls: z.array(z.object({ href: z.string(), modified: z.string().nullable() })) }),
  sitemapIndex: z.object({ sitemaps: z.array(z.string()) }),
  robots: z.object({ sitemap: z.string().nullable() }),
  /** Copied as it is: assets, `_static`, photographs. */
  file: z.object({ bytes: z.custom<Uint8Array>() }),
};

export type ViewKind = keyof typeof viewSchemas;
export type Views = { [K in ViewKind]: z.infer<(typeof viewSchemas)[K]> };
export type SiteView = z.infer<typeof site>;
export type PageView = z.infer<typeof base>['page'];
export type SpeechView = z.infer<typeof speech>;
export type SpeechRefView = z.infer<typeof speechRef>;
export type SpeakerRefView = z.infer<typeof speakerRef>;
export type EditionRefView = z.infer<typeof editionRef>;
export type EditionCardView = z.infer<typeof editionCard>;
export type EditionView = z.infer<typeof edition>;
export type DateView = z.infer<typeof date>;
export type HeadlineView = z.infer<typeof headline>;
export type LinkView = z.infer<typeof link>;
export type PartView = z.infer<typeof part>;
