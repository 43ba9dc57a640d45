import type { Element, Root } from 'hast';
import type { Text } from 'mdast';

/** Titles that name a site or nothing at all. */
const noHeadline = /(?:网|网站|平台|门户|客户端|报|首页|网页)$|无标题|未命名|新建/;

/** A longer title is none. */
const LONGEST = 300;

/**
 * @returns the headline in a page's `<title>`, without the names of site and column that follow it after `-`, `_`
 *   or `|`; null where the title is no headline
 */
export function headlineOf(page: Root): Text | null {
  const title = titleIn(page);
  const text = title?.children[0];
  if (text?.type !== 'text' || text.value.length > LONGEST) return null;
  const leading = /^\s*/.exec(text.value)?.[0] ?? '';
  const value = text.value
    .slice(leading.length)
    .replace(/\s*(?:[-_|｜]+[^-_|｜]*)+$/, '')
    .trimEnd();
  if (value.includes('\n') || (value.match(/\p{Script=Han}/gu)?.length ?? 0) < 4 || noHeadline.test(value)) return null;
  const at = text.position?.start ?? { line: 1, column: 1 };
  const breaks = leading.split('\n');
  const line = at.line + breaks.length - 1;
  const column = (breaks.length > 1 ? 1 : at.column) + (breaks.at(-1) ?? '').length;
  const position = { start: { line, column }, end: { line, column: column + value.length } };
  return { type: 'text', value, position };
}

function titleIn(node: Element | Root): Element | null {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'svg') continue;
    const found = child.tagName === 'title' ? child : titleIn(child);
    if (found !== null) return found;
  }
  return null;
}
