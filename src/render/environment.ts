import nunjucks, { type Environment } from 'nunjucks';
import { makeFilters } from './filters.js';
import type { ProseRenderer } from './prose.js';
import { SharedParts, type TemplateContext } from './sharedParts.js';
import { engineOptions, type TemplateMaker, templateTools } from './templateCode.js';

/** A template ready to run. */
export interface CompiledTemplate {
  /** For messages. */
  file: string;
  make: TemplateMaker;
}

/** Names that every template sees besides the view model. */
export const globalNames: readonly string[] = ['shared', 'range', 'cycler', 'joiner'];

/**
 * The template engine over compiled templates: nothing watches, reads or compiles a file while pages are
 * rendered, and a name can lead to no file outside the theme. Every value is escaped unless a filter of ours
 * has made it markup.
 */
export function makeEnvironment(templates: ReadonlyMap<string, CompiledTemplate>, prose: ProseRenderer): Environment {
  const loader = {
    getSource(name: string) {
      const template = templates.get(name);
      // Nunjucks takes null for "not here" and code for source, though its types say neither.
      if (!template) return null as never;
      return { src: { type: 'code', obj: template.make(templateTools) } as never, path: template.file, noCache: false };
    },
  };
  const environment = new nunjucks.Environment(loader, engineOptions);
  for (const [name, filter] of Object.entries(makeFilters(prose))) environment.addFilter(name, filter);
  const parts = new SharedParts(environment);
  environment.addGlobal('shared', function shared(this: TemplateContext, name: string) {
    return new nunjucks.runtime.SafeString(parts.render(name, this));
  });
  return environment;
}
