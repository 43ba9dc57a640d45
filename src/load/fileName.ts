import { basename, extname } from 'node:path';

/**
 * Files that programs leave beside the one that is being edited, and that systems strew about: Word's `~$x.docx`,
 * editors' backups and locks, vim's probe `4913`, half-written downloads.
 */
const junk =
  /^(?:~\$.*|\.~.*|.*~|#.*#|\.#.*|\..*\.sw[a-p]|4913|thumbs\.db|desktop\.ini|\.ds_store|.*\.(?:tmp|bak|crdownload|part))$/i;
const picture = /\.(?:jpe?g|png|webp|gif|bmp|svg|avif)$/i;
/** What an editor may take for a digest: office documents, scans, archives, files without an ending. */
const document =
  /^[^.]+$|\.(?:docm?|dotx?|wps|wpt|rtf|odt|pages|pdf|ofd|caj|pptx?|dps|xlsx?|et|epub|mht|mhtml|xhtml|shtml|eml|text|markdown|yml|zip|rar|7z|tiff?|heic)$/i;
const photo = /\.(?:jpe?g|png|webp)$/i;

/** @returns whether a file of this name is never content, in the content folder or in `_static` */
export function isJunk(name: string): boolean {
  return junk.test(name) || name === '.git' || name === '.svn';
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
