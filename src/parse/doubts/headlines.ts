import { type Finding, find } from '../../diagnostics/finding.js';
import type { Digest } from '../digest.js';
import { findPoints } from '../points.js';
import { findDate } from '../text/date.js';
import type { Line } from '../text/line.js';
import { bears, type SpeechBlock } from './block.js';

/**
 * Where headlines have lines of their own, a line that looks like one inside a speech is another speech's whose
 * speaker line was lost or stands elsewhere. Digests with subheadings have more than one of them.
 */
export function doubtHeadlines(digest: Digest, blocks: readonly SpeechBlock[], file: string): Finding[] {
  return [...strayAbove(digest, blocks, file), ...strayInside(digest, blocks, file)];
}

/**
 * The last line of a speech looks like a headline (第二组), while others end in a sentence: it belongs to what
 * follows.
 */
function strayAbove(digest: Digest, blocks: readonly SpeechBlock[], file: string): Finding[] {
  const last = blocks.slice(1).flatMap(({ segment }, index) => {
    const { body, speaker } = blocks[index] as SpeechBlock;
    const above = body.at(-1);
    if (segment.first !== segment.at || segment.head.form === 'dash') return [];
    return above?.at === segment.at - 1 && isStray(digest, above.at) ? [{ line: above.each.line, speaker }] : [];
  });
  const isUsual = last.length > 1 && last.length * 2 >= blocks.length;
  return isUsual ? [] : last.map(({ line, speaker }) => doubt(line, speaker, file));
}

/** A line like a headline inside a speech, where headlines have lines of their own. */
function strayInside(digest: Digest, blocks: readonly SpeechBlock[], file: string): Finding[] {
  const own = blocks.filter(({ segment: { headline, head } }) => headline !== null && headline.line !== head.line);
  if (blocks.length < 2 || own.length === 0 || !bears(own.length, blocks.length - own.length)) return [];
  const stray = blocks.flatMap(({ body, speaker }) =>
    body.filter(({ at }) => isStray(digest, at)).map(({ each }) => ({ line: each.line, speaker })),
  );
  if (!bears(own.length, stray.length)) return [];
  return stray.map(({ line, speaker }) => doubt(line, speaker, file));
}

function doubt(line: Line, speaker: string, file: string): Finding {
  return find('headline-in-speech', file, line.place, { line: line.trimmed.slice(0, 30), speaker });
}

function isStray(digest: Digest, at: number): boolean {
  if (!digest.isHeadlineLike(at)) return false;
  const line = digest.lines[at]?.line;
  if (line === undefined || /^[（(【［[]/u.test(line.trimmed)) return false;
  return findPoints([{ line, span: line.content }]).length === 0 && findDate(line.trimmed) === null;
}
