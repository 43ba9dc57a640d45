import type { Variables } from './pageContext.js';
import type { Exports } from './templateTools.js';

/** What is the same on every page of a site. */
export const sharedNames = ['site', 'words', 'assets'] as const;

/** What was made of {@link sharedNames} and nothing else. */
interface Made {
  /** Templates as `shared` prints them. */
  parts: Map<string, string>;
  /** Macros that name nothing of the page itself. */
  libraries: Map<unknown, Exports>;
  /** By template, pieces of it: what stands between two values of the page. Those not printed yet lack. */
  pieces: Map<string, (string | undefined)[]>;
}

/** What is made once for all pages, as long as {@link sharedNames} are the same objects. */
export class SiteMemory {
  #of: Variables = {};
  #made: Made = nothingMade();

  of({ site, words, assets }: Variables): Made {
    const { site: knownSite, words: knownWords, assets: knownAssets } = this.#of;
    if (site !== knownSite || words !== knownWords || assets !== knownAssets) {
      this.#of = { site, words, assets };
      this.#made = nothingMade();
    }
    return this.#made;
  }
}

function nothingMade(): Made {
  return { parts: new Map(), libraries: new Map(), pieces: new Map() };
}
