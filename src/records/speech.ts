import * as z from 'zod';
import type { Body } from './body.js';
import { placeSchema } from './place.js';
import { pointSchema } from './point.js';

/** Person: has a page. Organisation: has a page, no titles. Role (主持人): has no page, is never merged. */
export const speakerKindSchema = z.enum(['person', 'organisation', 'role']);
export type SpeakerKind = z.infer<typeof speakerKindSchema>;

/** The link that leads to the whole speech: 详情》》》. `href` is null where the paste has no address. */
export const detailSchema = z.object({ label: z.string().min(1), href: z.string().nullable() });
export type Detail = z.infer<typeof detailSchema>;

/** One official's speech in an edition, in the fields of the contract. */
export const speechSchema = z.object({
  id: z.string().min(1),
  speaker: z.string().min(1),
  speakerId: z.string(),
  speakerKind: speakerKindSchema,
  titles: z.array(z.string().min(1)),
  notes: z.array(z.string().min(1)),
  headline: z.string().min(1).nullable(),
  excerpt: z.boolean(),
  paragraphs: z.array(z.string().min(1)),
  points: z.array(pointSchema),
  detail: detailSchema.nullable(),
  position: placeSchema,
});
export type SpeechRecord = z.infer<typeof speechSchema>;

/** A picture that stands in the speaker's block: a file beside the input, or the bytes of an embedded one. */
export interface Picture {
  /** As written, or a name for an embedded one. */
  source: string;
  /** The file that it was found to be; absolute. */
  path?: string;
  bytes?: Uint8Array;
  alt: string;
}

/** The record with what it derives from. */
export interface Speech extends SpeechRecord {
  body: Body;
  pictures: Picture[];
}
