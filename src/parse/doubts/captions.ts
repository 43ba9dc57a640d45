import { type Finding, find } from '../../diagnostics/finding.js';
import type { SpeechBlock } from './block.js';

/** Where captions stand right below the speaker line, one behind a paragraph shows that the paragraph has moved. */
export function doubtCaptions(blocks: readonly SpeechBlock[], file: string): Finding[] {
  if (!blocks.some(({ caption }) => caption === 'first')) return [];
  return blocks.flatMap(({ caption, speaker }) =>
    caption === null || caption === 'first' ? [] : [find('caption-late', file, caption.line.place, { speaker })],
  );
}
