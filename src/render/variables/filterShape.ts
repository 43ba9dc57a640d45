import { any, either, itemOf, plain, type Shape } from './shape.js';

/** Filters whose result is a list like the one they were given. */
const sameList = new Set(['list', 'reject', 'rejectattr', 'reverse', 'select', 'selectattr', 'sort']);
const oneItem = new Set(['first', 'last', 'random']);

/** @returns what a filter makes of a value; most make text or a number */
export function filterShape(name: string, input: Shape, args: readonly Shape[]): Shape {
  if (sameList.has(name)) return input;
  if (oneItem.has(name)) return itemOf(input) ?? any;
  if (name === 'default' || name === 'd') return either([input, ...args.slice(0, 1)]);
  if (name === 'batch' || name === 'slice') return { is: 'list', item: input };
  if (name === 'groupby') return { is: 'record', item: input, keys: null };
  if (name === 'dictsort') return any;
  return plain;
}

/** Where a filter takes the name of a field of the list's items, from 0 among the arguments in brackets. */
const fieldArgument: Readonly<Record<string, number>> = {
  groupby: 0,
  join: 1,
  rejectattr: 0,
  selectattr: 0,
  sort: 2,
  sum: 0,
};

/** @returns the place of the argument that names a field, or null */
export function fieldArgumentOf(filter: string): number | null {
  return fieldArgument[filter] ?? null;
}
