/** `push(...items)` passes each item as an argument: of some hundred thousand the stack overflows. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
