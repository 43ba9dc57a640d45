import type { DigestLine, GeneratedDigest } from './digests.js';
import type { Slip } from './slips.js';

/** What in a digest, besides its speaker lines, tells where a speech begins or whose it is. */
interface Evidence {
  captions: boolean;
  /** Every speech ends in a detail link. */
  details: boolean;
  /** Empty lines stand before speakers and nowhere else, in so many places that one more says something. */
  gaps: boolean;
  numbers: boolean;
  list: boolean;
  bullets: boolean;
  /** The speaker stands below the text: text behind the last one is nobody's. */
  after: boolean;
}

/** Fewer places that keep to a pattern make none: a single empty line inside a speech is common. */
const ENOUGH = 6;

/** Counts, in the lines as the slip left them, the speeches that an empty line sets apart and the steps without one. */
function gapsTell(lines: readonly DigestLine[], after: boolean): boolean {
  let apart = 0;
  let joined = 0;
  const named = new Set(lines.filter(({ role }) => role === 'head').map(({ owner }) => owner));
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (line.owner === null || above === undefined) continue;
    const isFirst = named.has(line.owner) && lines.slice(0, index).every(({ owner }) => owner !== line.owner);
    // Above its speaker line a paragraph is the other speech's to all who read.
    const begins = isFirst && (after || line.role !== 'body');
    if (begins && above.role === 'blank') apart++;
    else if (!begins && line.role === 'body' && above.role === 'body') joined++;
  }
  return apart >= 2 && joined >= 2 && apart + joined >= ENOUGH;
}

function evidenceIn(slip: Slip, { lines, layout, style }: GeneratedDigest): Evidence {
  const has = (role: string) => lines.some((line) => line.role === role);
  const after = layout.startsWith('6');
  const written = style.detail?.written;
  return {
    captions: has('caption'),
    details: written !== undefined && lines.some(({ text }) => text.endsWith(written.trim())),
    gaps: has('blank') && gapsTell(slip.lines, after),
    numbers: layout === '7 numbered speakers',
    list: has('list'),
    bullets: after && style.bullet !== '',
    after,
  };
}

/** The first lines of two speeches change places: the second goes on as the first one's did. */
function swapsHeads({ lines }: Slip, { lines: original }: GeneratedDigest): boolean {
  return lines.every((line, index) => line === original[index] || line.role === 'head');
}

/**
 * Tells the slips that nobody can see in the text itself. Everything else must be warned of, or change nothing.
 * @returns the reason, or null where the text gives the slip away
 */
export function unseen(slip: Slip, digest: GeneratedDigest): string | null {
  const { captions, details, gaps, numbers, list, bullets, after } = evidenceIn(slip, digest);
  const last = Math.max(...digest.lines.map(({ owner }) => owner ?? 0));
  const concernsLast = slip.concerns.includes(last);
  switch (slip.kind) {
    case 'speaker line dropped':
    case 'mark behind the speaker dropped':
      if (captions || details || gaps || list || bullets || (numbers && !concernsLast) || (after && concernsLast))
        return null;
      return 'No caption, link, empty line, number or list is left where the speech began';
    case 'neighbours swapped':
      if (swapsHeads(slip, digest)) return captions || details ? null : 'Two speaker lines, each with text, look alike';
      if (captions || details || gaps || bullets) return null;
      return 'A paragraph above a speaker line and one below it look alike';
    case 'texts swapped':
      return captions ? null : 'No caption goes with the text: nothing in a text says whose it is';
    case 'name misspelt in a speaker line':
      return captions || list ? null : 'The name stands nowhere else';
    default:
      return null;
  }
}
