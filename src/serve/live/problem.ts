import { readFileSync, statSync } from 'node:fs';
import { type Finding, type Language, say, severityOf } from '../../diagnostics/finding.js';
import { decodeText } from '../../load/encoding.js';
import { words } from '../words.js';

/** One line of a source, as the overlay shows it. */
export interface FrameLine {
  line: number;
  before: string;
  /** The character that the finding is about; empty on the other lines. */
  marked: string;
  after: string;
}

/** What is wrong, in the language of the terminal, ready to be shown as text. */
export interface Problem {
  title: string;
  close: string;
  /** Findings that are not listed, in words; empty when there are none. */
  more: string;
  findings: { place: string; reason: string; hint: string; frame: FrameLine[] }[];
}

/** An overlay that must be scrolled for long hides the first finding, which is mostly the cause of the others. */
const LISTED = 10;
/** Lines before and after. */
const AROUND = 2;
/** A paragraph is one line and may be long: characters shown on either side. */
const WIDTH = 60;
/** Larger inputs are shown without their source. Bytes. */
const LARGEST = 5_000_000;

/**
 * @param findings of a build that failed
 * @param hasSite false when there is no last good site to be seen behind the overlay
 */
export function problemOf(findings: readonly Finding[], hasSite: boolean, language: Language): Problem {
  const text = words[language];
  const errors = findings.filter((finding) => severityOf(finding) === 'error');
  const shown = (errors.length > 0 ? errors : findings).slice(0, LISTED);
  const rest = errors.length - shown.length;
  return {
    title: hasSite ? text.oldSite : text.noSite,
    close: text.close,
    more: rest > 0 ? text.more(rest) : '',
    findings: shown.map((finding) => ({
      place: `${finding.file}:${finding.line}:${finding.column}`,
      ...say(finding, language),
      frame: frameOf(finding),
    })),
  };
}

/** @returns the problem as plain text, for a page that works without scripts */
export function textOf({ findings, more }: Problem): string {
  const parts = findings.map(({ place, reason, hint, frame }) =>
    [
      place,
      reason,
      hint,
      ...frame.map(({ line, before, marked, after }) => `  ${line} | ${before}${marked}${after}`),
    ].join('\n'),
  );
  return [...parts, more].join('\n\n').trim();
}

/** @returns the source around the finding's place; nothing when it is no text, too large or gone */
function frameOf({ file, line, column }: Finding): FrameLine[] {
  const lines = linesOf(file);
  if (lines === null || line > lines.length) return [];
  const frame: FrameLine[] = [];
  for (let number = Math.max(1, line - AROUND); number <= Math.min(lines.length, line + AROUND); number += 1) {
    const text = lines[number - 1] ?? '';
    frame.push(number === line ? cutAround(number, text, column - 1) : cutAround(number, text, -1));
  }
  return frame;
}

function linesOf(file: string): string[] | null {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > LARGEST) return null;
    const decoded = decodeText(readFileSync(file));
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
