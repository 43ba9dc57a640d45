import { type Finding, find } from '../../diagnostics/finding.js';
import type { SpeechBlock } from './block.js';

/** Where speakers stand below their texts, a text below the last one is nobody's. */
export function doubtUnsigned(blocks: readonly SpeechBlock[], file: string): Finding[] {
  const last = blocks.at(-1);
  if (last?.segment.head.form !== 'dash') return [];
  const below = last.body.find(({ at }) => at > last.segment.at);
  return below ? [find('unsigned-text', file, below.each.line.place, { speaker: last.speaker })] : [];
}
