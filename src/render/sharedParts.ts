import { cleanText } from './cleanText.js';
import type { Engine } from './engine.js';
import type { PageContext } from './pageContext.js';

/**
 * `{{ shared("partials/foot.njk") }}`: parts of a page that are the same on every page, rendered once. They see
 * `sharedNames` and nothing of the page itself.
 */
export class SharedParts {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** @returns the part's HTML, from memory as long as the site's values are the same objects */
  render(name: string, { variables }: Pick<PageContext, 'variables'>): string {
    const { parts } = this.#engine.siteMemory.of(variables);
    const known = parts.get(name);
    if (known !== undefined) return known;
    const { site, words, assets } = variables;
    const html = cleanText(this.#engine.renderPart(name, { site, words, assets }));
    parts.set(name, html);
    return html;
  }
}
