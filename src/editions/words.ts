import type { EditionSummary } from './summary.js';

/** Different ones that are remembered: a hundred bytes for each. */
const MOST = 200_000;

/** Summaries that refer to others' strings already. */
const shared = new WeakSet<EditionSummary>();

/** Titles, sources and slugs that many speeches have: one string for all, where a site has a million speeches. */
export class Words {
  readonly #known = new Map<string, string>();

  /** The same for a summary that may have been here before: the preview brings it again after every save. */
  shareOnce(summary: EditionSummary): EditionSummary {
    if (shared.has(summary)) return summary;
    shared.add(summary);
    return this.share(summary);
  }

  /** Lets the summary refer to the strings that others have already. @returns the same summary */
  share(summary: EditionSummary): EditionSummary {
    if (summary.source !== null) summary.source = this.#one(summary.source);
    if (summary.occasion !== null) summary.occasion = this.#one(summary.occasion);
    for (const speech of summary.speeches) {
      const { titles } = speech;
      for (let index = 0; index < titles.length; index += 1) titles[index] = this.#one(titles[index] ?? '');
      speech.slug = this.#one(speech.slug);
      speech.identity = speech.identity === speech.speaker ? speech.speaker : this.#one(speech.identity);
      if (speech.id === speech.slug) speech.id = speech.slug;
    }
    return summary;
  }

  #one(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size < MOST) this.#known.set(text, text);
    return text;
  }
}
