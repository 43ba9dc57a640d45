import type { Parsed } from '../../src/parse/parse.js';
import { identityOf } from '../../src/parse/people/name.js';
import type { GeneratedDigest } from './digests.js';
import { parse, troubles } from './document.js';
import { unseen } from './evidence.js';
import { type Slip, slips, textOfSlip } from './slips.js';

/** A speech that got another's words or titles, and no finding tells the editor. */
export interface WrongPerson {
  slip: Slip;
  text: string;
  what: string;
}

/** @returns what is wrong with the records, when the slip is compared with the digest that it befell */
function wrongIn({ edition }: Parsed, { expected }: GeneratedDigest, { kind }: Slip): string | null {
  const ownersOf = (text: string) =>
    expected.speeches.filter(
      ({ headline, paragraphs }) =>
        headline === text || paragraphs.some((each) => text.includes(each) && each.length > 7),
    );
  for (const { speaker, titles, paragraphs, headline } of edition.speeches) {
    const isOwn = (name: string) => identityOf(name) === identityOf(speaker);
    for (const text of headline === null ? paragraphs : [headline, ...paragraphs]) {
      const owners = ownersOf(text);
      const owner = owners[0];
      if (owner && !owners.some((each) => isOwn(each.speaker)))
        return `${speaker} says what ${owner.speaker} said: ${text}`;
    }
    const own = expected.speeches.filter((each) => isOwn(each.speaker)).flatMap((each) => each.titles);
    const foreign = titles.find(
      (title) => !own.includes(title) && expected.speeches.some((each) => each.titles.includes(title)),
    );
    if (own.length > 0 && foreign !== undefined) return `${speaker} has the title ${foreign}`;
  }
  return kind === 'name misspelt in a caption' ? 'A caption names another than the speaker line' : null;
}

export interface Outcome {
  /** Slips of each kind that the text gives away. */
  tried: Map<string, number>;
  /** Slips that nobody can see in the text itself. */
  hidden: number;
  wrong: WrongPerson[];
}

/**
 * Lets every slip befall a digest.
 * @returns how many slips were tried of each kind, and those after which a speech has another's words unnoticed
 */
export async function wrongPersonsIn(digest: GeneratedDigest): Promise<Outcome> {
  const tried = new Map<string, number>();
  let hidden = 0;
  const wrong: WrongPerson[] = [];
  for (const [kind, befall] of Object.entries(slips)) {
    for (const slip of befall(digest)) {
      if (unseen(slip, digest) !== null) {
        hidden++;
        continue;
      }
      tried.set(kind, (tried.get(kind) ?? 0) + 1);
      const text = textOfSlip(slip, digest);
      const parsed = await parse(text, { format: digest.format });
      const what = troubles(parsed.findings).length > 0 ? null : wrongIn(parsed, digest, slip);
      if (what !== null) wrong.push({ slip, text, what });
    }
  }
  return { tried, hidden, wrong };
}
