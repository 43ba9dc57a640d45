import { type Finding, find } from '../../diagnostics/finding.js';
import { HOLDS } from '../../load/inventory.js';
import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import type { Digest, DigestLine } from '../digest.js';
import { isLede } from '../lede.js';
import { castNames } from '../namedLines.js';
import { readGlued } from '../people/glued.js';
import { isGroupHead } from '../turns/nobody.js';
import type { Choice } from '../turns/turns.js';
import { endsWithSomeone, gluedInside, signs } from './beginnings.js';
import type { SpeechBlock } from './block.js';
import { Opening } from './openings.js';

/**
 * The second reader, which decided nothing: of each line that was put into someone's speech, or above all speeches, it
 * asks whether someone else could begin there. A line that could, and that no stated fact settles, is a warning.
 */
export function doubtSomeoneElse(
  digest: Digest,
  { segments, refused }: Choice,
  blocks: readonly SpeechBlock[],
  ledeLines: readonly number[],
  file: string,
): Finding[] {
  const heads = segments.map(({ head }) => head).filter(({ form }) => form !== 'explicit');
  const opening = new Opening(digest, heads, blocks);
  const nearly = new Set(refused.map(({ at }) => at));
  const speakers = new Set(blocks.map(({ speaker }) => speaker));
  const inBodies = blocks.flatMap(({ body, speaker }) => {
    let reported = false;
    return body.flatMap(({ each, at }) => {
      const isNear = nearly.has(at) && !opening.isSettled(each, at);
      if (!isNear && !opening.mayBegin(each, at) && !isInside(each, opening, speakers)) return [];
      // Of reported prose (何砚说，…) the first line is told: what holds for it holds for the rest.
      const isReport = opening.isReport(each);
      if (isReport && reported) return [];
      reported ||= isReport;
      const line = each.line.trimmed.slice(0, 30);
      return [find('suspect-speaker-line', file, each.line.place, { line, speaker })];
    });
  });
  const inLede = ledeLines.flatMap((at) => {
    const each = digest.lines[at];
    if (
      !each ||
      digest.cast.has(at) ||
      isGroupHead(each.line.trimmed) ||
      isLede(each.line.trimmed) ||
      castNames(each.line).length > 0
    )
      return [];
    if (!nearly.has(at) && !opening.mayBegin(each, at) && !listsOther(each, digest, speakers)) return [];
    return [find('suspect-in-lede', file, each.line.place, { line: each.line.trimmed.slice(0, 30) })];
  });
  return [...inBodies, ...inLede];
}

/** 发言人名单：县长何岩、局长罗菁: of those listed someone does not speak below, or is written otherwise there. */
function listsOther({ line }: DigestLine, { people }: Digest, speakers: ReadonlySet<string>): boolean {
  const pieces = line.trimmed.replace(/^[^:：]{2,12}[:：]/u, '').split(/[、，,]/u);
  if (pieces.length < 2 || line.endsInStop) return false;
  const names = pieces.map((piece) => {
    const glued = piece.length < 40 ? readGlued(piece.trim(), people, false) : null;
    return glued === null || glued.certainty === 'doubtful' ? null : piece.trim().slice(glued.start);
  });
  return names.every((name) => name !== null) && names.some((name) => name !== null && !speakers.has(name));
}

const COLONS = unitsOf(':：');

/** A speaker's line glued to the end of a paragraph, or a signature behind one. */
function isInside(each: DigestLine, opening: Opening, speakers: ReadonlySet<string>): boolean {
  const { line } = each;
  const last = unitAt(line.text, line.content.end - 1);
  if (last === 0xff09 || last === 0x29) return signs(line, opening.people);
  if (line.mayHold(HOLDS.colonOrDash) && hasColonInside(line.text) && gluedInside(line, opening.people, speakers))
    return true;
  return !line.endsInStop && each.detail === null && endsWithSomeone(line, opening.people);
}

function hasColonInside(text: string): boolean {
  for (let at = 8; at < text.length; at++) if (COLONS[unitAt(text, at)] === 1) return true;
  return false;
}
