import type { GeneratedDigest } from './digests.js';
import type { Slip } from './slips.js';

/** What in a digest, besides its speaker lines, tells where a speech begins or whose it is. */
interface Evidence {
  captions: boolean;
  /** Every speech ends in a detail link. */
  details: boolean;
  /** An empty line stands before each speaker and nowhere else, and enough speakers show it. */
  gaps: boolean;
  numbers: boolean;
  list: boolean;
  bullets: boolean;
  /** The speaker stands below the text: text behind the last one is nobody's. */
  after: boolean;
}

function evidenceIn({ lines, layout, style }: GeneratedDigest): Evidence {
  const has = (role: string) => lines.some((line) => line.role === role);
  const heads = lines.filter(({ role }) => role === 'head').length;
  const after = layout.startsWith('6');
  const written = style.detail?.written;
  return {
    captions: has('caption'),
    details: written !== undefined && lines.some(({ text }) => text.endsWith(written.trim())),
    gaps: has('blank') && heads > 2,
    numbers: layout === '7 numbered speakers',
    list: has('list'),
    bullets: after && style.bullet !== '',
    after,
  };
}

/**
 * Tells the slips that nobody can see in the text itself. Everything else must be warned of, or change nothing.
 * @returns the reason, or null where the text gives the slip away
 */
export function unseen(slip: Slip, digest: GeneratedDigest): string | null {
  const { captions, details, gaps, numbers, list, bullets, after } = evidenceIn(digest);
  const last = Math.max(...digest.lines.map(({ owner }) => owner ?? 0));
  const concernsLast = slip.concerns.includes(last);
  switch (slip.kind) {
    case 'speaker line dropped':
    case 'mark behind the speaker dropped':
      if (captions || details || gaps || list || bullets || (numbers && !concernsLast) || (after && concernsLast))
        return null;
      return 'No caption, link, empty line, number or list is left where the speech began';
    case 'neighbours swapped':
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
