import type { Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Heading } from 'mdast';
import { type Finding, find } from '../../diagnostics/finding.js';
import { BlockBuilder } from '../blocks/builder.js';
import { ElementReader } from '../blocks/elements.js';
import { beyondBlocks } from '../bounds.js';
import { countBlocks, countCharacters } from '../characters.js';
import type { Block, BlockRoot } from '../document.js';
import { strangeInBlocks } from '../strange.js';
import { type Article, findArticle } from './article.js';
import { decodeHtml } from './htmlText.js';
import { tooComplexHtml } from './htmlWork.js';
import { firstText, textOf } from './pageNodes.js';
import { headlineOf, titlesOf } from './pageTitle.js';
import { type Reader, type Reading, unread } from './reader.js';

/** A page saved from a site: its article, without menus, scripts and side columns. */
export const html: Reader = {
  async read({ input, bytes }): Promise<Reading> {
    const { file } = input;
    const decoded = decodeHtml(bytes);
    if ('notText' in decoded) return unread(find('not-text', file, undefined, { kind: decoded.notText }));
    const { text, encoding } = decoded;
    const findings: Finding[] = [];
    if (encoding !== 'utf-8')
      findings.push(find('encoding-read', file, undefined, { encoding: encoding.toUpperCase() }));
    const beyond = tooComplexHtml(text, file);
    if (beyond !== null) return unread(...findings, beyond);
    const page = fromHtml(text);
    const article = findArticle(page);
    const builder = new BlockBuilder(null);
    new ElementReader(builder, { source: text, start, skip: article.furniture, numbers: true }).read(
      article.body.children,
    );
    builder.endLine({ depth: 0, centred: false });
    builder.end();
    markTitle(builder.blocks, titlesOf(page, text));
    const children = article.hasHeading ? builder.blocks : withTitle(page, builder.blocks);
    const root: BlockRoot = { type: 'root', children };
    const blocksBeyond = beyondBlocks(root, file);
    if (blocksBeyond !== null) return unread(...findings, blocksBeyond);
    const left = leftOut(article, file);
    findings.push(...left.findings, ...strangeInBlocks(root, file));
    const syntax = builder.invisible + left.characters;
    return { root, frontMatter: {}, characters: countBlocks(root) + syntax, syntax, findings };
  },
};

const start = { line: 1, column: 1 };

/** What was left out is said once, so that nobody wonders where a line went. */
function leftOut({ furniture }: Article, file: string): { characters: number; findings: Finding[] } {
  let characters = 0;
  let first: { node: Nodes; words: string } | null = null;
  for (const node of furniture) {
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    characters += countCharacters(text);
    const found = firstText(node);
    if (first === null && found !== null) first = { node: found, words: [...text].slice(0, 20).join('') };
  }
  if (first === null) return { characters, findings: [] };
  const { line, column } = first.node.position?.start ?? start;
  return { characters, findings: [find('page-furniture', file, { line, column }, { characters, words: first.words })] };
}

/** Lines among which the title stands: above it a kicker, a date, the page of the paper. */
const TOP = 12;

/** Where no line is set as the page's first heading, the one that says what the page calls its title is it. */
function markTitle(blocks: Block[], titles: ReadonlySet<string>): void {
  const top = blocks.slice(0, TOP);
  if (top.some((block) => block.type === 'heading' && block.depth === 1)) return;
  // The longest: the name of a column may stand in both places too.
  const lines = top.map((block) => plainText(block).replace(/\s/g, '')).filter((line) => titles.has(line));
  const longest = lines.reduce((most, line) => (line.length > most.length ? line : most), '');
  const at = top.findIndex((block) => plainText(block).replace(/\s/g, '') === longest);
  const block = longest === '' ? undefined : blocks[at];
  if (block !== undefined) blocks[at] = { ...block, type: 'heading', depth: 1 } as Heading;
}

/** A page without any heading has its headline in `<title>` alone, with the site's name behind it. */
function withTitle(page: Root, blocks: Block[]): Block[] {
  const title = headlineOf(page);
  const [first] = blocks;
  if (title === null || first === undefined || first.data?.facts?.centred === true) return blocks;
  const bare = title.value.replace(/\s/g, '');
  if (blocks.some((block) => plainText(block).replace(/\s/g, '').includes(bare))) return blocks;
  const heading: Heading = { type: 'heading', depth: 1, children: [title] };
  if (title.position !== undefined) heading.position = title.position;
  return [heading, ...blocks];
}

function plainText(block: Block): string {
  const values: string[] = [];
  const collect = (nodes: Block['children']): void => {
    for (const node of nodes) {
      if ('value' in node) values.push(node.value);
      else if ('children' in node) collect(node.children);
    }
  };
  collect(block.children);
  return values.join('');
}
