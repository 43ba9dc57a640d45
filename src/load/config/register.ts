import * as z from 'zod/mini';
import { partialDate } from '../../records/partialDate.js';
import { slugForm } from '../../records/slugForm.js';

const text = z.string().check(z.minLength(1));

/** A date as far as it is known; `2029` is a number to YAML. */
const date = z.pipe(
  z.pipe(z.union([z.number(), z.string()]), z.transform(String)),
  z.string().check(z.regex(partialDate)),
);

/** A title held from one date to another; an open end is left out. */
const term = z.strictObject({ title: text, from: z.optional(date), to: z.optional(date) });

/** One person, organisation or role in `speakers.yaml`. */
const entry = z.strictObject({
  name: text,
  kind: z._default(z.enum(['person', 'organisation', 'role']), 'person'),
  slug: z.optional(z.string().check(z.regex(slugForm))),
  aliases: z._default(z.array(text), []),
  /** A picture under `_static`. */
  portrait: z.optional(z.string()),
  /** Words in a title that tell this person from a namesake. */
  distinguishedBy: z._default(z.array(text), []),
  terms: z._default(z.array(term), []),
});

/** `speakers.yaml`: the register of speakers. Without it every name is one person. */
export const registerSchema = z.strictObject({ speakers: z._default(z.array(entry), []) });
export type Register = z.infer<typeof registerSchema>;
export type RegisterEntry = z.infer<typeof entry>;
