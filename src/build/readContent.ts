import { relative, sep } from 'node:path';
import { checkContent, type ReadInput } from '../check/checkContent.js';
import { append } from '../diagnostics/append.js';
import type { Finding } from '../diagnostics/finding.js';
import { Library } from '../editions/library.js';
import type { TextStore } from '../editions/textStore.js';
import type { Input } from '../load/input.js';
import type { KnownFiles } from '../load/knownFiles.js';
import { loadDocument } from '../load/load.js';
import { type Content, scanContent } from '../load/scan.js';
import { parsePage } from '../parse/prose.js';
import { REMEMBERING } from '../plan/site/large.js';
import type { OwnPage } from '../plan/site/site.js';
import { registeredNames } from '../plan/site/speakers.js';
import { prepareSlugs } from '../slugs/pinyin.js';
import { slugOf } from '../slugs/slug.js';
import type { State } from '../state/state.js';
import { makeDisplay } from '../typography/display.js';
import { growSlowly } from './longRun.js';
import { readEditions, WORTH } from './readEditions.js';
import { begin } from './stages.js';
import { Threads } from './threads.js';

export interface ReadOptions {
  /** Folder from which people see paths; absolute. */
  cwd: string;
  /** Content folder. */
  content: string;
  /** Files and folders to look at instead of it. */
  only?: string[];
  /** Where texts are put down for the pages. */
  texts?: TextStore;
  /** Files that need not be hashed again; forgotten when one of them turns out to be another. */
  known?: KnownFiles;
}

/** The content, read and checked: the stages load, parse and check. */
export interface ReadContent {
  content: Content;
  /** The content folder for people: `content`. */
  folder: string;
  library: Library;
  /** Names that the register of speakers vouches for. */
  register: readonly string[];
  read: ReadInput[];
  pages: OwnPage[];
  findings: Finding[];
}

/**
 * Reads all content and finds everything that is wrong with it.
 * @throws InputChanged when a file changes while it is read, WorkerLost
 */
export async function readContent(
  { cwd, content: dir, only, texts, known }: ReadOptions,
  state: State,
  threads = new Threads(1, dir),
): Promise<ReadContent> {
  begin('load');
  // Where everything has to be read workers start while the rest is found: they take as long as that does.
  let unread = state.isEmpty() ? 0 : -Infinity;
  const onInput = ({ size }: Input): void => {
    unread += size;
    if (unread >= WORTH) threads.start();
  };
  const content = await scanContent(dir, { cwd, onInput, ...(only && { only }), ...(known && { known }) });
  if (content.inputs.length > REMEMBERING) growSlowly();
  const register = registeredNames(content.register);
  const library = new Library({
    state,
    register,
    display: makeDisplay(content.site.punctuation),
    ...(texts && { texts }),
  });
  begin('parse');
  const read = await readEditions(content.inputs, library, () =>
    threads
      .start()
      .map((helper) => helper.prepare('setUpReading', { register, punctuation: content.site.punctuation })),
  );
  const own = await readPages(content);
  const folder = relative(cwd, content.root).split(sep).join('/') || '.';
  begin('check');
  const findings = checkContent({ content, folder, read, ofPages: own.findings });
  return { content, folder, library, register, read, pages: own.pages, findings };
}

async function readPages(content: Content): Promise<{ pages: OwnPage[]; findings: Finding[] }> {
  const pages: OwnPage[] = [];
  const findings: Finding[] = [];
  for (const input of content.pages) {
    const document = await loadDocument(input);
    append(findings, document.findings);
    const { title, slug, draft } = document.frontMatter;
    if (draft === true) continue;
    const { heading, body } = parsePage(document.root, title);
    await prepareSlugs({ words: [input.name.whole] });
    const path = `${slug ?? slugOf(input.name.whole)}/`;
    pages.push({ file: input.file, digest: input.digest, path, heading: heading || input.name.stem, body });
  }
  return { pages, findings };
}
