import { append } from '../diagnostics/append.js';
import { type Finding, find } from '../diagnostics/finding.js';
import type { LoadedDocument } from '../load/document.js';
import type { Accounting } from '../records/accounting.js';
import type { Edition } from '../records/edition.js';
import { isOverBound, SPEECHES, tooMuchAround } from './bounds.js';
import { columnSuffix } from './column.js';
import { Digest, speakerOf, titlesOf } from './digest.js';
import { doubtsIn } from './doubts/index.js';
import { type Cast, Frame, settleDate } from './frame.js';
import { layoutIds, layoutOfId } from './layouts/index.js';
import type { Segment } from './layouts/layout.js';
import { identityOf } from './people/name.js';
import { buildSpeech, type UnnamedSpeech } from './speech.js';
import { textOf } from './text/span.js';
import { takesTurns } from './turns/traits.js';
import { type Choice, readTurns } from './turns/turns.js';

/** An edition as the grammar reads it: without ids, which need pinyin. */
export type UnnamedEdition = Omit<Edition, 'id' | 'speeches'> & { speeches: UnnamedSpeech[] };

/** What the grammar makes of one document. */
export interface Parsed {
  edition: UnnamedEdition;
  accounting: Accounting;
  /** The layout recognised, and how sure that is (0 to 1); null where no speaker was found. */
  layout: { id: string; confidence: number } | null;
  findings: Finding[];
}

/**
 * Reads the records of one edition out of a document's blocks.
 * @param register names that the register of speakers vouches for
 * @returns always an edition: what is wrong with it is among the findings
 */
export function parseEdition(document: LoadedDocument, register: Iterable<string> = []): Parsed {
  const { file, frontMatter, root } = document;
  const digest = new Digest(root, register);
  const findings: Finding[] = [];
  const wanted = frontMatter.layout;
  if (wanted !== undefined && layoutOfId(wanted) === undefined) {
    findings.push(find('unknown-layout', file, undefined, { layout: wanted, known: layoutIds().join('、') }));
  }
  const choice = readTurns(digest, layoutOfId(wanted));
  const segments = choice?.segments ?? [];
  const beyond = segments[SPEECHES]?.head.line.place;
  if (beyond !== undefined) {
    const params = { count: segments.length, limit: SPEECHES };
    return refused(document, [...findings, find('too-many-speeches', file, beyond, params)]);
  }
  const speakers = castOf(segments);
  const frame = new Frame(digest);
  append(findings, frame.readTop(topOf(digest, choice), speakers, frontMatter.title, file));
  const context = {
    digest,
    frame,
    file,
    columns: columnsOf(segments),
    speakers,
    captioned: isCaptioned(digest, segments),
    findings,
  };
  for (const { lines } of choice?.asides ?? []) leaveToNobody(digest, lines);
  const speeches = segments.map((segment) => buildSpeech(segment, context));
  for (const { after, lines } of choice?.asides ?? []) frame.takeAside(after, lines);
  if (choice) append(findings, tooMuchAround(digest, frame, speeches, file));
  if (digest.lines.length > 0) append(findings, reportFile(document, digest, choice, frame, speeches));
  if (choice && !findings.some(isOverBound))
    append(findings, doubtsIn({ digest, choice, speeches, ledeLines: frame.ledeLines, known: findings, file }));
  const dated = settleDate(document, frame.date);
  append(findings, dated.findings);
  return {
    edition: {
      file,
      title: frame.title || document.name.stem,
      date: dated.date,
      source: frontMatter.source ?? frame.source,
      occasion: frontMatter.occasion ?? frame.occasion,
      lede: frame.lede,
      asides: frame.asides,
      credits: frame.credits,
      speeches,
      aliases: frontMatter.aliases ?? [],
      draft: frontMatter.draft ?? false,
    },
    accounting: account(document, digest, findings),
    layout: choice?.layout ? { id: choice.layout.id, confidence: choice.confidence } : null,
    findings,
  };
}

/** A file over a bound is refused as a whole: no text of it is placed. */
function refused({ characters, file, frontMatter, name, syntax }: LoadedDocument, findings: Finding[]): Parsed {
  return {
    edition: {
      file,
      title: frontMatter.title ?? name.stem,
      date: null,
      source: null,
      occasion: null,
      lede: [],
      asides: [],
      credits: [],
      speeches: [],
      aliases: [],
      draft: frontMatter.draft ?? false,
    },
    accounting: { characters, placed: 0, decoration: syntax, unplaced: characters - syntax },
    layout: null,
    findings,
  };
}

/** @returns the index of the first line that belongs to a speech, or to those who share one */
function topOf(digest: Digest, choice: Choice | null): number {
  const starts = [...(choice?.segments ?? []), ...(choice?.shared ?? [])].map(({ first }) => first);
  return Math.min(digest.lines.length, ...starts);
}

