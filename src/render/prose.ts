import type { Root } from 'mdast';
import { plainPage } from './plainPage.js';
import { type Prose, readyProse, withFragments } from './plainProse.js';

type RichProse = (body: Root, prefix: string) => string;

/**
 * Turns a text into HTML that is safe to put into a page. Most sites hold nothing but paragraphs, points and
 * plain pages, and start faster without the libraries for the rest: these are loaded when a text needs them, which a
 * template cannot wait for. What it rendered is then dropped, and rendered again.
 */
export class ProseRenderer {
  #rich: RichProse | null = null;
  #isLacking = false;

  /**
   * @param body ready, or mdast; raw HTML in it is left out, never passed on
   * @param prefix the speech's anchor: the part of each point's fragment before its path, see `pointAnchor`;
   *   empty where the text must have no fragments, in a feed
   */
  render(body: Prose, prefix: string): string {
    if (body.type === 'ready') return withFragments(body, prefix);
    const ready = readyProse(body);
    if (ready) return withFragments(ready, prefix);
    const page = plainPage(body);
    if (page !== null) return page;
    if (this.#rich) return this.#rich(body, prefix);
    this.#isLacking = true;
    return '';
  }

  /** True when something was rendered that needed more than was loaded, and must be rendered again. */
  isLacking(): boolean {
    return this.#isLacking;
  }

  /** Loads what lacked. */
  async complete(): Promise<void> {
    this.#rich = (await import('./richProse.js')).richProse;
    this.#isLacking = false;
  }
}
