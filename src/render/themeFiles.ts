import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isJunk } from '../load/fileName.js';

/** One file of a theme, in memory: nothing is read while pages are rendered. */
export interface ThemeFile {
  /** Relative to the theme, `/` between parts: `layouts/base.njk`. */
  name: string;
  /** For messages: relative to the working folder where it lies inside, else absolute. */
  file: string;
  bytes: Uint8Array;
  digest: string;
  /** It lies in the site's folder. */
  own: boolean;
}

/** Where a site's templates and the program's own lie. */
export interface ThemeFolders {
  /** The site's own; may be missing. */
  templates: string;
  /** `templates/default` of the program. */
  builtin: string;
}

/**
 * Reads the site's files over the program's own, file by file.
 * @returns every file by its name, sorted by code units
 * @throws the file system's error when a folder other than the site's own cannot be read
 */
export function readThemeFiles(folders: ThemeFolders): ThemeFile[] {
  const builtin = path.resolve(folders.builtin);
  const templates = path.resolve(folders.templates);
  const found = new Map<string, string>();
  for (const name of list(builtin, builtin)) found.set(name, builtin);
  if (templates !== builtin) {
    for (const name of listOptional(templates, builtin)) found.set(name, templates);
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, folder]) => read(name, folder, folder === templates));
}

function read(name: string, folder: string, own: boolean): ThemeFile {
  const where = path.join(folder, name);
  const bytes = readFileSync(where);
  return { name, file: forPeople(where), bytes, digest: hash('sha256', bytes), own };
}

function listOptional(folder: string, builtin: string): string[] {
  try {
    return list(folder, builtin);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Files under a folder. The program's own theme may lie inside the site's `templates/` (it does in this
 * repository), where it must not count a second time as `default/…`. Hidden files and what editors leave
 * behind (`x~`) are no templates, and are not watched.
 */
function list(folder: string, builtin: string, prefix = ''): string[] {
  const names: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const where = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || isJunk(entry.name)) continue;
    if (entry.isDirectory()) {
      if (where !== builtin) names.push(...list(where, builtin, `${prefix}${entry.name}/`));
    } else if (entry.isFile()) {
      names.push(prefix + entry.name);
    }
  }
  return names;
}

function forPeople(where: string): string {
  const relative = path.relative(process.cwd(), where);
  return (relative.startsWith('..') || path.isAbsolute(relative) ? where : relative).split(path.sep).join('/');
}

/** `words/zh-Hans.yaml` is the list of `zh-Hans`. */
export function languageOf(name: string): string {
  return name.replace(/^words\/|\.yaml$/g, '');
}
