import type { Helper } from './threads.js';

/** Pieces of work that a worker has at a time: one to do, and one to go on with while the answer is on its way. */
const AHEAD = 2;

/** Work in pieces, for this thread and the workers alike. */
export interface Work<P> {
  /** @returns the next piece, or undefined when there is none left */
  next(): P | undefined;
  /** Does a piece in this thread. */
  here(piece: P): Promise<void>;
  /** Has a worker do it. */
  there(piece: P, helper: Helper): Promise<void>;
}

/**
 * Does all pieces: each thread takes the next one when it is free.
 * @throws the first error, when what was begun is done
 */
export async function share<P>(helpers: readonly Helper[], work: Work<P>): Promise<void> {
  const errors: unknown[] = [];
  const run = async (act: (piece: P) => Promise<void>): Promise<void> => {
    for (let piece = work.next(); piece !== undefined && errors.length === 0; piece = work.next()) {
      try {
        await act(piece);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  const theirs = helpers.flatMap((helper) =>
    Array.from({ length: AHEAD }, () => run((piece) => work.there(piece, helper))),
  );
  const here = async (piece: P): Promise<void> => {
    await work.here(piece);
    // Answers of workers are heard between two pieces.
    if (helpers.length > 0) await new Promise(setImmediate);
  };
  await Promise.all([...theirs, run(here)]);
  if (errors.length > 0) throw errors[0];
}
