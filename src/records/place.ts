import * as z from 'zod';

/** A place in an input: line and column count from 1, the column in UTF-16 units as in unist. */
export const placeSchema = z.object({ line: z.int().min(1), column: z.int().min(1) });
export type Place = z.infer<typeof placeSchema>;
