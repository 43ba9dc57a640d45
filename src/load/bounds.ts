import type { Finding } from '../diagnostics/finding.js';
import type { Format } from './input.js';

/** Bytes that an input may have. Twenty years of a daily column fit into a text of this size. */
const TEXT = 16 << 20;
const FILE = 64 << 20;

/** @returns the most bytes that an input of the format may have; more is not even read */
export function limitOf(format: Format): number {
  return format === 'docx' ? FILE : TEXT;
}

export function markdownBounds(_text: string, _file: string, _line: number): Finding | null {
  return null;
}
export function htmlBounds(_text: string, _file: string, _line: number): Finding | null {
  return null;
}
