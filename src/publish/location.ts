import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { find } from '../diagnostics/finding.js';
import { PublishError } from './failure.js';
import { type FileSystem, isMissing } from './fileSystem.js';

/**
 * Refuses an output that is, contains or lies inside a folder of sources: publishing there would mix pages
 * into the content, and the next build would read its own output.
 * @param dir the output as the user named it; it need not exist
 * @param forbidden content, templates, source; they need not exist
 * @returns the output's real path, links resolved
 * @throws PublishError, or the file system's error
 */
export function locateOutput(files: FileSystem, dir: string, forbidden: readonly string[]): string {
  const root = realPath(files, dir);
  const findings = [];
  for (const source of forbidden) {
    const other = realPath(files, source);
    if (contains(root, other) || contains(other, root)) {
      findings.push(find('output-in-source', dir, undefined, { path: dir, source }));
    }
  }
  if (findings.length > 0) throw new PublishError(findings);
  const blocked = blockedAt(files, root);
  if (blocked !== null) {
    const path = blocked === root ? dir : blocked;
    throw new PublishError([find('file-in-the-way', path, undefined, { path })]);
  }
  return root;
}

/** @returns the file that has the name of the folder, or of one above it; null when there is none */
function blockedAt(files: FileSystem, root: string): string | null {
  for (let path = root; ; path = dirname(path)) {
    const kind = kindOf(files, path);
    if (kind !== 'none') return kind === 'folder' ? null : path;
    if (dirname(path) === path) return null;
  }
}

function kindOf(files: FileSystem, path: string): 'none' | 'folder' | 'file' {
  try {
    return files.lstatSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isMissing(error)) return 'none';
    throw error;
  }
}

/** The path with links resolved, as far as it exists: `link/new` may lead into the content as well. */
function realPath(files: FileSystem, path: string): string {
  const absolute = resolve(path);
  try {
    return files.realpathSync(absolute);
  } catch (error) {
    const parent = dirname(absolute);
    if (!isMissing(error) || parent === absolute) throw error;
    return join(realPath(files, parent), basename(absolute));
  }
}

/** By whole names: `/a/dist-secret` does not lie in `/a/dist`, and `/a/..b` lies in `/a`. */
function contains(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path));
}
