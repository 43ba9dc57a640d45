import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { type Finding, find } from '../diagnostics/finding.js';
import { languageOf, type ThemeFile } from './themeFiles.js';

const wordsSchema = z.record(z.string(), z.string());

/** The interface's words: language → key → words. Every language has the same keys. */
export type WordLists = Map<string, Record<string, string>>;

/**
 * Reads the word lists of a theme: `words/LANG.yaml`.
 * @returns the lists, and a finding for each that cannot be read or lacks a key that another has
 */
export function readWords(files: readonly ThemeFile[]): { words: WordLists; findings: Finding[] } {
  const words: WordLists = new Map();
  const findings: Finding[] = [];
  for (const source of files) {
    const read = readList(source);
    if ('finding' in read) findings.push(read.finding);
    else words.set(languageOf(source.name), read.list);
  }
  if (findings.length === 0) findings.push(...missingKeys(files, words));
  return { words, findings };
}

function readList(source: ThemeFile): { list: Record<string, string> } | { finding: Finding } {
  const lines = new LineCounter();
  const document = parseDocument(new TextDecoder().decode(source.bytes), { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const message = error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? error.code;
    return { finding: find('words-invalid', source.file, { line, column: col }, { message }) };
  }
  const parsed = wordsSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { list: { ...parsed.data } };
  const issue = parsed.error.issues[0];
  const node = document.getIn(issue?.path ?? [], true) as { range?: [number, number, number] } | undefined;
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
  const message = issue?.path.join('.') || source.name;
  return { finding: find('words-invalid', source.file, { line, column: col }, { message }) };
}

function missingKeys(sources: readonly ThemeFile[], words: WordLists): Finding[] {
  const all = new Map<string, string>();
  for (const source of sources) {
    for (const key of Object.keys(words.get(languageOf(source.name)) ?? {})) {
      if (!all.has(key)) all.set(key, source.file);
    }
  }
  return sources.flatMap((source) => {
    const own = words.get(languageOf(source.name)) ?? {};
    return [...all]
      .filter(([key]) => !Object.hasOwn(own, key))
      .map(([key, other]) => find('words-missing', source.file, { line: 1, column: 1 }, { key, other }));
  });
}
