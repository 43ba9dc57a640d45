import * as z from 'zod';

/** A date as far as it is known; `2029` is a number to YAML. */
const date = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(-\d{2}){0,2}$/));

/** A title held from one date to another; an open end is left out. */
const term = z.strictObject({ title: z.string().min(1), from: date.optional(), to: date.optional() });

/** One person, organisation or role in `speakers.yaml`. */
const entry = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['person', 'organisation', 'role']).default('person'),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  aliases: z.array(z.string().min(1)).default([]),
  /** A picture under `_static`. */
  portrait: z.string().optional(),
  /** Words in a title that tell this person from a namesake. */
  distinguishedBy: z.array(z.string().min(1)).default([]),
  terms: z.array(term).default([]),
});

/** `speakers.yaml`: the register of speakers. Without it every name is one person. */
export const registerSchema = z.strictObject({ speakers: z.array(entry).default([]) });
export type Register = z.infer<typeof registerSchema>;
export type RegisterEntry = z.infer<typeof entry>;
