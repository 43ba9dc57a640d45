import { Engine } from './engine.js';
import { makeFilters } from './filters.js';
import { Markup } from './markup.js';
import type { PageContext } from './pageContext.js';
import type { ProseRenderer } from './prose.js';
import { SharedParts } from './sharedParts.js';
import type { CompiledTemplate } from './templateTools.js';

/** The template engine with our filters. Every value is escaped unless a filter of ours has made it markup. */
export function makeEngine(templates: ReadonlyMap<string, CompiledTemplate>, prose: ProseRenderer): Engine {
  const engine = new Engine(templates);
  const { nunjucks } = engine;
  for (const [name, filter] of Object.entries(makeFilters(prose))) nunjucks.addFilter(name, filter);
  const parts = new SharedParts(engine);
  nunjucks.addGlobal('shared', function shared(this: PageContext, name: string) {
    return new Markup(parts.render(name, this));
  });
  return engine;
}
