import * as z from 'zod';
import { partialDateSchema } from '../records/edition.js';

/** What an editor can say at the top of a text, or in `NAME.yaml` beside another format. */
export const frontMatterSchema = z.strictObject({
  title: z.string().min(1).optional(),
  date: partialDateSchema.optional(),
  source: z.string().min(1).optional(),
  occasion: z.string().min(1).optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  aliases: z.array(z.string().startsWith('/')).max(500).optional(),
  draft: z.boolean().optional(),
  /** Name of a layout: the grammar then does not choose by itself. */
  layout: z.string().min(1).optional(),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;
