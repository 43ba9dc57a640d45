import type { Nodes } from 'mdast';
import { digestOf } from '../load/digest.js';
import type { Speech } from '../records/speech.js';

/**
 * Pages that show a speech's text are made anew when this changes, and not when only another speech of the
 * edition did.
 * @returns digest of the body, without its places in the input, and of what is shown with it
 */
export function digestOfText({ body, points, notes, detail, excerpt }: Speech): string {
  return digestOf(written(body), JSON.stringify([points, notes, detail, excerpt]));
}

/** The tree as one string: equal for equal trees only, since no text holds the control characters that part it. */
function written(node: Nodes): string {
  const head = `\u0002${node.type}\u0001${'url' in node ? node.url : ''}${'anchor' in node ? `${node.anchor}/${node.level}` : ''}\u0001`;
  const inside = 'children' in node ? node.children.map(written).join('') : 'value' in node ? node.value : '';
  return `${head}${inside}\u0003`;
}
