/** Members of `loop`. */
export const loopMemberNames = new Set(['index', 'index0', 'revindex', 'revindex0', 'first', 'last', 'length']);

/** @returns the code for a member of the loop that counts in the variables `index` and `length` */
export function loopMember(member: string, { index, length }: { index: string; length: string }): string {
  switch (member) {
    case 'index':
      return `${index} + 1`;
    case 'index0':
      return index;
    case 'revindex':
      return `${length} - ${index}`;
    case 'revindex0':
      return `${length} - ${index} - 1`;
    case 'first':
      return `${index} === 0`;
    case 'last':
      return `${index} === ${length} - 1`;
    default:
      return length;
  }
}
