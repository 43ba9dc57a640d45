import { titleSpans } from '../people/core.js';
import { readLabel } from '../people/label.js';
import { nameStrength } from '../people/name.js';
import { officeAtEnd } from '../people/offices.js';
import { People } from '../people/people.js';
import { readingOf } from '../people/reading.js';
import type { Line } from '../text/line.js';
import { isEmpty, textOf, trim } from '../text/span.js';
import { type Head, headOf, type Opening } from './head.js';
import { HASHES } from './opening.js';
import { isTitle } from './titles.js';

const nobody = new People();

/** `## titles | name | headline`: an editor's word, which settles any doubt. */
export function readExplicit(line: Line, { level }: Opening): Head | null {
  const { text, content } = line;
  const found = barsIn(line);
  if (found === null) return null;
  const { start, bars } = found;
  const [first, second = content.end] = bars;
  if (first === undefined || bars.length > 2) return null;
  const name = trim(text, { start: first + 1, end: second });
  const titles = trim(text, { start, end: first });
  // One bar may stand in any heading (党建｜联建共建); behind an office it parts the name.
  if (bars.length === 1 && !(isTitle(textOf(text, titles)) && nameStrength(textOf(text, name)) !== 'none')) return null;
  const reading = readLabel(text, titles, nobody);
  // ## 罗青 | 市长 | 念好山海经 has its fields in another order: whose words these are the editor must say.
  if (officeAtEnd(textOf(text, name)) !== null && nameStrength(textOf(text, titles)) === 'strong') return null;
  const shape = isEmpty(name) ? 'nameless' : 'spaced';
  const kind = reading?.kind === 'role' && isEmpty(name) ? 'role' : 'person';
  return headOf(
    line,
    { start, ornament: 'heading', level },
    'explicit',
    readingOf(kind, shape, 'confirmed', name, titleSpans(text, titles)),
    { start, end: second },
    trim(text, { start: Math.min(second + 1, content.end), end: content.end }),
  );
}

/** @returns the bars in a line that begins with #, and where its words start; null for another line */
export function barsIn({ text, content, depth }: Line): { start: number; bars: number[] } | null {
  if (depth === 0 && text[content.start] !== '#' && text[content.start] !== '＃') return null;
  const hashes = depth > 0 ? '' : (HASHES.exec(textOf(text, content))?.[0] ?? null);
  if (hashes === null) return null;
  const start = content.start + hashes.length;
  return { start, bars: [...text.slice(start, content.end).matchAll(/[|｜]/gu)].map(({ index }) => start + index) };
}
