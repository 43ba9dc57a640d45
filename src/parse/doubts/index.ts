import { type Finding, severityOf } from '../../diagnostics/finding.js';
import type { Digest } from '../digest.js';
import type { UnnamedSpeech } from '../speech.js';
import type { Choice } from '../turns/turns.js';
import { doubtBars } from './bars.js';
import { blocksOf } from './block.js';
import { doubtBullets } from './bullets.js';
import { doubtCaptions } from './captions.js';
import { doubtDoubled } from './doubled.js';
import { doubtGaps } from './gaps.js';
import { doubtHeadlines } from './headlines.js';
import { doubtHosts } from './hosts.js';
import { doubtNumbers, doubtOutlines } from './numbers.js';
import { doubtOdd } from './odd.js';
import { doubtOneSided } from './oneSided.js';
import { doubtSeveral } from './several.js';
import { doubtSomeoneElse } from './someoneElse.js';
import { doubtTitles } from './titles.js';
import { doubtSignatures, doubtUnsigned } from './unsigned.js';

/** What the doubts look at: the layout is settled and every line has its speech. */
interface Settled {
  digest: Digest;
  choice: Choice;
  /** The records made of the segments. */
  speeches: readonly UnnamedSpeech[];
  /** Indices of the lines that make the lede. */
  ledeLines: readonly number[];
  /** Findings so far: a line that has a warning gets no second one. */
  known: readonly Finding[];
  file: string;
}

/**
 * Looks for places that break the file's own pattern: where one speech does not look like the others a line may
 * be lost or moved, and its words would be given to the wrong person.
 * @returns warnings, in order of the rules
 */
export function doubtsIn({ digest, choice, speeches, ledeLines, known, file }: Settled): Finding[] {
  const { segments } = choice;
  const isAfter = segments.some(({ after }) => after);
  const blocks = blocksOf(digest, segments, speeches);
  const warned = new Set(known.filter((each) => severityOf(each) !== 'info').map(({ line }) => line));
  const doubts: Finding[] = [];
  for (const found of [
    doubtBars(digest, file),
    doubtOdd(blocks, file),
    doubtTitles(blocks, file),
    doubtSeveral(choice.shared, file),
    doubtOneSided(blocks, file),
    doubtHosts(blocks, file),
    doubtSomeoneElse(digest, choice, blocks, ledeLines, file),
    doubtUnsigned(blocks, file),
    doubtSignatures(digest, blocks, file),
    doubtDoubled(digest, segments[0]?.first ?? 0, file),
    doubtHeadlines(digest, blocks, file),
    // Whoever sets a bullet before a text and the name behind it means one text by it.
    doubtBullets(blocks, isAfter ? 1 : 2, file),
    doubtCaptions(blocks, file),
    doubtNumbers(blocks, file),
    doubtOutlines(blocks, file),
    doubtGaps(blocks, file),
  ]) {
    for (const doubt of found) {
      if (warned.has(doubt.line)) continue;
      warned.add(doubt.line);
      doubts.push(doubt);
    }
  }
  return doubts;
}
