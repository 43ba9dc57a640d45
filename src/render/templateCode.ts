import nunjucks, { type ConfigureOptions } from 'nunjucks';

/** A compiled template as nunjucks runs it: `root`, and `b_name` for each block. */
export type TemplateCode = Record<string, (...args: unknown[]) => unknown>;

/** `dev` keeps the line and column of an error, which nunjucks otherwise writes into its message. */
export const engineOptions = {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
  dev: true,
} satisfies ConfigureOptions;

/** Nunjucks sets all seven members of `loop` at each turn of each loop, and takes its names apart each time. */
const loopMember = /^frame\.set\("loop\.(\w+)", .*\);$/gm;

/**
 * Compiles a template to the body of a function that returns its {@link TemplateCode}, without the members of
 * `loop` that no template asks for: setting them was a quarter of the time in which pages were rendered.
 * @param name the template's name, for messages
 * @param used see {@link loopMembersIn}
 * @throws lib.TemplateError
 */
export function templateCode(name: string, source: string, used: ReadonlySet<string> | null): string {
  const code = nunjucks.compiler.compile(source, [], [], name, engineOptions);
  return used ? code.replace(loopMember, (line, member: string) => (used.has(member) ? line : '')) : code;
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
