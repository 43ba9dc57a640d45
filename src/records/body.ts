import type { Paragraph, PhrasingContent, Root } from 'mdast';

/**
 * The text of a speech as mdast: paragraphs only. Inside them stand text, strong, emphasis,
 * link and {@link PointNode}. Paragraph strings and points of the record derive from it.
 */
export interface Body extends Root {
  children: Paragraph[];
}

/** The marker and title of one point, where they stand in a paragraph. */
export interface PointNode {
  type: 'point';
  /** Path in the outline, from 1: `2`, `2-1`. Pages make anchors of it. */
  anchor: string;
  /** 1 for the outermost level. */
  level: number;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    point: PointNode;
  }
  interface RootContentMap {
    point: PointNode;
  }
}

/** @returns the text of each paragraph, as the record has it */
export function paragraphTexts(body: Body): string[] {
  const texts: string[] = [];
  for (const { children } of body.children) texts.push(paragraphText(children));
  return texts;
}

/** @returns the text of one paragraph's nodes */
export function paragraphText(children: readonly PhrasingContent[]): string {
  let text = '';
  for (const node of children) text += node.type === 'text' ? node.value : textOf(node);
  return text;
}

function textOf(node: PhrasingContent): string {
  if ('children' in node) return paragraphText(node.children);
  return 'value' in node ? node.value : '';
}
