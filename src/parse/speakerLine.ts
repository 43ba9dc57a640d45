import { unitAt } from '../typography/unitAt.js';
import { unitsOf } from '../typography/units.js';
import type { Head } from './heads/head.js';

const WORDS = /[\p{L}\p{N}\uD800-\uDFFF]/u;
/** 丨, a stroke of characters that stands for a bar. */
const BAR_LIKE = 0x4e28;
/** What stands between the words of nearly all speaker lines. */
const BETWEEN = unitsOf(' \u3000:：、，,（）()|｜【】—');

/** Takes name, titles and remarks off the speaker line; what only holds them together is decoration. */
export function takeSpeaker({ line, reading, label, rest, prefix, form }: Head): { titles: string[]; notes: string[] } {
  if (reading.name.end > reading.name.start) line.take(reading.name);
  const titles = reading.titles.map((span) => line.take(span));
  const notes = reading.notes.map((span) => line.take(span).trim());
  line.decorate(prefix);
  for (const span of reading.rest) line.decorate(span);
  const isRound = form === 'byline' || form === 'signature';
  const from = form === 'dash' || form === 'bracket' ? line.content.start : label.start - (isRound ? 1 : 0);
  const to = !isRound && rest.end > rest.start ? Math.max(label.end, rest.start) : line.content.end;
  for (let at = from; at < Math.min(to, line.content.end); at++) {
    const code = unitAt(line.text, at);
    // Most are Chinese characters, which are letters.
    if (code >= 0x4e00 && code < 0xa000 && code !== BAR_LIKE) continue;
    if (code === BAR_LIKE || BETWEEN[code] === 1 || !WORDS.test(line.text[at] ?? ''))
      line.decorate({ start: at, end: at + 1 });
  }
  return { titles, notes };
}
