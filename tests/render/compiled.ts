import { factsOf, templateCode, toolsName } from '../../src/render/templateCode.js';
import type { CompiledTemplate, TemplateMaker } from '../../src/render/templateTools.js';

/** Name → source. */
export type Templates = Record<string, string>;

/** @returns the templates as the program compiles a theme, for an engine */
export function compiled(templates: Templates): Map<string, CompiledTemplate> {
  const sources = new Map(Object.entries(templates));
  const facts = factsOf(sources);
  return new Map(
    [...sources].map(([name, source]) => {
      const make = new Function(toolsName, templateCode(name, source, facts)) as TemplateMaker;
      return [name, { file: name, make }] as const;
    }),
  );
}
