import nunjucks from 'nunjucks';
import transformer from 'nunjucks/src/transformer.js';
import { engineOptions } from './engineOptions.js';
import { TemplateCompiler } from './templateCompiler.js';
import { toolNames } from './templateTools.js';
import type { ThemeFacts } from './themeFacts.js';

export { factsOf } from './themeFacts.js';

/** The parameter of a compiled template's function. */
export const toolsName = 'tools';

/**
 * Compiles a template to the body of a function that takes `templateTools` and returns a {@link TemplateCode}.
 * @param name the template's name, for messages
 * @param facts of the theme that it belongs to
 * @throws lib.TemplateError
 */
export function templateCode(name: string, source: string, facts: ThemeFacts): string {
  const compiler = new TemplateCompiler(name, facts);
  compiler.compile(transformer.transform(nunjucks.parser.parse(source, [], engineOptions), []));
  return `const { ${toolNames.join(', ')} } = ${toolsName};\nlet owner;\n${compiler.getCode()}`;
}
