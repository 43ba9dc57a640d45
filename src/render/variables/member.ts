import { any, either, plain, type Shape } from './shape.js';

/** A member that is there, or the names that are. */
export type Member = { shape: Shape } | { known: readonly string[] };

/** What JavaScript itself gives to texts and lists, and templates may use: `titles.length`, `name.slice(0, 1)`. */
const ofText: readonly string[] = Object.getOwnPropertyNames(String.prototype);
const ofList: readonly string[] = Object.getOwnPropertyNames(Array.prototype);

/** @returns the shape of `value.name`, or of `value[index]` where `name` is a number */
export function memberOf(value: Shape, name: string | number): Member {
  switch (value.is) {
    case 'any':
    case 'macro':
      return { shape: any };
    case 'sealed':
      return { known: [] };
    case 'plain':
      if (name === 'length') return { shape: plain };
      return typeof name === 'number' || ofText.includes(name) ? { shape: any } : { known: [] };
    case 'list':
      if (typeof name === 'number') return { shape: value.item };
      if (name === 'length') return { shape: plain };
      return ofList.includes(name) ? { shape: any } : { known: [] };
    case 'record':
      if (value.keys === null || value.keys.includes(String(name))) return { shape: value.item };
      return { known: value.keys };
    case 'object': {
      const shape = value.fields().get(String(name));
      return shape ? { shape } : { known: [...value.fields().keys()] };
    }
    case 'either':
      return memberOfAny(value.of, name);
  }
}

/** A member that at least one of them has: which one a template holds, it may have asked before. */
function memberOfAny(values: readonly Shape[], name: string | number): Member {
  const members = values.map((value) => memberOf(value, name));
  const shapes = members.flatMap((member) => ('shape' in member ? [member.shape] : []));
  if (shapes.length > 0) return { shape: either(shapes) };
  return { known: members.flatMap((member) => ('known' in member ? member.known : [])) };
}
