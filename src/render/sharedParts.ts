import type { Engine } from './engine.js';

/** What a template sees while it is rendered. */
export interface TemplateContext {
  lookup(name: string): unknown;
}

/** What a shared part may name: it is the same on every page of a site. */
export const sharedNames = ['site', 'words', 'assets'] as const;

/**
 * `{{ shared("partials/foot.njk") }}`: parts of a page that are the same on every page, rendered once. They see
 * {@link sharedNames} and nothing of the page itself.
 */
export class SharedParts {
  readonly #engine: Engine;
  #values: Record<string, unknown> = {};
  #parts = new Map<string, string>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** @returns the part's HTML, from memory as long as the site's values are the same objects */
  render(name: string, context: TemplateContext): string {
    if (sharedNames.some((shared) => context.lookup(shared) !== this.#values[shared])) {
      this.#values = Object.fromEntries(sharedNames.map((shared) => [shared, context.lookup(shared)]));
      this.#parts = new Map();
    }
    const known = this.#parts.get(name);
    if (known !== undefined) return known;
    const html = this.#engine.render(name, this.#values);
    this.#parts.set(name, html);
    return html;
  }
}
