import * as z from 'zod/mini';
import { partialDate } from '../records/partialDate.js';
import { slugForm } from '../records/slugForm.js';

const text = z.string().check(z.minLength(1));

/** What an editor can say at the top of a text, or in `NAME.yaml` beside another format. */
export const frontMatterSchema = z.strictObject({
  title: z.optional(text),
  date: z.optional(z.string().check(z.regex(partialDate))),
  source: z.optional(text),
  occasion: z.optional(text),
  slug: z.optional(z.string().check(z.regex(slugForm))),
  aliases: z.optional(z.array(z.string().check(z.startsWith('/'))).check(z.maxLength(500))),
  draft: z.optional(z.boolean()),
  /** Name of a layout: the grammar then does not choose by itself. */
  layout: z.optional(text),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;
