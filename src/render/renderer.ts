import type { PageOf } from '../plan/page.js';
import type { ViewKind, Views } from '../plan/views/index.js';
import type { Engine } from './engine.js';
import type { ProseRenderer } from './prose.js';

/** Makes outputs of view models, by the template of each kind. */
export class Renderer {
  readonly #engine: Engine;
  readonly #prose: ProseRenderer;

  constructor(engine: Engine, prose: ProseRenderer) {
    this.#engine = engine;
    this.#prose = prose;
  }

  /** See `Theme.render`. */
  render<K extends ViewKind>(kind: K, model: Views[K], page: PageOf<K>): string | Uint8Array | Promise<string> {
    if (kind === 'file') return (model as Views['file']).bytes;
    if (kind === 'jsonFeed') return (model as Views['jsonFeed']).json;
    const output = this.#run(kind, model, page);
    if (!this.#prose.isLacking()) return output;
    return this.#prose.complete().then(() => this.#run(kind, model, page));
  }

  #run(kind: ViewKind, model: object, page: { path: string }): string {
    try {
      return this.#engine.render(`${kind}.njk`, model);
    } catch (error) {
      throw new Error(`Failed to render ${page.path} with ${kind}.njk`, { cause: error });
    }
  }
}
