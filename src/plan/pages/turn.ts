import type { EditionSummary, SpeechSummary } from '../../editions/summary.js';

/** Most editions have none, and a large site has a hundred thousand editions. */
const none: ReadonlyMap<string, number> = new Map();
const turns = new WeakMap<EditionSummary, ReadonlyMap<string, number>>();

/**
 * Which of a speaker's speeches in an edition it is. In the record of a discussion one person speaks many times,
 * often without headlines, and links to different pages need different words (WCAG 2.4.4).
 * @returns counted from 1; 0 where the speaker has no other speech in the edition
 */
export function turnIn(summary: EditionSummary, { id }: SpeechSummary): number {
  let known = turns.get(summary);
  if (!known) {
    known = turnsOf(summary);
    turns.set(summary, known);
  }
  return known.get(id) ?? 0;
}

function turnsOf({ speeches }: EditionSummary): ReadonlyMap<string, number> {
  const said = new Map<string, SpeechSummary[]>();
  for (const speech of speeches) {
    // Roles are never merged into one speaker, but on a page they have one name.
    const who = speech.kind === 'role' ? speech.speaker : speech.identity;
    const own = said.get(who);
    if (own) own.push(speech);
    else said.set(who, [speech]);
  }
  const several = [...said.values()].filter(({ length }) => length > 1);
  if (several.length === 0) return none;
  return new Map(several.flatMap((own) => own.map(({ id }, index) => [id, index + 1] as const)));
}
