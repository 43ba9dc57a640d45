import type { LoadedDocument } from '../load/document.js';
import type { UnnamedEdition } from '../parse/parse.js';
import type { Edition } from '../records/edition.js';
import { prepareSlugs } from '../slugs/pinyin.js';
import { slugOf, slugOfName, slugOfWords } from '../slugs/slug.js';
import { fileNameFor } from './fileNameFor.js';

const NAMELESS = '无名';

/**
 * Gives an edition and its speeches their ids, and says which of them are excerpts of a text that is given too.
 * @returns the edition; `speakerId` is the name's own slug, without regard to the rest of the site
 */
export async function nameEdition(edition: UnnamedEdition, document: LoadedDocument): Promise<Edition> {
  await prepareSlugs({
    names: namesOf(edition, true),
    words: [...namesOf(edition, false), ...(document.frontMatter.slug === undefined ? [document.name.whole] : [])],
  });
  const taken = new Map<string, number>();
  const speeches = edition.speeches.map((speech) => {
    const name = speech.speaker || NAMELESS;
    const slug = speech.speakerKind === 'person' ? slugOfName(name) : slugOfWords(name);
    const isWhole = fileNameFor(document.full.keys(), name) !== null;
    return { id: unique(slug, taken), speakerId: slug, ...speech, excerpt: speech.excerpt && !isWhole };
  });
  return { id: document.frontMatter.slug ?? slugOf(document.name.whole), ...edition, speeches };
}

function namesOf({ speeches }: UnnamedEdition, isPerson: boolean): string[] {
  return speeches
    .filter(({ speakerKind }) => (speakerKind === 'person') === isPerson)
    .map(({ speaker }) => speaker || NAMELESS);
}

/** `lu-ming`, `lu-ming-2`, …; a number that a name of its own has taken is passed over. */
function unique(slug: string, taken: Map<string, number>): string {
  let number = (taken.get(slug) ?? 0) + 1;
  let id = number === 1 ? slug : `${slug}-${number}`;
  while (taken.has(id) && number > 1) id = `${slug}-${++number}`;
  taken.set(slug, number);
  if (id !== slug) taken.set(id, 1);
  return id;
}
