import { type Digest, type DigestLine, isCaption, repeats, speakerOf, titlesOf } from '../digest.js';
import type { Segment } from '../layouts/layout.js';
import type { UnnamedSpeech } from '../speech.js';

/** A line of text inside a speech, with where it stands in the file. */
export interface BodyLine {
  at: number;
  each: DigestLine;
}

/** One speech as the doubts look at it: where it begins, and its lines of text without headline and caption. */
export interface SpeechBlock {
  segment: Segment;
  speaker: string;
  /** The line where the speech begins: its speaker line, or a headline or text above that. */
  start: DigestLine | undefined;
  body: BodyLine[];
  /** The speaker's own caption: right below the speaker line, or the line further down, or none. */
  caption: 'first' | DigestLine | null;
  /** Markers of the outermost points. */
  outline: string[];
}

/**
 * @param speeches the records made of the segments, in the same order
 * @returns the speeches of a file in order
 */
export function blocksOf(
  digest: Digest,
  segments: readonly Segment[],
  speeches: readonly UnnamedSpeech[],
): SpeechBlock[] {
  return segments.map((segment, index) => {
    const speaker = speakerOf(segment.head);
    let caption: SpeechBlock['caption'] = null;
    const titles = new Set(titlesOf(segment.head));
    const around = [...(segment.fields ?? []), ...(segment.remarks ?? [])];
    const body: BodyLine[] = [];
    for (let at = segment.first; at < segment.end; at++) {
      const each = digest.lines[at];
      if (each?.kind !== 'text' || at === segment.at || each.line === segment.headline?.line) continue;
      if (around.some(({ line }) => line === each.line)) continue;
      if (isCaption(each, speaker) || (body.length === 0 && repeats(each, speaker, titles))) {
        caption ??= body.length === 0 ? 'first' : each;
        continue;
      }
      body.push({ at, each });
    }
    const outline = speeches[index]?.points.map(({ marker }) => marker) ?? [];
    return { segment, speaker, start: digest.lines[segment.first], body, caption, outline };
  });
}

/** How many exceptions a pattern bears that `regular` places of a file follow. */
export function bears(regular: number, exceptions: number): boolean {
  return exceptions <= Math.max(1, Math.floor(regular / 4));
}
