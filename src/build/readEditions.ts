import type { ReadInput } from '../check/checkContent.js';
import type { Library } from '../editions/library.js';
import type { EditionSummary } from '../editions/summary.js';
import type { Input } from '../load/input.js';
import { compileEarlier } from './longRun.js';
import { pieceOf, share } from './share.js';
import type { Helper } from './threads.js';

/** Below so many bytes to read a worker costs more than it gives. */
export const WORTH = 1_500_000;
/** Bytes in a piece at most: some 10 ms. */
const PIECE = 50_000;

/**
 * Reads every edition that the library does not know.
 * @param helpers gives workers that can read
 * @returns all editions in the order of the inputs
 * @throws InputChanged, WorkerLost
 */
export async function readEditions(
  inputs: readonly Input[],
  library: Library,
  helpers: () => readonly Helper[],
): Promise<ReadInput[]> {
  const summaries: (EditionSummary | undefined)[] = inputs.map((input) => library.known(input));
  const due = [...inputs.keys()].filter((index) => summaries[index] === undefined);
  const weigh = (index: number): number => inputs[index]?.size ?? 0;
  let left = due.reduce((sum, index) => sum + weigh(index), 0);
  const isWorth = left >= WORTH;
  const workers = isWorth ? helpers() : [];
  if (isWorth && workers.length === 0) compileEarlier();
  let at = 0;
  await share(workers, {
    next: () => {
      if (at >= due.length) return undefined;
      const piece: number[] = [];
      const end = left - pieceOf(left, PIECE);
      do {
        const index = due[at++] ?? 0;
        left -= weigh(index);
        piece.push(index);
      } while (left > end && at < due.length);
      return piece;
    },
    here: async (piece) => {
      for (const index of piece) {
        const input = inputs[index];
        if (input) summaries[index] = await library.read(input);
      }
    },
    there: async (piece, helper) => {
      const asked = piece.flatMap((index) => inputs[index] ?? []);
      const packed = await helper.ask('read', asked);
      for (const [which, edition] of packed.entries()) {
        const [index, input] = [piece[which], asked[which]];
        if (index !== undefined && input) summaries[index] = library.take(input, edition);
      }
    },
  });
  return inputs.flatMap((input, index) => {
    const summary = summaries[index];
    return summary ? [{ input, summary }] : [];
  });
}
