import { parse, TomlDate, TomlError } from 'smol-toml';
import { find } from '../diagnostics/finding.js';
import type { Plain, YamlText } from './yaml.js';

/** `title = ` or `[params]` at the start of a line. */
const KEY = /^[ \t]*(?:\[+[ \t]*)?["']?([\p{L}\d_-]+)/u;

/**
 * Reads the TOML between two lines `+++`, as Hugo writes it. Values are as {@link readYaml} gives them.
 * @param line the line of the file on which the text begins
 */
export function readToml(text: string, file: string, line: number): YamlText {
  const nothing: YamlText = { value: {}, places: new Map(), findings: [] };
  try {
    const places: YamlText['places'] = new Map();
    for (const [index, written] of text.split('\n').entries()) {
      const key = KEY.exec(written)?.[1];
      if (key !== undefined && !places.has(key)) places.set(key, { line: line + index, column: 1 });
    }
    const entries = Object.entries(parse(text)).map(([key, value]): [string, Plain] => [key, plain(value)]);
    return { ...nothing, value: Object.fromEntries(entries), places };
  } catch (error) {
    const at = error instanceof TomlError ? error : { line: 1, column: 1 };
    nothing.findings.push(find('toml-broken', file, { line: line + at.line - 1, column: at.column }));
    return nothing;
  }
}

function plain(value: unknown): Plain {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  // No key of front matter that is read holds a table.
  return typeof value === 'object' ? {} : String(value);
}
