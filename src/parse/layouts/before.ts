import { type Digest, type Stretch, speakerOf } from '../digest.js';
import type { Form, Head } from '../head.js';
import { HEADLINE_NEVER_ENDS } from '../text/marks.js';
import { type Span, textOf, trim } from '../text/span.js';
import { acceptHeads, type Candidate, suspectHeads } from './accept.js';
import type { Segment } from './layout.js';

/**
 * Cuts a file whose speaker lines stand before the text and are marked: by a colon, brackets or bars. All
 * layouts of this family share the cut, so a file may mix them; each names the form it is about.
 */
export function segmentBefore(digest: Digest): Segment[] {
  const known = cache.get(digest);
  if (known) return known;
  const segments = cut(digest);
  cache.set(digest, segments);
  return segments;
}

const FORMS: readonly Form[] = ['explicit', 'bracket', 'colon'];

const cache = new WeakMap<Digest, Segment[]>();

function cut(digest: Digest): Segment[] {
  const accepted = acceptHeads(digest, FORMS);
  const suspects = suspectHeads(digest, FORMS, accepted);
  // Both lists are in order of the file: one pointer serves all segments.
  let next = 0;
  const nextLine = headlineOnNextLine(digest, accepted);
  return accepted.map(({ at, head }, index) => {
    const end = accepted[index + 1]?.at ?? digest.lines.length;
    const inside: Head[] = [];
    for (; (suspects[next]?.at ?? end) < end; next++) {
      const suspect = suspects[next];
      if (suspect && suspect.at > at) inside.push(suspect.head);
    }
    return { suspects: inside, ...segment(digest, { at, head }, end, nextLine) };
  });
}

function segment(digest: Digest, { at, head }: Candidate, end: number, nextLine: boolean): Segment {
  const base = { head, at, first: at, end };
  const rest = restWithoutDetail(digest, at, head);
  const body = digest.nextText(at + 1, end, speakerOf(head));
  if (rest.end > rest.start) {
    const stretch: Stretch = { line: head.line, span: rest };
    const text = textOf(head.line.text, rest);
    const isHeadline = head.form === 'explicit' || (body >= 0 && !HEADLINE_NEVER_ENDS.test(text));
    return isHeadline ? { headline: stretch, text: null, ...base } : { headline: null, text: stretch, ...base };
  }
  const line = digest.lines[body]?.line;
  if (nextLine && line && digest.isHeadlineLike(body) && digest.nextText(body + 1, end, speakerOf(head)) >= 0) {
    return { headline: { line, span: line.content }, text: null, ...base };
  }
  return { headline: null, text: null, ...base };
}

function restWithoutDetail(digest: Digest, at: number, head: Head): Span {
  const detail = digest.lines[at]?.detail;
  if (!detail || detail.span.start < head.rest.start) return head.rest;
  return trim(head.line.text, { start: head.rest.start, end: detail.span.start });
}

/**
 * The next line is the headline only where that is the file's pattern (contract, "Headline"): every speaker
 * line that ends in the colon is followed by a short line without a sentence's end, and text behind it.
 */
function headlineOnNextLine(digest: Digest, accepted: readonly Candidate[]): boolean {
  const open = accepted
    .map((candidate, index) => ({ end: accepted[index + 1]?.at ?? digest.lines.length, ...candidate }))
    .filter(({ head }) => head.rest.end <= head.rest.start);
  if (open.length === 0) return false;
  const followed = open.filter(({ at, head, end }) => {
    const first = digest.nextText(at + 1, end, speakerOf(head));
    return first >= 0 && digest.isHeadlineLike(first) && digest.nextText(first + 1, end, speakerOf(head)) >= 0;
  });
  return followed.length * 3 >= open.length * 2;
}
