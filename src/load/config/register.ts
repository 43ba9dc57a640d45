import { z } from 'zod';

/** A title held from one date to another; an open end is left out. */
const term = z.strictObject({ title: z.string().min(1), from: z.string().optional(), to: z.string().optional() });

/** One person, organisation or role in `speakers.yaml`. */
const entry = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['person', 'organisation', 'role']).default('person'),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  aliases: z.array(z.string().min(1)).default([]),
  portrait: z.string().optional(),
  /** Words in a title that tell this person from a namesake. */
  distinguishedBy: z.array(z.string().min(1)).default([]),
  terms: z.array(term).default([]),
});

/** `speakers.yaml`: the register of speakers. Without it every name is one person. */
export const registerSchema = z.strictObject({ speakers: z.array(entry).default([]) });
export type Register = z.infer<typeof registerSchema>;
export type RegisterEntry = z.infer<typeof entry>;