/** Text there is no speaker's; credits and furniture stay what they are. */
function leaveToNobody(digest: Digest, lines: readonly number[]): void {
  for (const at of lines) {
    const each = digest.lines[at];
    if (each?.kind === 'text' || each?.kind === 'detail') each.kind = 'aside';
  }
}

function castOf(segments: readonly Segment[]): Cast {
  const cast = new Map<string, Set<string>>();
  for (const { head } of segments) {
    if (head.reading.kind !== 'person') continue;
    const identity = identityOf(speakerOf(head));
    const titles = cast.get(identity) ?? new Set<string>();
    for (const title of titlesOf(head)) titles.add(title);
    cast.set(identity, titles);
  }
  return cast;
}

/** Bracketed words that end more than one headline name a column of the paper. */
function columnsOf(segments: readonly Segment[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { headline } of segments) {
    const words = headline ? columnSuffix(textOf(headline.line.text, headline.span))?.words : undefined;
    if (words !== undefined) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return new Set([...counts].filter(([words, count]) => count > 1 || COLUMN.test(words)).map(([words]) => words));
}

const COLUMN =
  /^(?:委员|代表|两会|记者|基层|一线|现场|会场|干部|群众)?(?:议事|声音|之声|观点|热议|建言|访谈|心声|发言|讲话|摘登|摘要|感言|寄语|点评|连线|观察)$/u;

/** Captions are the file's pattern when more than half of its speakers have one. */
function isCaptioned(digest: Digest, segments: readonly Segment[]): boolean {
  const captions = segments.filter(({ head, at, end }) => {
    const name = identityOf(speakerOf(head));
    return digest.lines
      .slice(at + 1, Math.min(at + 3, end))
      .some(({ lone }) => lone !== null && identityOf(lone) === name);
  });
  return captions.length * 2 > segments.length;
}

function reportFile(
  document: LoadedDocument,
  digest: Digest,
  choice: Choice | null,
  frame: Frame,
  speeches: readonly UnnamedSpeech[],
): Finding[] {
  const { file } = document;
  const findings: Finding[] = [];
  if (!choice?.layout) return [find('no-speaker', file)];
  if (frame.title === '')
    findings.push(find('no-title', file, digest.lines[0]?.line.place, { title: document.name.stem }));
  append(findings, reportRepeats(file, choice, speeches));
  const [first] = frame.furniture;
  if (first) {
    const words = frame.furniture
      .map((each) => each.words)
      .slice(0, 6)
      .join('；');
    findings.push(find('page-furniture-left-out', file, first.line.place, { count: frame.furniture.length, words }));
  }
  return findings;
}

/** The same person twice is usual in a transcript; elsewhere one of the two may be someone else's. */
function reportRepeats(file: string, { layout, segments }: Choice, speeches: readonly UnnamedSpeech[]): Finding[] {
  const isHosted = segments.some(({ head }) => head.reading.kind === 'role');
  const isUntitled = speeches.every(({ headline }) => headline === null);
  if (layout?.id === 'transcript' || ((isHosted || isUntitled) && takesTurns(segments))) return [];
  if (isConversation(speeches)) return [];
  const seen = new Map<string, UnnamedSpeech>();
  return speeches.flatMap((speech) => {
    if (speech.speakerKind !== 'person' || speech.speaker === '') return [];
    const identity = identityOf(speech.speaker);
    const earlier = seen.get(identity);
    if (!earlier) {
      seen.set(identity, speech);
      return [];
    }
    return [find('speaker-repeated', file, speech.position, { speaker: speech.speaker, line: earlier.position.line })];
  });
}

/** Two persons or more who speak again, under the same titles as before, answer each other. */
function isConversation(speeches: readonly UnnamedSpeech[]): boolean {
  const titles = new Map<string, readonly string[]>();
  const again = new Set<string>();
  for (const { speaker, titles: held } of speeches) {
    const identity = identityOf(speaker);
    const known = titles.get(identity);
    if (known !== undefined && known.join('、') !== held.join('、')) return false;
    if (known !== undefined) again.add(identity);
    titles.set(identity, held);
  }
  return again.size > 1;
}

/** Counts where the text went. What nothing took is told to the editor, never dropped. */
function account(document: LoadedDocument, digest: Digest, findings: Finding[]): Accounting {
  const accounting = { characters: document.characters, placed: 0, decoration: document.syntax, unplaced: 0 };
  for (const { line } of digest.lines) {
    accounting.decoration += line.stripped;
    const before = accounting.unplaced;
    line.count(accounting);
    const at = accounting.unplaced > before ? line.unclaimed(0) : -1;
    if (at >= 0)
      findings.push(find('unplaced-text', document.file, line.placeOf(at), { words: line.text.slice(at, at + 20) }));
  }
  return accounting;
}
