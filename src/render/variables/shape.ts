import * as z from 'zod';
import type { Macro } from './tree.js';

/** What the check knows about a value in a template. */
export type Shape =
  /** Anything: the result of a method, an index that is computed. Nothing below it can be checked. */
  | { is: 'any' }
  /** Text, number or truth value: can be printed. */
  | { is: 'plain' }
  /** A text's mdast: only filters can do something with it. */
  | { is: 'sealed' }
  | { is: 'list'; item: Shape }
  /** `keys`: all that there are, where that is known. */
  | { is: 'record'; item: Shape; keys: readonly string[] | null }
  | { is: 'object'; fields(): ReadonlyMap<string, Shape> }
  | { is: 'either'; of: readonly Shape[] }
  /** `run` checks a call of it. */
  | { is: 'macro'; macro: Macro; run(args: MacroArguments): void };

/** The arguments of one call: by place, then by name. */
export interface MacroArguments {
  placed: Shape[];
  named: Map<string, Shape>;
}

export const any: Shape = { is: 'any' };
export const plain: Shape = { is: 'plain' };
const sealed: Shape = { is: 'sealed' };

const known = new WeakMap<z.core.$ZodType, Shape>();

/** @returns the shape of what a schema accepts; the same object for the same schema, also in a recursive one */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const before = known.get(schema);
  if (before) return before;
  const shape = make(schema);
  known.set(schema, shape);
  return shape;
}

function make(schema: z.core.$ZodType): Shape {
  if (schema instanceof z.ZodObject) {
    let fields: Map<string, Shape> | null = null;
    return {
      is: 'object',
      // Read late: a recursive schema's own fields lead back to it.
      fields() {
        fields ??= new Map(
          Object.entries<z.core.$ZodType>(schema.shape).map(([name, field]) => [name, shapeOf(field)]),
        );
        return fields;
      },
    };
  }
  if (schema instanceof z.ZodArray) return { is: 'list', item: shapeOf(schema.element) };
  if (schema instanceof z.ZodRecord) return { is: 'record', item: shapeOf(schema.valueType), keys: null };
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodCustom) return sealed;
  return plain;
}

/** @returns an object shape of these fields */
export function objectOf(fields: ReadonlyMap<string, Shape>): Shape {
  return { is: 'object', fields: () => fields };
}

/** @returns what a value is that can come from several expressions */
export function either(shapes: readonly Shape[]): Shape {
  const different = [...new Set(shapes)];
  if (different.includes(any)) return any;
  return different.length === 1 ? (different[0] as Shape) : { is: 'either', of: different };
}

/** @returns the item of a list or record, `any` of what is neither, null of what cannot be walked through */
export function itemOf(shape: Shape): Shape | null {
  if (shape.is === 'any') return any;
  if (shape.is === 'list' || shape.is === 'record') return shape.item;
  if (shape.is === 'either') {
    const items = shape.of.map(itemOf).filter((item) => item !== null);
    return items.length > 0 ? either(items) : null;
  }
  return null;
}

/** @returns true of values that read as they should when they are printed */
export function isPrintable(shape: Shape): boolean {
  return shape.is === 'any' || shape.is === 'plain' || (shape.is === 'either' && shape.of.some(isPrintable));
}
