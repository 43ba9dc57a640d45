import { parameterNames } from './expression.js';
import { any, itemOf, objectOf, plain, type Shape } from './shape.js';
import type { Loop } from './tree.js';

const loopVariable = objectOf(
  new Map(['index', 'index0', 'revindex', 'revindex0', 'first', 'last', 'length'].map((name) => [name, plain])),
);

/**
 * @param over what the loop walks through
 * @returns the names that the body of a loop sees: the item, or key and value, and `loop`
 */
export function loopNames(tree: Loop, over: Shape): Map<string, Shape> {
  const names = tree.name.typename === 'Symbol' ? [tree.name.value] : tree.name.children.flatMap(parameterNames);
  const item = itemOf(over) ?? any;
  const [key, value] = names;
  const shapes = new Map<string, Shape>(names.map((name) => [name, any]));
  if (names.length === 1 && key !== undefined) shapes.set(key, item);
  // Of `for key, value in record` both are known; of `for a, b in pairs` neither is.
  if (names.length === 2 && key !== undefined && value !== undefined && over.is === 'record') {
    shapes.set(key, plain).set(value, item);
  }
  return shapes.set('loop', loopVariable);
}
