import type { Format } from '../input.js';
import type { Reader } from './reader.js';
import { txt } from './txt.js';

interface Plugin {
  format: Format;
  /** Endings of file names, lower case, with the dot. */
  extensions: string[];
  reader(): Promise<Reader>;
}

/** The readers of rich formats bring parsers of megabytes along, so they are loaded when first needed. */
const plugins: Plugin[] = [
  { format: 'txt', extensions: ['.txt'], reader: async () => txt },
  { format: 'md', extensions: ['.md'], reader: async () => (await import('./md.js')).md },
  { format: 'html', extensions: ['.html', '.htm'], reader: async () => (await import('./html.js')).html },
  { format: 'docx', extensions: ['.docx'], reader: async () => (await import('./docx.js')).docx },
];

const byFormat = new Map(plugins.map((plugin) => [plugin.format, plugin]));
const byExtension = new Map(plugins.flatMap(({ format, extensions }) => extensions.map((ending) => [ending, format])));

/** @returns the format that a file's ending stands for, in any case of letters, or null */
export function formatOf(extension: string): Format | null {
  return byExtension.get(extension.toLowerCase()) ?? null;
}

/** @returns the reader of a format, its libraries loaded */
export function readerOf(format: Format): Promise<Reader> {
  const plugin = byFormat.get(format);
  if (plugin === undefined) throw new TypeError(`No reader for the format ${format}. Add it to the list of plugins`);
  return plugin.reader();
}
