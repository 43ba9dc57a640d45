import { dirname, resolve } from 'node:path';
import { type Finding, find } from '../diagnostics/finding.js';
import { readConfiguration } from './config/read.js';
import type { Register } from './config/register.js';
import type { SiteConfig } from './config/site.js';
import { isJunk } from './fileName.js';
import { FolderReader } from './folder.js';
import type { Input } from './input.js';
import { kindOf, Listing } from './listing.js';

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
}

/**
 * Finds and hashes every input. Whatever is wrong with the content is a finding.
 * @param contentDir the content folder, relative to `cwd` or absolute
 */
export async function scanContent(contentDir: string, { cwd, only }: ScanOptions): Promise<Content> {
  const paths = (only ?? [contentDir]).map((path) => resolve(cwd, path));
  const found: Pick<Content, 'inputs' | 'pages' | 'statics' | 'findings'> = {
    inputs: [],
    pages: [],
    statics: [],
    findings: [],
  };
  const folders: string[] = [];
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind === null) {
      const shown = only === undefined ? contentDir : path;
      found.findings.push(
        find(only === undefined ? 'no-content-folder' : 'no-such-path', shown, undefined, { path: shown }),
      );
      continue;
    }
    const root = kind === 'folder' ? path : dirname(path);
    folders.push(root);
    readPath(path, root, kind, cwd, found);
  }
  const root = folders[0] ?? paths[0] ?? resolve(cwd, contentDir);
  const config = await readConfiguration(folders, cwd);
  return {
    root,
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

function readPath(
  path: string,
  root: string,
  kind: 'file' | 'folder',
  cwd: string,
  found: Pick<Content, 'inputs' | 'pages' | 'statics' | 'findings'>,
): void {
  const listing = new Listing(root, cwd);
  const editions = new FolderReader(root, listing);
  if (kind === 'file') editions.readOne(path);
  else {
    editions.readAll(root);
    for (const entry of listing.list(root, (name) => name === '_pages' || name === '_static')) {
      if (entry.kind === 'file') continue;
      if (entry.name === '_static') readStatics(entry.absolute, '', listing, found.statics);
      else {
        const pages = new FolderReader(root, listing);
        pages.readPages(entry.absolute);
        found.pages.push(...pages.inputs);
      }
    }
  }
  found.inputs.push(...editions.inputs);
  found.findings.push(...listing.findings);
}

function readStatics(folder: string, prefix: string, listing: Listing, statics: StaticFile[]): void {
  if (!listing.enter(folder)) return;
  for (const { name, absolute, kind } of listing.list(folder, (name) => !isJunk(name))) {
    const path = `${prefix}${name}`;
    if (kind === 'folder') readStatics(absolute, `${path}/`, listing, statics);
    else {
      const found = listing.hash(absolute);
      if (found !== null) statics.push({ path, absolute, digest: found.digest });
    }
  }
}

/** By path in code units; a file that two paths lead to is one input. */
function sorted(inputs: Input[]): Input[] {
  const byPath = new Map(inputs.map((input) => [input.absolute, input]));
  return [...byPath.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
