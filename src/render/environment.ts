import nunjucks, { type ConfigureOptions, type Environment } from 'nunjucks';
import { filters } from './filters.js';

/** Templates by name: `speech.njk`, `layouts/base.njk`. */
export type TemplateSources = Map<string, { source: string; file: string }>;

/** `dev` keeps the line and column of an error, which nunjucks otherwise writes into its message. */
export const engineOptions = {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
  dev: true,
} satisfies ConfigureOptions;

/**
 * The template engine over sources already in memory: nothing watches or reads a file while pages are
 * rendered, and a name can lead to no file outside the theme. Every value is escaped unless a filter of
 * ours has made it markup.
 */
export function makeEnvironment(sources: TemplateSources): Environment {
  const loader = {
    getSource(name: string) {
      const template = sources.get(name);
      // Nunjucks takes null for "not here", though its types do not say so.
      if (!template) return null as never;
      return { src: template.source, path: template.file, noCache: false };
    },
  };
  const environment = new nunjucks.Environment(loader, engineOptions);
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  return environment;
}
