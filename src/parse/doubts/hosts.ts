import { type Finding, find } from '../../diagnostics/finding.js';
import type { SpeechBlock } from './block.js';

/** A host says a line between two speeches that have headlines: a paragraph below it may be the next speaker's, or the last one's. */
export function doubtHosts(blocks: readonly SpeechBlock[], file: string): Finding[] {
  const titled = blocks.filter(({ segment }) => segment.headline !== null);
  if (titled.length < 2) return [];
  return blocks.flatMap(({ segment, body, speaker }) => {
    const first = segment.head.reading.kind === 'role' && segment.text !== null ? body[0] : undefined;
    return first === undefined ? [] : [find('host-goes-on', file, first.each.line.place, { speaker })];
  });
}
