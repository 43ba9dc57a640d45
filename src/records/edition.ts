import * as z from 'zod';
import { type Speech, speechSchema } from './speech.js';

/** A date at the precision that is known: year, month or day. No page invents the rest. */
export const partialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** One meeting's digest: one input file. The fields are those of the contract. */
export const editionSchema = z.object({
  id: z.string().min(1),
  file: z.string().min(1),
  title: z.string(),
  date: partialDateSchema.nullable(),
  source: z.string().nullable(),
  occasion: z.string().nullable(),
  lede: z.array(z.string()),
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
