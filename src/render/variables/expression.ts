import { fieldArgumentOf, filterShape } from './filterShape.js';
import { memberOf } from './member.js';
import type { Report } from './report.js';
import type { Scope } from './scope.js';
import { any, either, itemOf, type MacroArguments, objectOf, plain, type Shape } from './shape.js';
import type { Call, Filter, Literal, Lookup, Name, NodeList, Test, Tree } from './tree.js';

/** What the engine knows by name. */
export interface Engine {
  filters: readonly string[];
  tests: readonly string[];
  globals: readonly string[];
}

/** Where an expression stands. */
export interface Here {
  file: string;
  scope: Scope;
  engine: Engine;
  report: Report;
  /** Checks statements that stand within an expression: `set` with a body, `filter`, `call`. */
  walk(body: Tree, scope: Scope): void;
  /** Checks the template that `shared("…")` renders. */
  walkShared(name: Tree): void;
  /** Checks the block that `super()` stands for. */
  walkSuper(): void;
}

/** Checks an expression. @returns what its value is */
export function evaluate(tree: Tree, here: Here): Shape {
  switch (tree.typename) {
    case 'Literal':
    case 'TemplateData':
      return plain;
    case 'Symbol':
      return nameShape(tree, here);
    case 'LookupVal':
      return lookupShape(tree, here);
    case 'FunCall':
      return callShape(tree, here);
    case 'Filter':
      return filtered(tree, here);
    case 'InlineIf':
      evaluate(tree.cond, here);
      return either([evaluate(tree.body, here), tree.else_ ? evaluate(tree.else_, here) : plain]);
    case 'Or':
    case 'And':
      return either([evaluate(tree.left, here), evaluate(tree.right, here)]);
    case 'Is':
      checkTest(tree, here);
      return plain;
    case 'Compare':
      for (const part of [tree, ...tree.ops]) evaluate(part.expr, here);
      return plain;
    case 'Array':
      return { is: 'list', item: tree.children.length > 0 ? either(evaluateAll(tree, here)) : any };
    case 'Dict':
      return dictShape(tree, here);
    case 'Group':
    case 'NodeList':
      return evaluateAll(tree, here).at(-1) ?? plain;
    case 'Capture':
      here.walk(tree.body, here.scope);
      return plain;
    case 'Not':
    case 'Neg':
    case 'Pos':
      evaluate(tree.target, here);
      return plain;
    default:
      if ('left' in tree) for (const side of [tree.left, tree.right]) evaluate(side, here);
      return plain;
  }
}

function evaluateAll(list: NodeList, here: Here): Shape[] {
  return list.children.map((child) => evaluate(child, here));
}

function nameShape(tree: Name, here: Here): Shape {
  const shape = here.scope.lookup(tree.value);
  if (shape) return shape;
  if (here.engine.globals.includes(tree.value)) return any;
  here.report.addUnknown('template-unknown-variable', here.file, tree, tree.value, here.scope.names());
  return any;
}

function lookupShape(tree: Lookup, here: Here): Shape {
  const owner = evaluate(tree.target, here);
  if (tree.val.typename !== 'Literal') {
    evaluate(tree.val, here);
    return itemOf(owner) ?? any;
  }
  return memberShape(owner, tree.val, nameOf(tree.target), here);
}

/** A member by a name that is written out; reports it where there is none. */
function memberShape(owner: Shape, name: Literal, ownerName: string, here: Here): Shape {
  const part = typeof name.value === 'number' ? name.value : String(name.value);
  const member = memberOf(owner, part);
  if ('shape' in member) return member.shape;
  if (member.known.length > 0) {
    here.report.addUnknown('template-unknown-variable', here.file, name, `${ownerName}.${part}`, member.known);
  } else {
    const params = { name: `${ownerName}.${part}`, owner: ownerName, part };
    here.report.add('template-no-part', here.file, name, params);
  }
  return any;
}

function callShape(tree: Call, here: Here): Shape {
  if (tree.name.typename === 'Symbol' && tree.name.value === 'super') {
    here.walkSuper();
    return plain;
  }
  if (tree.name.typename === 'Symbol' && tree.name.value === 'shared') {
    here.walkShared(tree.args.children[0] ?? tree);
    return plain;
  }
  const callee = evaluate(tree.name, here);
  const args = argumentsOf(tree.args, here);
  if (callee.is !== 'macro') return any;
  const parameters = callee.macro.args.children.flatMap(parameterNames);
  for (const pair of namedPairs(tree.args)) {
    const name = pair.key.typename === 'Symbol' ? pair.key.value : '';
    if (name === 'caller' || parameters.includes(name)) continue;
    const macro = callee.macro.name.value;
    here.report.addUnknown('template-unknown-argument', here.file, pair, name, parameters, { macro });
  }
  callee.run(args);
  return plain;
}

