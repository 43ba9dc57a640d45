import { type Finding, find } from '../../diagnostics/finding.js';
import { beyondLines } from '../bounds.js';
import { decodeText } from '../encoding.js';
import type { FrontMatter } from '../frontMatter.js';
import { cutFrontMatter, readFrontMatter } from '../frontMatterText.js';
import { strangeCharacters } from '../strange.js';
import type { Source } from './reader.js';

/** A text format's input, decoded and without its front matter. */
export interface PlainText {
  /** The whole text, front matter included. */
  text: string;
  /** What the format's reader has to read, and the number of lines before it. */
  body: string;
  linesBefore: number;
  frontMatter: FrontMatter;
  findings: Finding[];
}

/** Decodes a text and takes its front matter off. @returns only findings when the file is not text */
export async function readText({ input, bytes }: Source): Promise<PlainText | { text: null; findings: Finding[] }> {
  const { file } = input;
  const decoded = decodeText(bytes);
  if ('notText' in decoded)
    return { text: null, findings: [find('not-text', file, undefined, { kind: decoded.notText })] };
  const { text, encoding, isOrdinary } = decoded;
  const beyond = beyondLines(text, input);
  if (beyond !== null) return { text: null, findings: [beyond] };
  const findings = isOrdinary ? [] : strangeCharacters(text, file);
  if (encoding !== 'utf-8') findings.push(find('encoding-read', file, undefined, { encoding: encoding.toUpperCase() }));
  const { front, body, linesBefore, unclosed } = cutFrontMatter(text);
  if (unclosed !== null) findings.push(find('front-matter-unclosed', file, undefined, { fence: unclosed }));
  if (front === null) return { text, body, linesBefore, frontMatter: {}, findings };
  const read = await readFrontMatter(front.text, file, front.line, front.form);
  findings.push(...read.findings);
  return { text, body, linesBefore, frontMatter: read.frontMatter, findings };
}
