import type { Element, Root } from 'hast';
import type { Text } from 'mdast';
import { textOf, walk } from './pageNodes.js';

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

/** E-papers of Founder's: the element of the title, beside those of the kicker and the subtitle. */
const namedTitle = /^(?:founder|enp|fz)-?title$/;
/** Their data in a comment before the article. */
const properties = '<!--enpproperty';

/**
 * @param source the page as written
 * @returns what the page says its title is, in elements and data of that name and between the marks of its
 *   `<title>`, each without white space: a line that says the same is the title, and one above it a kicker
 */
export function titlesOf(page: Root, source: string): Set<string> {
  const titles = [...walk(page)].filter(({ tagName }) => namedTitle.test(tagName)).map(textOf);
  const at = source.indexOf(properties);
  if (at !== -1) titles.push(/<title>([^<]{2,300})<\/title>/.exec(source.slice(at, at + 4000))?.[1] ?? '');
  const title = titleIn(page);
  if (title !== null)
    titles.push(
      ...textOf({ type: 'root', children: title.children })
        .slice(0, LONGEST)
        .split(/[-_|｜—–]+/),
    );
  return new Set(titles.map((each) => each.replace(/\s/g, '')).filter((each) => each.length >= 4));
}

function titleIn(node: Element | Root): Element | null {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'svg') continue;
    const found = child.tagName === 'title' ? child : titleIn(child);
    if (found !== null) return found;
  }
  return null;
}
