import { type Finding, find } from '../../diagnostics/finding.js';
import { type BodyLine, bears, type SpeechBlock } from './block.js';

/** Places that must keep to the pattern before one that does not is worth a word. */
const ENOUGH = 6;

/**
 * Where empty lines stand between speeches and nowhere else, one inside a speech may stand where a speaker line
 * was lost, and a speech without one before it may have got a neighbour's line.
 */
export function doubtGaps(blocks: readonly SpeechBlock[], file: string): Finding[] {
  const apart = blocks.filter(({ start }) => start?.gap);
  // A host breaks in between two speeches without a line to himself.
  const roles = blocks.filter(({ segment }) => segment.head.reading.kind === 'role').length;
  const isHosted = roles * 3 <= blocks.length;
  const joined = blocks
    .slice(1)
    .filter(({ start, segment }) => !start?.gap && !(isHosted && segment.head.reading.kind === 'role'));
  if (apart.length === 0 || !bears(apart.length, joined.length)) return [];
  const { inside, plain } = stepsIn(blocks);
  if (plain < 2 || !bears(apart.length, inside.length)) return [];
  // One too many beside one too few is what a line leaves that has moved over its border: there less will do.
  const moved = inside.some(({ index }) => lacksGap(blocks, index) || lacksGap(blocks, index + 1));
  if (!moved && (apart.length < 2 || plain + apart.length < ENOUGH)) return [];
  return [
    ...inside.map(({ line, block }) => find('gap-in-speech', file, line.each.line.place, { speaker: block.speaker })),
    ...joined.flatMap(({ start, speaker }) =>
      start ? [find('gap-missing', file, start.line.place, { speaker })] : [],
    ),
  ];
}

function lacksGap(blocks: readonly SpeechBlock[], index: number): boolean {
  return index > 0 && blocks[index]?.start?.gap === false;
}

/** A line behind an empty one, inside a speech. */
interface Step {
  line: BodyLine;
  block: SpeechBlock;
  index: number;
}

/**
 * Lines of text that follow right upon another one of the same speech; a speaker line may hold the first one.
 * @returns those behind an empty line, and how many others there are
 */
function stepsIn(blocks: readonly SpeechBlock[]): { inside: Step[]; plain: number } {
  const inside: Step[] = [];
  let plain = 0;
  for (const [index, block] of blocks.entries()) {
    const { body, segment } = block;
    let above: number | null | false = segment.text && segment.at;
    for (const line of body) {
      if (above === line.at - 1) {
        if (line.each.gap) inside.push({ line, block, index });
        else plain += 1;
      }
      above = line.at;
    }
  }
  return { inside, plain };
}
