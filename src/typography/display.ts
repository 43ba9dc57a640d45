import type { PhrasingContent, Root } from 'mdast';
import { paragraphText } from '../records/body.js';
import { fullWidth } from './fullWidth.js';

/** How texts of the records are shown; the records keep what was written. */
export interface Display {
  /** Equal for displays that show every text alike. */
  id: string;
  text(written: string): string;
  body<T extends Root>(body: T): T;
}

/**
 * @param options `fullWidth`: show half-width punctuation in Chinese text full-width (`site.yaml`, `punctuation`)
 */
export function makeDisplay(options: { fullWidth: boolean }): Display {
  if (!options.fullWidth) return { id: 'written', text: (written) => written, body: (body) => body };
  return { id: 'full-width', text: fullWidth, body: showBody };
}

/** A mark's neighbours may stand in another node (a link, a point), so each paragraph is shown as a whole. */
function showBody<T extends Root>(body: T): T {
  return {
    ...body,
    children: body.children.map((child) =>
      'children' in child ? { ...child, children: showParagraph(child.children as PhrasingContent[]) } : child,
    ),
  };
}

function showParagraph(children: PhrasingContent[]): PhrasingContent[] {
  const written = paragraphText(children);
  const shown = fullWidth(written);
  if (shown === written) return children;
  let at = 0;
  const replace = (node: PhrasingContent): PhrasingContent => {
    if ('children' in node) return { ...node, children: node.children.map(replace) } as PhrasingContent;
    if (!('value' in node)) return node;
    const value = shown.slice(at, at + node.value.length);
    at += node.value.length;
    return { ...node, value } as PhrasingContent;
  };
  return children.map(replace);
}
