import { basename, extname } from 'node:path';

/** Files that programs make beside the one that is being edited, most of them for a moment, and that systems strew about. */
const junk = [
  /^4913$/, // Vim: probes whether it may make files here
  /^\..*\.sw[a-p]$/, // Vim: swap files
  /~$/, // Vim, Emacs, gedit, Kate: backups
  /^#.*#$/, // Emacs: automatic saves
  /^\.#/, // Emacs: locks
  /^\.goutputstream-/, // gedit, GNOME Text Editor
  /\.kate-swp$/, // Kate
  /___jb_(?:tmp|old)___$/, // JetBrains
  /^~\$/, // Word, WPS: locks
  /^\.~/, // WPS, LibreOffice: locks
  /\.(?:tmp|bak|crdownload|part)$/i, // Word and Sublime Text while they save, backups, half-written downloads
  /^\._/, // macOS: attributes on a disk that has none
  /^(?:\.ds_store|thumbs\.db|desktop\.ini)$/i, // file managers
  /^(?:\.git|\.svn|\.hg|node_modules|\.zhaideng)$/, // folders with many files that are nobody's content
];
const picture = /\.(?:jpe?g|png|webp|gif|bmp|svg|avif)$/i;
/** What an editor may take for a digest: office documents, scans, archives, files without an ending. */
const document =
  /^[^.]+$|\.(?:docm?|dotx?|wps|wpt|rtf|odt|pages|pdf|ofd|caj|pptx?|dps|xlsx?|et|epub|mht|mhtml|xhtml|shtml|eml|text|markdown|yml|zip|rar|7z|tiff?|heic)$/i;
const photo = /\.(?:jpe?g|png|webp)$/i;

/** @returns whether a file or folder of this name is never read, wherever it lies; the preview does not watch it either */
export function isJunk(name: string): boolean {
  return junk.some((pattern) => pattern.test(name));
}

/** @returns whether a name is content: those that begin with `_` or `.` are left alone */
export function isContent(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('_') && !isJunk(name);
}

/** @returns whether a name is that of a picture that a browser shows */
export function isPicture(name: string): boolean {
  return picture.test(name);
}

/** @returns whether a name is that of a document that holds text, or may hold it, and that no reader knows */
export function isDocument(name: string): boolean {
  return document.test(name);
}

/** @returns whether a name is that of a photograph, in a format for portraits */
export function isPhoto(name: string): boolean {
  return photo.test(name);
}

/** @returns the name without its extension */
export function stemOf(name: string): string {
  return basename(name, extname(name));
}
