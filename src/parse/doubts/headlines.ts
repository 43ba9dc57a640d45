import { type Finding, find } from '../../diagnostics/finding.js';
import type { Digest } from '../digest.js';
import { findPoints } from '../points.js';
import { findDate } from '../text/date.js';
import { bears, type SpeechBlock } from './block.js';

/**
 * Where headlines have lines of their own, a line that looks like one inside a speech is another speech's whose
 * speaker line was lost or stands elsewhere. Digests with subheadings have more than one of them.
 */
export function doubtHeadlines(digest: Digest, blocks: readonly SpeechBlock[], file: string): Finding[] {
  const own = blocks.filter(({ segment: { headline, head } }) => headline !== null && headline.line !== head.line);
  if (blocks.length < 2 || own.length === 0 || !bears(own.length, blocks.length - own.length)) return [];
  const stray = blocks.flatMap(({ body, speaker }) =>
    body.filter(({ at }) => isStray(digest, at)).map(({ each }) => ({ line: each.line, speaker })),
  );
  if (!bears(own.length, stray.length)) return [];
  return stray.map(({ line, speaker }) =>
    find('headline-in-speech', file, line.place, { line: line.trimmed.slice(0, 30), speaker }),
  );
}

function isStray(digest: Digest, at: number): boolean {
  if (!digest.isHeadlineLike(at)) return false;
  const text = digest.lines[at]?.line.trimmed ?? '';
  return !/^[（(【［[]/u.test(text) && findPoints([text]).length === 0 && findDate(text) === null;
}
