import { relative, sep } from 'node:path';

/** Files that programs make beside the one that is being edited, most of them for a moment. */
const passing = [
  /^4913$/, // Vim: probes whether it may make files here
  /^\..*\.sw[a-p]$/, // Vim: swap files
  /~$/, // Vim, Emacs, gedit, Kate: backups
  /^#.*#$/, // Emacs: automatic saves
  /^\.#/, // Emacs: locks
  /^\.goutputstream-/, // gedit, GNOME Text Editor
  /\.kate-swp$/, // Kate
  /___jb_(?:tmp|old)___$/, // JetBrains
  /^\.subl[\da-f]+\.tmp$/, // Sublime Text
  /^~\$/, // Word, WPS: locks
  /^\.~/, // WPS, LibreOffice: locks
  /^~WR[LD]\d+\.tmp$/i, // Word: the document and its draft while it is saved
  /\.(?:tmp|crdownload|part)$/i, // half-written downloads and copies
  /^\._/, // macOS: attributes on a disk that has none
  /^(?:\.ds_store|thumbs\.db|desktop\.ini)$/i, // file managers
];

/** Folders with many files that are nobody's content. */
const folders = new Set(['.git', '.svn', '.hg', 'node_modules', '.zhaideng']);

/**
 * @param root the watched folder; its own path may hold any name
 * @param path absolute path of something in it
 * @returns true when a change at the path can change nothing in the site
 */
export function isIgnored(root: string, path: string): boolean {
  const inside = relative(root, path);
  if (inside === '' || inside.startsWith('..')) return false;
  const names = inside.split(sep);
  const name = names.at(-1) ?? '';
  return names.some((part) => folders.has(part)) || passing.some((pattern) => pattern.test(name));
}
