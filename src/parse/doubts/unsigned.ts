import { type Finding, find } from '../../diagnostics/finding.js';
import type { Digest } from '../digest.js';
import type { SpeechBlock } from './block.js';

/** Where speakers stand below their texts, a text below the last one is nobody's. */
export function doubtUnsigned(blocks: readonly SpeechBlock[], file: string): Finding[] {
  const last = blocks.at(-1);
  if (last?.segment.after !== true) return [];
  const below = last.body.find(({ at }) => at > last.segment.at);
  return below ? [find('unsigned-text', file, below.each.line.place, { speaker: last.speaker })] : [];
}

/** Where dashes sign the texts, a short line with a dash that was not read is a signature too. */
export function doubtSignatures(digest: Digest, blocks: readonly SpeechBlock[], file: string): Finding[] {
  const signed = new Set(blocks.map(({ segment }) => segment.at));
  if (!blocks.some(({ segment }) => segment.after && segment.head.form === 'dash')) return [];
  return digest.lines.flatMap(({ line, kind }, at) => {
    const text = line.trimmed;
    if (kind !== 'text' || signed.has(at) || !/^[—―─–-]{2,}\s*[^—―─–-]/u.test(text)) return [];
    // ——在全市大会上的发言 below the title is the occasion.
    if (
      text.length > 40 ||
      /[。！？!?；;]/u.test(text) ||
      /(?:发言|讲话|摘登|致辞|發言|講話)(?:摘登|摘要|选登)?$/u.test(text)
    )
      return [];
    return [find('signature-unread', file, line.place, { line: text })];
  });
}
