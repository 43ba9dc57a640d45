import type { Params } from '../../diagnostics/finding.js';
import { type Finding, find } from '../../diagnostics/finding.js';
import type { RuleId } from '../../diagnostics/rules/index.js';
import { nearest } from '../../load/nearest.js';

/** A place in a template, lines and columns from 0 as in the tree. */
export interface TreePlace {
  lineno: number;
  colno: number;
}

const namesToShow = 12;

/** Collects findings. A place that many pages reach is reported once. */
export class Report {
  readonly #findings = new Map<string, Finding>();

  add(rule: RuleId, file: string, at: TreePlace, params: Params): void {
    const place = { line: at.lineno + 1, column: at.colno + 1 };
    const id = `${file}:${place.line}:${place.column}:${rule}:${params.name ?? ''}`;
    if (!this.#findings.has(id)) this.#findings.set(id, find(rule, file, place, params));
  }

  /** A name that is none of `known`. */
  addUnknown(rule: RuleId, file: string, at: TreePlace, name: string, known: readonly string[], params: Params = {}) {
    const bare = name.slice(name.lastIndexOf('.') + 1);
    const names = [...new Set(known)].sort();
    const shown = names.slice(0, namesToShow).join('、') + (names.length > namesToShow ? '…' : '');
    this.add(rule, file, at, { name, nearest: nearest(bare, names), known: shown, ...params });
  }

  /** @returns the findings by file, line and column */
  findings(): Finding[] {
    return [...this.#findings.values()].sort(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
    );
  }
}
