import { readFileSync, statSync } from 'node:fs';
import { decodeText } from '../load/encoding.js';
import type { Finding } from './finding.js';

/** One line of a source around a finding. */
export interface FrameLine {
  line: number;
  before: string;
  /** The character that the finding is about; empty on the other lines. */
  marked: string;
  after: string;
}

/** Lines before and after. */
const AROUND = 2;
/** A paragraph is one line and may be long: characters shown on either side. */
const WIDTH = 60;
/** Larger inputs are shown without their source. Bytes. */
const LARGEST = 5_000_000;

/**
 * The sources of one report, in which a file that has thousands of findings is read once. For one report only:
 * files change, and a frame of an older text would mark the wrong words.
 */
export class Sources {
  #path: string | null = null;
  #lines: string[] | null = null;

  /** @returns the file's lines; null when it is no text, too large or gone */
  lines(path: string): string[] | null {
    if (path !== this.#path) this.#lines = linesOf(path);
    this.#path = path;
    return this.#lines;
  }
}

/**
 * @param path where the finding's file lies, when its name is not relative to the working folder
 * @returns the source around the finding's place; nothing when it is no text, too large or gone
 */
export function frameOf({ file, line, column }: Finding, sources: Sources, path = file): FrameLine[] {
  const lines = sources.lines(path);
  if (lines === null || line > lines.length) return [];
  const frame: FrameLine[] = [];
  for (let number = Math.max(1, line - AROUND); number <= Math.min(lines.length, line + AROUND); number += 1) {
    const text = lines[number - 1] ?? '';
    frame.push(number === line ? cutAround(number, text, column - 1) : cutAround(number, text, -1));
  }
  return frame;
}

function linesOf(path: string): string[] | null {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > LARGEST) return null;
    const decoded = decodeText(readFileSync(path));
    return 'text' in decoded ? decoded.text.split('\n') : null;
  } catch {
    return null;
  }
}

function cutAround(line: number, text: string, at: number): FrameLine {
  const from = Math.max(0, at - WIDTH);
  const head = from > 0 ? '…' : '';
  const tail = text.length > from + 2 * WIDTH ? '…' : '';
  const shown = text.slice(from, from + 2 * WIDTH);
  if (at < 0) return { line, before: shown + tail, marked: '', after: '' };
  const marked = String.fromCodePoint(text.codePointAt(at) ?? 32);
  const before = head + shown.slice(0, at - from);
  return { line, before, marked, after: shown.slice(at - from + marked.length) + tail };
}
