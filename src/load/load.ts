import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Finding, find } from '../diagnostics/finding.js';
import { FRONT_MATTER, frontMatterTooLong, limitOf, tooLarge } from './bounds.js';
import { digestOf } from './digest.js';
import type { LoadedDocument } from './document.js';
import { decodeText } from './encoding.js';
import type { FrontMatter } from './frontMatter.js';
import { readFrontMatter } from './frontMatterText.js';
import type { FoundFile, Input } from './input.js';
import { findPictures } from './pictures.js';
import { readerOf } from './readers/index.js';
import { type Reading, unread } from './readers/reader.js';
import { codeOf, unreadable } from './unreadable.js';

/** An input is no longer what the scan hashed: what was planned from it is void, and the build begins anew. */
export class InputChanged extends Error {
  override readonly name = 'InputChanged';
  constructor(readonly file: string) {
    super(`${file} changed while it was being read. Scan the content again and repeat the build`);
  }
}

/**
 * Reads one input: bytes → text → blocks, with its front matter, full texts and photographs.
 * @returns the document; whatever is wrong with its content is among its findings, those of its full texts included
 * @throws InputChanged when the bytes are not those that `input.digest` was made of
 */
export async function loadDocument(input: Input): Promise<LoadedDocument> {
  const { companion, digest, file, name } = input;
  const reading = await read(input);
  const frontMatter = await frontMatterOf(companion.frontMatter, reading);
  const full = new Map<string, LoadedDocument>();
  for (const text of companion.full) {
    const document = await loadDocument(text);
    full.set(text.name.whole.normalize('NFC'), document);
    reading.findings.push(...document.findings);
  }
  return {
    file,
    digest,
    name,
    frontMatter,
    root: reading.root,
    characters: reading.characters,
    syntax: reading.syntax,
    full,
    photos: new Map(companion.photos.map(({ absolute }) => [nameOf(absolute), absolute])),
    findings: reading.findings,
  };
}

async function read(input: Input): Promise<Reading> {
  const limit = limitOf(input.format);
  if (input.size > limit) return unread(tooLarge(input.file, input.size, limit));
  const bytes = readBytes(input, input.own);
  if (!(bytes instanceof Uint8Array)) return unread(bytes);
  const reader = await readerOf(input.format);
  const reading = await reader.read({ input, bytes });
  reading.findings.push(...findPictures(reading.root, input));
  const failed = reading.findings.some(({ fatal }) => fatal === true);
  if (reading.root.children.length === 0 && !failed) reading.findings.push(find('empty-file', input.file));
  return reading;
}

/** Reads bytes a second time and holds them against the scan's digest. */
function readBytes({ absolute, file }: FoundFile, digest: string): Uint8Array | Finding {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(absolute);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new InputChanged(file);
    return unreadable(error, file);
  }
  if (digestOf(bytes) !== digest) throw new InputChanged(file);
  return bytes;
}

/** Front matter stands at the top of the text or in `NAME.yaml`, never in both: which one counted, nobody could tell. */
async function frontMatterOf(beside: FoundFile | null, reading: Reading): Promise<FrontMatter> {
  if (beside === null) return reading.frontMatter;
  if (beside.size > FRONT_MATTER) {
    reading.findings.push(frontMatterTooLong(beside.file, beside.size));
    return reading.frontMatter;
  }
  const bytes = readBytes(beside, beside.digest);
  if (!(bytes instanceof Uint8Array)) {
    reading.findings.push(bytes);
    return reading.frontMatter;
  }
  if (Object.keys(reading.frontMatter).length > 0) {
    reading.findings.push(find('front-matter-twice', beside.file));
    return reading.frontMatter;
  }
  const decoded = decodeText(bytes);
  if ('notText' in decoded) {
    reading.findings.push(find('not-text', beside.file, undefined, { kind: decoded.notText }));
    return {};
  }
  const { frontMatter, findings } = await readFrontMatter(decoded.text, beside.file, 1);
  reading.findings.push(...findings);
  return frontMatter;
}

function nameOf(path: string): string {
  return basename(path, extname(path)).normalize('NFC');
}
