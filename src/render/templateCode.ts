import nunjucks, { type ConfigureOptions } from 'nunjucks';
import { fasterCode, type TemplateTools, templateTools } from './fasterCode.js';

/** A compiled template as nunjucks runs it: `root`, and `b_name` for each block. */
export type TemplateCode = Record<string, (...args: unknown[]) => unknown>;

/** `dev` keeps the line and column of an error, which nunjucks otherwise writes into its message. */
export const engineOptions = {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
  dev: true,
} satisfies ConfigureOptions;

/** The parameter of a compiled template's function. */
export const toolsName = 'tools';

/** Makes a template's code, given {@link templateTools}. */
export type TemplateMaker = (tools: TemplateTools) => TemplateCode;

export { templateTools };

/** Nunjucks sets all seven members of `loop` at each turn of each loop, and takes its names apart each time. */
const loopMember = /^frame\.set\("loop\.(\w+)", .*\);$/gm;

/**
 * Compiles a template to the body of a function that takes the tools and returns its {@link TemplateCode},
 * made faster ({@link fasterCode}) and without the members of `loop` that no template asks for: setting them was a
 * quarter of the time in which pages were rendered.
 * @param name the template's name, for messages
 * @param used see {@link loopMembersIn}
 * @throws lib.TemplateError
 */
export function templateCode(name: string, source: string, used: ReadonlySet<string> | null): string {
  const code = nunjucks.compiler.compile(source, [], [], name, engineOptions);
  const lean = used ? code.replace(loopMember, (line, member: string) => (used.has(member) ? line : '')) : code;
  return `const { print, find, call } = ${toolsName};\n${fasterCode(lean)}`;
}

/** @returns the members of `loop` that any of the templates names, or null where one takes `loop` as a whole */
export function loopMembersIn(sources: Iterable<string>): ReadonlySet<string> | null {
  const used = new Set<string>();
  for (const source of sources) {
    for (const [, member] of source.matchAll(/\bloop\b(?:\.(\w+))?/g)) {
      if (member === undefined) return null;
      used.add(member);
    }
  }
  return used;
}
