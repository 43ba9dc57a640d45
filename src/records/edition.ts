import * as z from 'zod';
import { partialDate } from './partialDate.js';
import { type Speech, speechSchema } from './speech.js';

/** Words that are nobody's between two speeches or behind the last: the head of a group, a narrator's line, 编后. */
export const asideSchema = z.object({
  /** How many speeches stand before it; words before the first one are the lede. */
  after: z.int().min(1),
  paragraphs: z.array(z.string().min(1)).min(1),
});
export type Aside = z.infer<typeof asideSchema>;

/** One meeting's digest: one input file. The fields are those of the contract. */
export const editionSchema = z.object({
  id: z.string().min(1),
  file: z.string().min(1),
  title: z.string(),
  date: z.string().regex(partialDate).nullable(),
  source: z.string().nullable(),
  occasion: z.string().nullable(),
  lede: z.array(z.string()),
  asides: z.array(asideSchema),
  credits: z.array(z.string()),
  speeches: z.array(speechSchema),
});
export type EditionRecord = z.infer<typeof editionSchema>;

export interface Edition extends EditionRecord {
  speeches: Speech[];
  /** Older addresses of the page, from the front matter. */
  aliases: string[];
  draft: boolean;
}
