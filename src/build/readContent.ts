import { checkContent, type ReadInput } from '../check/checkContent.js';
import type { Finding } from '../diagnostics/finding.js';
import { Library } from '../editions/library.js';
import { loadDocument } from '../load/load.js';
import { type Content, scanContent } from '../load/scan.js';
import { parsePage } from '../parse/prose.js';
import type { OwnPage } from '../plan/site/site.js';
import { registeredNames } from '../plan/site/speakers.js';
import { slugOf } from '../slugs/slug.js';
import { loadPinyin } from '../slugs/pinyin.js';
import type { State } from '../state/state.js';

export interface ReadOptions {
  /** Folder from which people see paths; absolute. */
  cwd: string;
  /** Content folder. */
  content: string;
  /** Files and folders to look at instead of it. */
  only?: string[];
}

/** The content, read and checked: the stages load, parse and check. */
export interface ReadContent {
  content: Content;
  library: Library;
  read: ReadInput[];
  pages: OwnPage[];
  findings: Finding[];
}

/**
 * Reads all content and finds everything that is wrong with it.
 * @throws InputChanged when a file changes while it is read
 */
export async function readContent({ cwd, content: folder, only }: ReadOptions, state: State): Promise<ReadContent> {
  const content = await scanContent(folder, only === undefined ? { cwd } : { cwd, only });
  const library = new Library(state, registeredNames(content.register));
  const read: ReadInput[] = [];
  for (const input of content.inputs) read.push({ input, summary: await library.summary(input) });
  const own = await readPages(content);
  const findings = checkContent(content, read);
  return { content, library, read, pages: own.pages, findings: [...findings, ...own.findings] };
}

async function readPages(content: Content): Promise<{ pages: OwnPage[]; findings: Finding[] }> {
  const pages: OwnPage[] = [];
  const findings: Finding[] = [];
  for (const input of content.pages) {
    const document = await loadDocument(input);
    findings.push(...document.findings);
    const { heading, body } = parsePage(document.root, document.frontMatter.title);
    if (/[^\x20-\x7e]/u.test(input.name.whole)) await loadPinyin();
    pages.push({ file: input.file, digest: input.digest, path: `${slugOf(input.name.whole)}/`, heading: heading || input.name.stem, body });
  }
  return { pages, findings };
}
