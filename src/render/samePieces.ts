import { isPlainLoop, nodesOf, partsOf } from './themeFacts.js';
import type { Call, Tree } from './variables/tree.js';

/** What does nothing but put together what its parts are. Filters and calls may do anything. */
const composing = new Set([
  'Output',
  'NodeList',
  'TemplateData',
  'Literal',
  'LookupVal',
  'If',
  'InlineIf',
  'And',
  'Or',
]);

/**
 * Takes the nodes of a list together that say the same on every page, where they ask for anything of the site at all.
 * @param isShared whether a name means what `sharedNames` has there
 * @returns the nodes in their order
 */
export function piecesOf(
  nodes: readonly Tree[],
  isShared: (name: string) => boolean,
): { isSame: boolean; nodes: Tree[] }[] {
  const pieces: { isSame: boolean; nodes: Tree[] }[] = [];
  for (const node of nodes) {
    const isSame = saysTheSame(node, isShared);
    const last = pieces.at(-1);
    if (last?.isSame === isSame) last.nodes.push(node);
    else pieces.push({ isSame, nodes: [node] });
  }
  for (const piece of pieces) piece.isSame &&= piece.nodes.some(asksForShared);
  return pieces;
}

function saysTheSame(node: Tree, isShared: (name: string) => boolean): boolean {
  if (node.typename === 'Symbol') return isShared(node.value);
  if (node.typename === 'FunCall') return isSharedPart(node, isShared);
  if (node.typename === 'For' && node.name.typename === 'Symbol' && isPlainLoop(node)) {
    const { arr, body, else_, name } = node;
    const isKnown = (asked: string) => asked === name.value || isShared(asked);
    return saysTheSame(arr, isShared) && saysTheSame(body, isKnown) && (!else_ || saysTheSame(else_, isShared));
  }
  return composing.has(node.typename) && partsOf(node).every((part) => saysTheSame(part, isShared));
}

/** `shared("partials/foot.njk")` */
function isSharedPart({ name, args }: Call, isShared: (name: string) => boolean): boolean {
  const isLiteral = args.children.every(({ typename }) => typename === 'Literal');
  return isLiteral && name.typename === 'Symbol' && name.value === 'shared' && isShared(name.value);
}

/** What names nothing is text, which needs no keeping. */
function asksForShared(node: Tree): boolean {
  return [...nodesOf(node)].some(({ typename }) => typename === 'Symbol');
}
