import { type Digest, type DigestLine, type Stretch, speakerOf } from '../digest.js';
import type { Head } from '../head.js';
import { acceptHeads, type Candidate } from './accept.js';
import type { Layout, Segment } from './layout.js';

/** The headline on a line of its own, then `titles name` without a colon, before or behind it. */
export const headlineFirst: Layout = {
  id: 'headline-first',
  name: { zh: '标题在前，职务姓名另起一行', en: 'headline first, titles and name on a line of their own' },
  example: `全市法院系统先进事迹报告会发言摘登

守住初心
市法院原审判庭副庭长　何砚
我在审判台前坐了二十年。

脚下有泥
云川县法院院长　罗青
巡回法庭去年走了110个村。`,
  weight: 0.8,
  segment,
  fits: () => true,
};

function segment(digest: Digest): Segment[] {
  const accepted = bareHeads(digest);
  const before = headlineStandsBefore(digest, accepted);
  const starts = accepted.map(({ at, head }) =>
    head.form !== 'explicit' && before && digest.isHeadlineLike(at - 1) && !isTitle(digest, at - 1, accepted)
      ? at - 1
      : at,
  );
  return accepted.map(({ at, head }, index) => {
    const first = starts[index] ?? at;
    const end = starts[index + 1] ?? digest.lines.length;
    if (head.form === 'explicit') return { head, at, first: at, end, headline: explicitHeadline(head), text: null };
    return { head, at, first, end, headline: headlineOf(digest, at, first, end, before, speakerOf(head)), text: null };
  });
}

/** @returns what stands behind the second bar of `## titles | name | headline` */
export function explicitHeadline({ line, rest }: Head): Stretch | null {
  return rest.end > rest.start ? { line, span: rest } : null;
}

/** Speaker lines without any mark: only a title word or something that vouches for the name makes one. */
export function bareHeads(digest: Digest): readonly Candidate[] {
  const known = cache.get(digest);
  if (known) return known;
  const found = findBareHeads(digest);
  cache.set(digest, found);
  return found;
}

/** Two layouts ask for the same lines. */
const cache = new WeakMap<Digest, Candidate[]>();

function findBareHeads(digest: Digest): Candidate[] {
  const persons = acceptHeads(digest, ['bare', 'explicit', 'dash']).filter(({ head }) => {
    const { shape, kind, titles } = head.reading;
    if (head.form === 'explicit') return true;
    return kind === 'person' && titles.length > 0 && shape !== 'nameless' && shape !== 'name';
  });
  const accepted = [...withoutHeadlines(persons), ...bareBodies(digest)].sort((one, other) => one.at - other.at);
  const last = new Map(accepted.map(({ at, head }) => [speakerOf(head), at]));
  // A list of speakers at the top repeats the lines below: only the last one of a name has text behind it.
  return accepted.filter(({ at, head }, index) => {
    const next = accepted[index + 1];
    const listed = next !== undefined && next.at === at + 1;
    return !(listed && at < (last.get(speakerOf(head)) ?? -1));
  });
}

/** 争当排头兵 跑出加速度 beside 云川县县长 何砚 is the headline: of two neighbours the certain one is the speaker. */
function withoutHeadlines(persons: readonly Candidate[]): Candidate[] {
  const isSure = ({ head }: Candidate) => head.reading.certainty === 'clear' || head.reading.certainty === 'confirmed';
  const sure = new Set(persons.filter(isSure).map(({ at }) => at));
  return persons.filter(
    (each) => isSure(each) || each.head.form === 'explicit' || !(sure.has(each.at - 1) || sure.has(each.at + 1)),
  );
}

/** 民进市委会 on a line of its own, with a headline and text below: again and again, or it names no speaker. */
function bareBodies(digest: Digest): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 1; at < digest.lines.length; at++) {
    const { kind, heads } = digest.lines[at] as DigestLine;
    if (heads.length === 0 || kind !== 'text') continue;
    const head = heads.find(({ form, reading }) => form === 'bare' && reading.kind === 'organisation');
    if (!head || !digest.isHeadlineLike(at + 1)) continue;
    if (digest.lines[at + 2]?.kind === 'text' && !digest.isHeadlineLike(at + 2)) found.push({ at, head });
  }
  return found.length > 1 ? found : [];
}

/** The first line of a file is the edition's title, unless another line of text stands before the speaker. */
function isTitle(digest: Digest, at: number, accepted: readonly Candidate[]): boolean {
  return accepted[0]?.at === at + 1 && digest.nextText(0, at, null) < 0;
}

function headlineStandsBefore(digest: Digest, accepted: readonly Candidate[]): boolean {
  let before = 0;
  let after = 0;
  for (const [index, { at, head }] of accepted.entries()) {
    const end = accepted[index + 1]?.at ?? digest.lines.length;
    if (digest.isHeadlineLike(at - 1) && !isTitle(digest, at - 1, accepted)) before++;
    const next = digest.nextText(at + 1, end, speakerOf(head));
    if (next >= 0 && digest.isHeadlineLike(next) && digest.nextText(next + 1, end, null) >= 0) after++;
  }
  return before >= after;
}

function headlineOf(
  digest: Digest,
  at: number,
  first: number,
  end: number,
  before: boolean,
  speaker: string,
): Stretch | null {
  const index = before ? first : digest.nextText(at + 1, end, speaker);
  const line = digest.lines[index]?.line;
  if (!line || index === at) return null;
  if (!before && !(digest.isHeadlineLike(index) && digest.nextText(index + 1, end, speaker) >= 0)) return null;
  return { line, span: line.content };
}
