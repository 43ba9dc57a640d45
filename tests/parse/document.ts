import type { Finding } from '../../src/diagnostics/finding.js';
import { severityOf } from '../../src/diagnostics/finding.js';
import { digestOf } from '../../src/load/digest.js';
import type { LoadedDocument } from '../../src/load/document.js';
import { readName } from '../../src/load/documentName.js';
import { type Format, noCompanion } from '../../src/load/input.js';
import { loadDocument } from '../../src/load/load.js';
import { readerOf } from '../../src/load/readers/index.js';
import { scanContent } from '../../src/load/scan.js';
import { type Parsed, parseEdition } from '../../src/parse/parse.js';

export interface DocumentOptions {
  /** The file's name without extension, as an editor would give it. */
  name?: string;
  format?: Format;
}

/**
 * A document of a text: through the format's own reader, without a file.
 * @returns what `loadDocument` makes of a file of these bytes that has no companion
 */
export async function documentOf(
  text: string,
  { name = 'digest', format = 'txt' }: DocumentOptions = {},
): Promise<LoadedDocument> {
  const bytes = Buffer.from(text, 'utf8');
  const file = `content/${name}.${format}`;
  const own = digestOf(bytes);
  const input = {
    file,
    absolute: `/${file}`,
    digest: own,
    own,
    size: bytes.length,
    format,
    name: readName(name).name,
    companion: noCompanion,
  };
  const reader = await readerOf(format);
  const reading = await reader.read({ input, bytes });
  return { file, digest: own, name: input.name, full: new Map(), photos: new Map(), ...reading };
}

/** @returns the documents of a folder, as `zhaideng check FOLDER` finds them */
export async function documentsIn(folder: string): Promise<LoadedDocument[]> {
  const { inputs } = await scanContent(folder, { cwd: folder, only: [folder] });
  return Promise.all(inputs.map(loadDocument));
}

export interface ParseOptions extends DocumentOptions {
  /** Names that the register of speakers vouches for. */
  register?: string[];
}

/** @returns what the grammar makes of a text; the reader's findings come first */
export async function parse(text: string, { register = [], ...options }: ParseOptions = {}): Promise<Parsed> {
  const document = await documentOf(text, options);
  const parsed = parseEdition(document, register);
  return { ...parsed, findings: [...document.findings, ...parsed.findings] };
}

/** Findings that an editor must look at: no info. */
export function troubles(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => severityOf(finding) !== 'info');
}

/** @returns `warning caption-mismatch 3:1` */
export function told(finding: Finding): string {
  return `${severityOf(finding)} ${finding.ruleId} ${finding.line}:${finding.column}`;
}
