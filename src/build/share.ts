import type { Helper } from './threads.js';

/**
 * Pieces of work that a worker has at a time: one to do, and others to go on with until this thread hears that it is
 * done, which is between two pieces of its own. With one to go on with workers waited for a tenth of their time.
 */
const AHEAD = 4;

/** Parts of what is left that a piece is at most: the last ones are small, so that all threads end at the same time. */
const PARTS = 32;

/** @returns the size of the next piece of work */
export function pieceOf(left: number, most: number): number {
  return Math.min(most, Math.ceil(left / PARTS));
}

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
