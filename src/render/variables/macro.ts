import { parameterNames } from './expression.js';
import type { Scope } from './scope.js';
import { any, type MacroArguments, type Shape } from './shape.js';
import type { Macro, Tree } from './tree.js';

/** Kinds of calls of one macro that are looked at; one that calls itself with ever new values ends there. */
const mostCalls = 40;

/** What a macro needs from the place where it is declared. */
export interface MacroHome {
  /** The template's context: all that a macro sees besides its arguments. */
  context: Scope;
  evaluate(expression: Tree, scope: Scope): Shape;
  walk(body: Tree, scope: Scope): void;
}

/** @returns a macro as a value: running it checks its body with the arguments of a call */
export function macroShape(macro: Macro, home: MacroHome): Shape & { is: 'macro' } {
  const seen: MacroArguments[] = [];
  const names = macro.args.children.flatMap(parameterNames);
  const defaults = defaultsOf(macro);
  const run = (args: MacroArguments): void => {
    // With the same kinds of arguments there is nothing new to find; this also ends the recursion of an outline.
    if (seen.length >= mostCalls || seen.some((before) => sameArguments(before, args))) return;
    seen.push(args);
    const scope = home.context.inner({ keepsWrites: true });
    for (const [index, name] of names.entries()) {
      const given = args.placed[index] ?? args.named.get(name);
      const fallback = defaults.get(name);
      scope.declare(name, given ?? (fallback ? home.evaluate(fallback, scope) : any));
    }
    scope.declare('caller', args.named.get('caller') ?? any);
    home.walk(macro.body, scope);
  };
  return { is: 'macro', macro, run };
}

function defaultsOf(macro: Macro): Map<string, Tree> {
  const defaults = new Map<string, Tree>();
  for (const argument of macro.args.children) {
    if (argument.typename !== 'Dict' && argument.typename !== 'KeywordArgs') continue;
    for (const pair of argument.children) {
      if (pair.typename === 'Pair') for (const name of parameterNames(pair.key)) defaults.set(name, pair.value);
    }
  }
  return defaults;
}

function sameArguments(a: MacroArguments, b: MacroArguments): boolean {
  return (
    a.placed.length === b.placed.length &&
    a.placed.every((shape, index) => shape === b.placed[index]) &&
    a.named.size === b.named.size &&
    [...a.named].every(([name, shape]) => shape === b.named.get(name))
  );
}
