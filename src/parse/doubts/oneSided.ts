import { type Finding, find } from '../../diagnostics/finding.js';
import type { SpeechBlock } from './block.js';

const ASKS = /(?:主持人?|记者|記者|提问者?|问|網友|网友)$/u;

/** 主持人： asks, and nobody is named who answers: the second paragraph below a question may be a guest's. */
export function doubtOneSided(blocks: readonly SpeechBlock[], file: string): Finding[] {
  if (!blocks.every(({ segment, speaker }) => segment.head.reading.kind === 'role' && ASKS.test(speaker))) return [];
  return blocks.flatMap(({ body, speaker, segment }) => {
    const answer = segment.text ? body[0] : body[1];
    return answer === undefined ? [] : [find('answer-unsigned', file, answer.each.line.place, { speaker })];
  });
}
