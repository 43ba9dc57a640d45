import type { Digest, Stretch } from '../digest.js';
import type { Head } from '../head.js';
import { isLede } from '../lede.js';
import { BULLET } from '../text/marks.js';
import { acceptHeads } from './accept.js';
import { explicitHeadline } from './headlineFirst.js';
import type { Layout, Segment } from './layout.js';

/** The text first, then `——name（titles）`. */
export const attributionAfter: Layout = {
  id: 'attribution-after',
  name: { zh: '正文在前，——姓名（职务）在后', en: 'text first, then —— name (titles)' },
  example: `基层代表的心里话

种了一辈子地，最盼的就是水。
——何砚（青石村党支部书记）

孩子们有了操场，笑声都不一样了。
——罗青（乡村教师）`,
  weight: 1,
  segment,
  fits: () => true,
};

function segment(digest: Digest): Segment[] {
  const accepted = acceptHeads(digest, ['dash', 'explicit']).filter(
    ({ at, head }) => head.reading.kind !== 'role' && (head.form === 'explicit' || hasTextBefore(digest, at)),
  );
  if (
    introduces(
      digest,
      accepted.map(({ at }) => at),
    )
  )
    return [];
  const segments: Segment[] = [];
  let from = -1;
  for (const [index, { at, head }] of accepted.entries()) {
    if (head.form === 'explicit') {
      // An explicit line stands before its text, up to the next one or the block above the next dash line.
      const end = endOfExplicit(digest, at, accepted[index + 1]);
      segments.push({ head, at, first: at, end, headline: explicitHeadline(head), text: null });
      from = end;
      continue;
    }
    const first =
      from < 0
        ? firstStart(
            digest,
            at,
            accepted.map((each) => each.at),
          )
        : from;
    segments.push(one(digest, head, at, first));
    from = at + 1;
  }
  const last = segments.at(-1);
  if (last) last.end = digest.lines.length;
  return segments;
}

function endOfExplicit(digest: Digest, at: number, next: { at: number; head: Head } | undefined): number {
  if (!next) return digest.lines.length;
  if (next.head.form === 'explicit') return next.at;
  const block = digest.lines.findLastIndex(({ gap }, index) => gap && index > at + 1 && index < next.at);
  return block > 0 ? block : next.at;
}

/** A headline, `——titles name的发言`, then the text: the dash line stands before its text, not behind it. */
function introduces(digest: Digest, ends: readonly number[]): boolean {
  const last = ends.at(-1);
  if (last === undefined || ends.filter((at) => digest.isHeadlineLike(at - 1)).length * 2 <= ends.length) return false;
  const end = digest.lines.length;
  if (digest.nextText(last + 1, end, null) >= 0) return true;
  // One whose text was moved or lost shows nothing below the last name; what stands between the others does.
  const between = ends.slice(1).map((at, index) => digest.nextText((ends[index] ?? 0) + 1, at, null));
  return between.length > 0 && between.every((at) => at >= 0 && !digest.isHeadlineLike(at));
}

function hasTextBefore(digest: Digest, at: number): boolean {
  const first = digest.nextText(0, at, null);
  if (first < 0) return false;
  const isSecond = digest.nextText(first + 1, at, null) >= 0;
  return isSecond || (digest.lines[at - 1]?.kind === 'text' && !digest.isHeadlineLike(at - 1));
}

/**
 * Where the first text begins: behind the title; at its bullet, if the texts have bullets; behind the last
 * empty line, if the other texts have none inside. A lede above belongs to the edition.
 */
function firstStart(digest: Digest, at: number, ends: readonly number[]): number {
  const top = digest.lines.findIndex(({ kind }) => kind === 'text') + 1;
  const bullet = digest.lines.findLastIndex(
    ({ line }, index) => index >= top && index < at && BULLET.test(line.trimmed),
  );
  if (bullet >= 0) return firstOfRun(digest, bullet, top);
  const gapsInside = ends.slice(1).some((end, index) => gapWithin(digest, (ends[index] ?? 0) + 1, end));
  const block = digest.lines.findLastIndex(({ gap }, index) => gap && index >= top && index < at);
  if (block > top && !gapsInside && ends.length > 1) return block;
  return skipLede(digest, top, at);
}

function firstOfRun(digest: Digest, bullet: number, top: number): number {
  let first = bullet;
  for (let index = bullet - 1; index >= top; index--)
    if (BULLET.test(digest.lines[index]?.line.trimmed ?? '')) first = index;
  return first;
}

function gapWithin(digest: Digest, from: number, to: number): boolean {
  return digest.lines.slice(from + 1, to).some(({ gap, kind }) => gap && kind === 'text');
}

function skipLede(digest: Digest, top: number, at: number): number {
  let index = top;
  while (index < at - 1) {
    const each = digest.lines[index];
    if (!each || (each.kind === 'text' && !isLede(each.line.trimmed))) break;
    index++;
  }
  return index;
}

function one(digest: Digest, head: Head, at: number, first: number): Segment {
  const headline = headlineOf(digest, first, at);
  return { head, at, first, end: at + 1, headline, text: null };
}

/** A short first line without a sentence's end, with text behind it. */
function headlineOf(digest: Digest, first: number, at: number): Stretch | null {
  const line = digest.lines[first]?.line;
  if (!line || at - first < 2 || !digest.isHeadlineLike(first) || BULLET.test(line.trimmed)) return null;
  return { line, span: line.content };
}
