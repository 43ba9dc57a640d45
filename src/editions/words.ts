import type { EditionSummary } from './summary.js';

/** Different ones that are remembered. */
const MOST = 50_000;

/** Titles and sources that many speeches have: one string for all, where a site has a million speeches. */
export class Words {
  readonly #known = new Map<string, string>();

  /** Lets the summary refer to the strings that others have already. @returns the same summary */
  share(summary: EditionSummary): EditionSummary {
    if (summary.source !== null) summary.source = this.#one(summary.source);
    if (summary.occasion !== null) summary.occasion = this.#one(summary.occasion);
    for (const { titles } of summary.speeches) {
      for (const [index, title] of titles.entries()) titles[index] = this.#one(title);
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
