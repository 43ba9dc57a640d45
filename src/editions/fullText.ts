import { type Finding, find } from '../diagnostics/finding.js';
import type { LoadedDocument } from '../load/document.js';
import { parseEdition } from '../parse/parse.js';
import { parseProse } from '../parse/prose.js';
import type { Body } from '../records/body.js';
import type { Point } from '../records/point.js';
import type { Speech } from '../records/speech.js';
import { fileNameFor } from './fileNameFor.js';

export interface FullTexts {
  /** By the names of their files. */
  texts: Map<string, { body: Body; points: Point[] }>;
  findings: Finding[];
}

/** @returns the full texts that 详情 leads to, and what speaks against their being the speaker's */
export function readFullTexts({ full }: LoadedDocument): FullTexts {
  const texts: FullTexts['texts'] = new Map();
  const findings: Finding[] = [];
  for (const [name, document] of full) {
    const speeches = parseEdition(document).edition.speeches.filter(({ speaker }) => speaker !== '');
    const [only, ...others] = speeches;
    // Pasted with its own title and speaker line it is one speech alone; without them it is prose.
    texts.set(name, only && others.length === 0 ? only : parseProse(document.root));
    const stranger = speeches.find(({ speaker }) => fileNameFor([name], speaker) === null);
    if (stranger) findings.push(notOf(name, document.file, stranger));
  }
  return { texts, findings };
}

/** All of a full text is shown as the words of the one whose name the file has. */
function notOf(name: string, file: string, { speaker, position }: Pick<Speech, 'speaker' | 'position'>): Finding {
  return find('full-text-of-another', file, position, { name, speaker });
}
