import { type Finding, find } from '../../diagnostics/finding.js';
import { BULLET } from '../text/marks.js';
import { bears, type SpeechBlock } from './block.js';

/**
 * Where every speech begins with the same bullet, that bullet inside a speech begins another one.
 * @param enough speeches that make a pattern
 */
export function doubtBullets(blocks: readonly SpeechBlock[], enough: number, file: string): Finding[] {
  const starts = blocks.flatMap(({ start }) => bulletOf(start?.line.trimmed) ?? []);
  const [bullet] = starts;
  if (bullet === undefined || starts.length < enough || starts.some((each) => each !== bullet)) return [];
  if (!bears(starts.length, blocks.length - starts.length)) return [];
  const inside = blocks.flatMap(({ body, speaker, start }) =>
    body
      .filter(({ each }) => each !== start && bulletOf(each.line.trimmed) === bullet)
      .map(({ each }) => ({ line: each.line, speaker })),
  );
  if (!bears(starts.length, inside.length)) return [];
  return inside.map(({ line, speaker }) => find('bullet-in-speech', file, line.place, { bullet, speaker }));
}

function bulletOf(text: string | undefined): string | null {
  return BULLET.exec(text ?? '')?.[0] ?? null;
}
