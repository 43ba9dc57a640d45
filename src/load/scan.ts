import { dirname, resolve } from 'node:path';
import { append } from '../diagnostics/append.js';
import { type Finding, find } from '../diagnostics/finding.js';
import { readConfiguration } from './config/read.js';
import type { Register } from './config/register.js';
import type { SiteConfig } from './config/site.js';
import { isJunk } from './fileName.js';
import { FolderReader } from './folder.js';
import type { Input } from './input.js';
import type { KnownFiles } from './knownFiles.js';
import { displayPath, kindOf, Listing } from './listing.js';

/** A file of `_static/`, copied as it is. */
export interface StaticFile {
  /** Path in the output, `/` between parts. */
  path: string;
  absolute: string;
  digest: string;
}

/** Everything that a site is made of, found and hashed; no text is read yet, and no bytes are kept. */
export interface Content {
  /** The content folder; with `only`, the folder of the first path. Absolute. */
  root: string;
  /** Editions, by path in code units. */
  inputs: Input[];
  /** Extra pages from `_pages/`. */
  pages: Input[];
  statics: StaticFile[];
  site: SiteConfig;
  /** `site.yaml` for people, or null where there is none. */
  siteFile: string | null;
  register: Register;
  /** Hash of both configuration files' bytes. */
  digestOfConfig: string;
  findings: Finding[];
}

export interface ScanOptions {
  /** Folder from which people see paths. */
  cwd: string;
  /** Files and folders to look at instead of the content folder, which is then not read at all. */
  only?: string[];
  /** Files that need not be hashed again. */
  known?: KnownFiles;
  /** Is told of each text that is found, while the others are looked for. */
  onInput?(input: Input): void;
}

/**
 * Finds and hashes every input. Whatever is wrong with the content is a finding.
 * @param contentDir the content folder, relative to `cwd` or absolute
 */
export async function scanContent(contentDir: string, { cwd, only, known, onInput }: ScanOptions): Promise<Content> {
  const contentRoot = resolve(cwd, contentDir);
  const found: Found = { inputs: [], pages: [], statics: [], findings: [] };
  const folders: string[] = [];
  for (const path of only ?? [contentDir]) {
    const absolute = resolve(cwd, path);
    const kind = kindOf(absolute);
    if (kind === null) {
      const rule = only === undefined ? 'no-content-folder' : 'no-such-path';
      found.findings.push(find(rule, displayPath(absolute, cwd), undefined, { path }));
      continue;
    }
    const root = kind === 'folder' ? absolute : dirname(absolute);
    folders.push(root);
    const listing = new Listing(root, cwd, known);
    const editions = new FolderReader(root, contentRoot, listing, onInput);
    if (kind === 'file') editions.readOne(absolute);
    else {
      editions.readAll(root);
      readSpecialFolders(root, listing, found);
    }
    append(found.inputs, editions.inputs);
    append(found.findings, listing.findings);
  }
  const config = await readConfiguration(folders, cwd);
  return {
    root: folders[0] ?? contentRoot,
    inputs: sorted(found.inputs),
    pages: sorted(found.pages),
    statics: found.statics,
    site: config.site,
    siteFile: config.siteFile,
    register: config.register,
    digestOfConfig: config.digest,
    findings: [...config.findings, ...found.findings],
  };
}

type Found = Pick<Content, 'inputs' | 'pages' | 'statics' | 'findings'>;

function readSpecialFolders(root: string, listing: Listing, found: Found): void {
  for (const { absolute, kind, name } of listing.list(root, (name) => name === '_pages' || name === '_static')) {
    if (kind === 'file') continue;
    if (name === '_static') readStatics(absolute, '', listing, found.statics);
    else {
      const pages = new FolderReader(root, root, listing);
      pages.readPages(absolute);
      append(found.pages, pages.inputs);
    }
  }
}

function readStatics(folder: string, prefix: string, listing: Listing, statics: StaticFile[]): void {
  if (!listing.enter(folder)) return;
  for (const { name, absolute, kind } of listing.list(folder, (name) => !isJunk(name))) {
    const path = `${prefix}${name}`;
    if (kind === 'folder') readStatics(absolute, `${path}/`, listing, statics);
    else {
      const found = listing.hashStatic(absolute);
      if (found !== null) statics.push({ path, absolute, digest: found.digest });
    }
  }
}

/** By path in code units; a file that two paths lead to is one input. */
function sorted(inputs: Input[]): Input[] {
  const byPath = new Map(inputs.map((input) => [input.absolute, input]));
  return [...byPath.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
