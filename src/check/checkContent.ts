import { type Finding, find, fromPlain } from '../diagnostics/finding.js';
import type { EditionSummary } from '../editions/summary.js';
import type { Input } from '../load/input.js';
import type { Content } from '../load/scan.js';
import { byCodeUnits } from '../plan/site/order.js';

/** An input with what was read of it. */
export interface ReadInput {
  input: Input;
  summary: EditionSummary;
}

/**
 * Gathers what is wrong with the content: what was found while reading, and what only shows across files.
 * @returns findings by file in code units, then by place
 */
export function checkContent(content: Content, read: readonly ReadInput[]): Finding[] {
  const findings = [
    ...content.findings,
    ...read.flatMap(({ summary }) => summary.findings.map(fromPlain)),
    ...read.flatMap(unusedCompanions),
    ...shownFullWidth(content, read),
  ];
  if (read.length === 0 && content.findings.length === 0) {
    findings.push(find('nothing-to-publish', content.siteFile ?? 'content', undefined, { folder: 'content/' }));
  }
  return inOrder(findings);
}

/** A photograph or a full text under a misspelt name would silently not be shown. */
function unusedCompanions({ input, summary }: ReadInput): Finding[] {
  const photos = new Set(summary.speeches.map(({ photo }) => photo));
  const texts = new Set(summary.speeches.map(({ full }) => full));
  const stem = (path: string) => (path.split(/[/\\]/u).at(-1) ?? '').replace(/\.[^.]+$/u, '').normalize('NFC');
  return [
    ...input.companion.photos.filter(({ absolute }) => !photos.has(stem(absolute))).map(({ file }) => find('unused-photograph', file, undefined, { photo: file })),
    ...input.companion.full.filter(({ absolute }) => !texts.has(stem(absolute))).map(({ file }) => find('unused-full-text', file, undefined, { text: file })),
  ];
}

/** One info for all of the content: that marks are shown otherwise than written is no fault of any file. */
function shownFullWidth(content: Content, read: readonly ReadInput[]): Finding[] {
  if (!content.site.punctuation.fullWidth) return [];
  const marked = read.filter(({ summary }) => summary.halfWidth.count > 0);
  const first = marked[0]?.summary;
  if (!first) return [];
  const count = marked.reduce((sum, { summary }) => sum + summary.halfWidth.count, 0);
  return [find('shown-full-width', first.file, first.halfWidth.place, { count })];
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => byCodeUnits(a.file, b.file) || a.line - b.line || a.column - b.column || byCodeUnits(a.ruleId, b.ruleId));
}