/** Names of a macro's parameters: those by place, then those with a default. */
export function parameterNames(tree: Tree): string[] {
  if (tree.typename === 'Symbol') return [tree.value];
  if (tree.typename !== 'Dict' && tree.typename !== 'KeywordArgs') return [];
  return tree.children.flatMap((pair) => (pair.typename === 'Pair' ? parameterNames(pair.key) : []));
}

function argumentsOf(list: NodeList, here: Here): MacroArguments {
  const placed = list.children.filter((child) => child.typename !== 'KeywordArgs').map((arg) => evaluate(arg, here));
  const named = new Map<string, Shape>();
  for (const { key, value } of namedPairs(list)) {
    if (value.typename === 'Caller') {
      // The body of a `call` sees what stands around it, and the arguments that the macro gives to `caller`.
      const scope = here.scope.inner();
      for (const name of value.args.children.flatMap(parameterNames)) scope.declare(name, any);
      here.walk(value.body, scope);
      named.set('caller', any);
    } else if (key.typename === 'Symbol') {
      named.set(key.value, evaluate(value, here));
    }
  }
  return { placed, named };
}

function namedPairs(list: NodeList) {
  const last = list.children.at(-1);
  if (last?.typename !== 'KeywordArgs') return [];
  return last.children.filter((child) => child.typename === 'Pair');
}

function filtered(tree: Filter, here: Here): Shape {
  const [input, ...args] = tree.args.children.filter((child) => child.typename !== 'KeywordArgs');
  const shape = input ? evaluate(input, here) : any;
  const shapes = args.map((arg) => evaluate(arg, here));
  for (const { value } of namedPairs(tree.args)) evaluate(value, here);
  const name = tree.name.value;
  if (!here.engine.filters.includes(name)) {
    here.report.addUnknown('template-unknown-filter', here.file, tree.name, name, here.engine.filters);
    return any;
  }
  const field = args[fieldArgumentOf(name) ?? -1];
  if (input && field?.typename === 'Literal' && typeof field.value === 'string') {
    let owner = itemOf(shape) ?? any;
    for (const part of field.value.split('.')) {
      owner = memberShape(owner, { ...field, value: part }, `${nameOf(input)}[]`, here);
    }
  }
  return filterShape(name, shape, shapes);
}

function checkTest(tree: Test, here: Here): void {
  evaluate(tree.left, here);
  const test = tree.right.typename === 'FunCall' ? tree.right.name : tree.right;
  if (tree.right.typename === 'FunCall') evaluateAll(tree.right.args, here);
  // `is null` and `is undefined` reach the tree as values; they are tests all the same.
  const name = test.typename === 'Symbol' ? test.value : test.typename === 'Literal' ? String(test.value) : '';
  if (here.engine.tests.includes(name)) return;
  here.report.addUnknown('template-unknown-test', here.file, test, name, here.engine.tests);
}

function dictShape(tree: NodeList, here: Here): Shape {
  const fields = new Map<string, Shape>();
  for (const pair of tree.children) {
    if (pair.typename !== 'Pair') continue;
    const value = evaluate(pair.value, here);
    if (pair.key.typename === 'Symbol' || pair.key.typename === 'Literal') fields.set(String(pair.key.value), value);
  }
  return objectOf(fields);
}

/** @returns an expression as its author would name it in a sentence */
export function nameOf(tree: Tree): string {
  switch (tree.typename) {
    case 'Symbol':
      return tree.value;
    case 'Literal':
      return String(tree.value);
    case 'LookupVal':
      return tree.val.typename === 'Literal'
        ? `${nameOf(tree.target)}.${nameOf(tree.val)}`
        : `${nameOf(tree.target)}[]`;
    case 'FunCall':
      return `${nameOf(tree.name)}()`;
    case 'Filter':
      return tree.args.children[0] ? nameOf(tree.args.children[0]) : tree.name.value;
    default:
      return '…';
  }
}

/** @returns the leftmost part of an expression: the tree has `a.b` at its dot */
export function startOf(tree: Tree): Tree {
  if (tree.typename === 'LookupVal') return startOf(tree.target);
  if (tree.typename === 'FunCall') return startOf(tree.name);
  if (tree.typename === 'Filter') return tree.args.children[0] ? startOf(tree.args.children[0]) : tree;
  return tree;
}
