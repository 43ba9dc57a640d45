import nunjucks from 'nunjucks';

const { SafeString } = nunjucks.runtime;
const { escape: escapeAll } = nunjucks.lib as unknown as { escape(text: string): string };

/** What `escape` would change. */
const special = /[&"'<>\\`]/;

interface Lookup {
  lookup(name: string): unknown;
}

/** The functions that {@link fasterCode} calls, in the place of nunjucks's own. */
export const templateTools = {
  /** `runtime.suppressValue`: a value as it goes into the page. */
  print(value: unknown): string {
    if (typeof value === 'string') return special.test(value) ? escapeAll(value) : value;
    if (value === undefined || value === null) return '';
    return value instanceof SafeString ? value.toString() : escapeAll(String(value));
  },

  /** `runtime.contextOrFrameLookup`. */
  find(context: Lookup, frame: Lookup, name: string): unknown {
    const value = frame.lookup(name);
    return value !== undefined ? value : context.lookup(name);
  },

  /** `runtime.callWrap` of a member: without a function made for each call. */
  call(runtime: Runtime, owner: unknown, member: string, name: string, context: unknown, args: unknown[]): unknown {
    const method = owner === undefined || owner === null ? undefined : (owner as Record<string, unknown>)[member];
    if (typeof method === 'function') return method.apply(owner, args);
    return runtime.callWrap(method, name, context, args);
  },
};

export type TemplateTools = typeof templateTools;

interface Runtime {
  callWrap(callee: unknown, name: string, context: unknown, args: unknown[]): unknown;
}

/** A string in the code, once it is taken out: its number between NULs. */
const taken = '\\0(\\d+)\\0';
const everyString = /"(?:[^"\\]|\\.)*"/g;
const MEMBER = 'runtime.memberLookup((';
const CALLED = 'runtime.callWrap(';
const VARIABLE = '\nframe.set(';
/** A member that is computed keeps nunjucks's look-up; meanwhile it is called so. */
const KEPT = 'runtime.memberLookup\0((';

/**
 * Rewrites what nunjucks makes of a template, for the same output: members by the engine's own property access,
 * where nunjucks calls a function of its library that serves every name; loop variables without taking their names
 * apart. A third of the time in which pages were rendered went into these. Templates name nothing but the view model
 * (`variables/`), so no value is a function; a method is called or is not there.
 * @param code of `nunjucks.compiler.compile`; it must see the {@link templateTools} by their names
 */
export function fasterCode(code: string): string {
  // The text of a template stands in strings and may look like code: out with them first. A regular expression
  // could hold a quotation mark, and a text a NUL: such templates stay as they are.
  if (code.includes('\0') || /[(=,]\s*\//.test(code.replace(everyString, '""'))) return code;
  const strings: string[] = [];
  let text = code.replace(everyString, (string) => `\0${strings.push(string) - 1}\0`);
  for (let at = text.lastIndexOf(MEMBER); at >= 0; at = text.lastIndexOf(MEMBER)) text = withMember(text, at);
  for (let at = text.lastIndexOf(VARIABLE); at >= 0; at = text.lastIndexOf(VARIABLE, at - 1)) {
    text = withVariable(text, at, strings);
  }
  text = text
    .replaceAll(KEPT, MEMBER)
    .replaceAll('runtime.suppressValue(', 'print(')
    .replaceAll(', env.opts.autoescape)', ')')
    .replaceAll('runtime.contextOrFrameLookup(', 'find(');
  return text.replace(new RegExp(taken, 'g'), (_, number: string) => strings[Number(number)] ?? '');
}

/** `runtime.memberLookup((X),"name")` → `(X)?.["name"]`; as a callee, `call(runtime, X, "name", …`. The last one holds no other. */
function withMember(text: string, at: number): string {
  const from = at + MEMBER.length;
  const to = closing(text, from) + 1;
  const owner = text.slice(from, to - 1);
  const name = /^,(\0\d+\0)\)/.exec(text.slice(to, to + 16));
  if (!name) return text.slice(0, at) + KEPT + text.slice(from);
  const rest = text.slice(to + name[0].length);
  if (text.endsWith(CALLED, at)) {
    return `${text.slice(0, at - CALLED.length)}call(runtime, ${owner}, ${name[1]}${rest}`;
  }
  return `${text.slice(0, at)}(${owner})?.[${name[1]}]${rest}`;
}

/** The variable of a loop or a macro; `{% set %}` asks the frames around as well and stays. */
function withVariable(text: string, at: number, strings: readonly string[]): string {
  const from = at + VARIABLE.length;
  const to = closing(text, from);
  const [, number, value = ''] = new RegExp(`^${taken}, (.*)$`, 's').exec(text.slice(from, to)) ?? [];
  const [, name, member] = /^"(\w+)(?:\.(\w+))?"$/.exec(strings[Number(number)] ?? '') ?? [];
  if (name === undefined || value.endsWith(', true') || text[to + 1] !== ';') return text;
  const variable = member === undefined ? `frame.variables.${name}` : `(frame.variables.${name} ||= {}).${member}`;
  return `${text.slice(0, at)}\n${variable} = ${value}${text.slice(to + 1)}`;
}

/** @returns the index of the bracket that closes the one before `from` */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}
