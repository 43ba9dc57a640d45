import nunjucks from 'nunjucks';
import { engineOptions } from './engineOptions.js';
import { loopMemberNames } from './loopMembers.js';
import { sharedNames } from './siteMemory.js';
import type { Import, Loop, Macro, NodeList, Tree } from './variables/tree.js';

/** What the compiler of one template must know of all the others. */
export interface ThemeFacts {
  /** Names that some frame may hold while pages are rendered. Any other name is the page's. */
  frameNames: ReadonlySet<string>;
  /** Names that some template puts among a page's variables, with `set`, `import` or `macro`. */
  setNames: ReadonlySet<string>;
  /** Members of `loop` that some template names; null where one takes `loop` as a whole. */
  loopMembers: ReadonlySet<string> | null;
  /** Templates that are nothing but macros and imports of such templates: running one changes and prints nothing. */
  libraries: ReadonlySet<string>;
}

/**
 * @param sources templates by name; one that cannot be parsed tells nothing
 * @returns the facts by which {@link templateCode} compiles them, to be asked for again when any of them changes
 */
export function factsOf(sources: ReadonlyMap<string, string>): ThemeFacts {
  const trees = new Map([...sources].flatMap(([name, source]) => parsed(name, source)));
  const frameNames = new Set<string>();
  const setNames = new Set<string>();
  for (const tree of trees.values()) gatherNames(tree, false, frameNames, setNames);
  const libraries = new Set([...trees.keys()].filter((name) => isLibrary(name, trees, [])));
  return { frameNames, setNames, loopMembers: loopMembersIn(sources.values()), libraries };
}

function parsed(name: string, source: string): [string, NodeList][] {
  try {
    return [[name, nunjucks.parser.parse(source, [], engineOptions)]];
  } catch {
    return [];
  }
}

/** Every node below one, and itself. */
export function* nodesOf(tree: Tree): Generator<Tree> {
  yield tree;
  for (const part of partsOf(tree)) yield* nodesOf(part);
}

/** The nodes right below one. */
export function partsOf(tree: Tree): Tree[] {
  return (Object.values(tree) as unknown[]).flat().filter(isNode);
}

function isNode(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'typename' in value;
}

/** What needs a frame: what else would see the names of a loop or a macro, or change them. */
const framed = new Set(['Include', 'Import', 'FromImport', 'Set', 'Block', 'Extends', 'Caller', 'Macro', 'Super']);

/** @returns true where nothing but the loop's own text sees its names, so that they can be variables of the code */
export function isPlainLoop(loop: Loop): boolean {
  return loop.name.typename === 'Symbol' && !needsFrame(loop, 'loop');
}

/** The same of a macro and its arguments. */
export function isPlainMacro(macro: Macro): boolean {
  return macro.args.children.every(({ typename }) => typename === 'Symbol') && !needsFrame(macro.body, 'caller');
}

function needsFrame(tree: Tree, hidden: string): boolean {
  const members = new Set<Tree>();
  for (const node of nodesOf(tree)) {
    // The members of `loop` are expressions of the code; `loop` itself would have to be made.
    if (node.typename === 'LookupVal' && loopMemberOf(node) !== null) members.add(node.target);
    if (node !== tree && framed.has(node.typename)) return true;
    if ('arr' in node && node.name.typename !== 'Symbol') return true;
    if (node.typename !== 'Symbol' || members.has(node)) continue;
    if (node.value === hidden || node.value === 'loop') return true;
  }
  return false;
}

/** @returns `last` of `loop.last`, else null */
export function loopMemberOf(node: Tree): string | null {
  if (node.typename !== 'LookupVal' || node.target.typename !== 'Symbol' || node.target.value !== 'loop') return null;
  const { val } = node;
  return val.typename === 'Literal' && typeof val.value === 'string' && loopMemberNames.has(val.value)
    ? val.value
    : null;
}

/** @param isInner within a loop or a call, where nunjucks gives names to the frame alone */
function gatherNames(tree: Tree, isInner: boolean, frame: Set<string>, set: Set<string>): void {
  const give = (name: string) => {
    set.add(name);
    if (isInner) frame.add(name);
  };
  let inner = isInner;
  switch (tree.typename) {
    case 'Set':
      for (const { value } of tree.targets) {
        set.add(value);
        frame.add(value);
      }
      break;
    case 'For':
    case 'AsyncEach':
    case 'AsyncAll':
      inner = true;
      if (!isPlainLoop(tree)) for (const name of [...symbolsOf(tree.name), 'loop']) frame.add(name);
      break;
    case 'Caller':
    case 'Macro':
      inner = true;
      if (tree.typename === 'Macro') give(tree.name.value);
      if (!isPlainMacro(tree)) for (const name of [...symbolsOf(tree.args), 'caller']) frame.add(name);
      break;
    case 'Import':
      give(tree.target.value);
      break;
    case 'FromImport':
      for (const name of symbolsOf(tree.names)) give(name);
      break;
    default:
  }
  for (const part of partsOf(tree)) gatherNames(part, inner, frame, set);
}

function symbolsOf(tree: Tree): string[] {
  return [...nodesOf(tree)].flatMap((node) => (node.typename === 'Symbol' ? [node.value] : []));
}

/** The macros and imports of a library; null where the template holds anything else. */
export function membersOf(tree: NodeList): (Macro | Import)[] | null {
  const members: (Macro | Import)[] = [];
  for (const child of tree.children) {
    const isText = child.typename === 'Output' && child.children.every(({ typename }) => typename === 'TemplateData');
    if (child.typename === 'Macro' || (child.typename === 'Import' && !child.withContext)) members.push(child);
    else if (!isText) return null;
  }
  return members;
}

export function memberName(member: Macro | Import): string {
  return ('body' in member ? member.name : member.target).value;
}

function isLibrary(name: string, trees: ReadonlyMap<string, NodeList>, trail: readonly string[]): boolean {
  const tree = trees.get(name);
  const members = tree && !trail.includes(name) ? membersOf(tree) : null;
  if (!members) return false;
  const names = members.map(memberName);
  // `shared` asks for these by their names, which those of a library are not.
  if (names.some((one) => (sharedNames as readonly string[]).includes(one))) return false;
  return members.every((member) => {
    if ('body' in member) return isPlainMacro(member);
    const { template } = member;
    return template.typename === 'Literal' && isLibrary(String(template.value), trees, [...trail, name]);
  });
}

/** @returns the members of `loop` that any of the templates names, or null where one takes `loop` as a whole */
function loopMembersIn(sources: Iterable<string>): ReadonlySet<string> | null {
  const used = new Set<string>();
  for (const source of sources) {
    for (const [, member] of source.matchAll(/\bloop\b(?:\.(\w+))?/g)) {
      if (member === undefined) return null;
      used.add(member);
    }
  }
  return used;
}
