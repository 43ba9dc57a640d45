import { basename } from 'node:path';
import { type Finding, find, fromPlain } from '../diagnostics/finding.js';
import type { EditionSummary } from '../editions/summary.js';
import type { Input } from '../load/input.js';
import type { Content } from '../load/scan.js';
import { identityOf } from '../parse/people/name.js';
import { byCodeUnits } from '../plan/site/order.js';
import { lookAlike } from './lookAlike.js';

/** An input with what was read of it. */
export interface ReadInput {
  input: Input;
  summary: EditionSummary;
}

/** What the structural checks look at. */
export interface Checked {
  content: Content;
  /** The content folder for people: `content`. */
  folder: string;
  read: readonly ReadInput[];
  /** What was found while the site's own pages were read. */
  ofPages: readonly Finding[];
}

/**
 * Gathers what is wrong with the content: what was found while reading, and what only shows across files.
 * @returns findings by file in code units, then by place
 */
export function checkContent({ content, folder, read, ofPages }: Checked): Finding[] {
  const findings = [
    ...content.findings,
    ...read.flatMap(({ summary }) => summary.findings.map(fromPlain)),
    ...ofPages,
    ...sameEditions(read),
    ...read.flatMap(unusedCompanions),
    ...read.flatMap(lookAlikeNames),
    ...checkRegister(content, folder),
    ...shownFullWidth(content, read),
  ];
  if (read.length === 0 && !findings.some(({ fatal }) => fatal === true)) {
    findings.push(find('nothing-to-publish', folder, undefined, { folder }));
  }
  return inOrder(findings);
}

/** `2020-x.txt` and `2020-X.md` would be one page: said once here, and not for each of their speeches. */
function sameEditions(read: readonly ReadInput[]): Finding[] {
  const seen = new Map<string, string>();
  return read.flatMap(({ summary: { id, file, draft } }) => {
    const first = seen.get(id);
    if (draft || first === file) return [];
    if (first !== undefined)
      return [find('same-address', file, undefined, { address: `/editions/${id}/`, first, second: file })];
    seen.set(id, file);
    return [];
  });
}

/** A photograph or a full text under a misspelt name would silently not be shown. */
function unusedCompanions({ input, summary }: ReadInput): Finding[] {
  if (input.companion.photos.length + input.companion.full.length === 0) return [];
  const photos = new Set(summary.speeches.map(({ photo }) => photo?.file));
  const texts = new Set(summary.speeches.map(({ full }) => full));
  const { companion } = input;
  return [
    ...companion.photos
      .filter(({ absolute }) => !photos.has(basename(absolute)))
      .map(({ file }) => find('unused-photograph', file, undefined, { photo: file })),
    ...companion.full
      .filter(({ name }) => !texts.has(name.whole.normalize('NFC')))
      .map(({ file }) => find('unused-full-text', file, undefined, { text: file })),
  ];
}

/** The preview asks again with the same summaries. */
const ofNames = new WeakMap<EditionSummary, Finding[]>();

/** What looks like a name and is another one would be another person, with a page of its own. */
function lookAlikeNames({ summary }: ReadInput): Finding[] {
  const known = ofNames.get(summary);
  if (known) return known;
  const { file, speeches } = summary;
  const findings = speeches.flatMap(({ speaker, position }) => {
    const character = lookAlike(speaker);
    if (character === null) return [];
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return [find('look-alike-name', file, position, { name: speaker, character, code })];
  });
  ofNames.set(summary, findings);
  return findings;
}

/** Two persons at one address, and two whom nothing tells apart. */
function checkRegister({ register }: Content, folder: string): Finding[] {
  const file = `${folder}/speakers.yaml`;
  const slugs = new Map<string, string>();
  const names = new Set<string>();
  return register.speakers.flatMap(({ name, aliases, slug, distinguishedBy }) => {
    const findings: Finding[] = [];
    const other = slug === undefined ? undefined : slugs.get(slug);
    if (slug !== undefined && other !== undefined) {
      findings.push(find('speakers-same-slug', file, undefined, { slug, first: other, second: name }));
    }
    if (slug !== undefined) slugs.set(slug, name);
    if (distinguishedBy.length > 0) return findings;
    for (const each of new Set([name, ...aliases].map(identityOf))) {
      if (names.has(each)) findings.push(find('speakers-not-told-apart', file, undefined, { name: each }));
      names.add(each);
    }
    return findings;
  });
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
  return findings.sort(
    (a, b) => byCodeUnits(a.file, b.file) || a.line - b.line || a.column - b.column || byCodeUnits(a.ruleId, b.ruleId),
  );
}
