import * as z from 'zod';

/** Code points of an input that are no white space, by where they went. The three sum to `characters`. */
export const accountingSchema = z.object({
  characters: z.int().min(0),
  placed: z.int().min(0),
  decoration: z.int().min(0),
  unplaced: z.int().min(0),
});
export type Accounting = z.infer<typeof accountingSchema>;

export const emptyAccounting: Accounting = { characters: 0, placed: 0, decoration: 0, unplaced: 0 };

/** @returns the sum of two accounts, field by field */
export function addAccounting(a: Accounting, b: Accounting): Accounting {
  return {
    characters: a.characters + b.characters,
    placed: a.placed + b.placed,
    decoration: a.decoration + b.decoration,
    unplaced: a.unplaced + b.unplaced,
  };
}
