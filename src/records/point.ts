import * as z from 'zod';

/** One point of a speech's outline: 一、强链补链 is marker `一、` and title `强链补链`. */
export interface Point {
  /** As written, with the mark that belongs to it: `一、` `(一)` `1.` `一是` `第一，`. */
  marker: string;
  title: string;
  /** Index of the paragraph in which the marker stands, from 0. */
  paragraph: number;
  points: Point[];
}

export const pointSchema: z.ZodType<Point> = z.object({
  marker: z.string().min(1),
  title: z.string(),
  paragraph: z.int().min(0),
  get points() {
    return z.array(pointSchema);
  },
});
