import { isUtf8, transcode } from 'node:buffer';
import { unitAt } from '../typography/unitAt.js';

/** A text encoding that inputs are read in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type Decoded = { text: string; encoding: Encoding; isOrdinary: boolean } | { notText: string };

/** First bytes of what is often renamed to `.txt`; the names are shown to people. */
const signatures: [string, string][] = [
  ['\x89PNG', 'PNG'],
  ['PK\x03\x04', 'ZIP / DOCX'],
  ['PK\x05\x06', 'ZIP'],
  ['%PDF-', 'PDF'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'DOC / WPS / XLS'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF87a', 'GIF'],
  ['GIF89a', 'GIF'],
  ['{\\rtf', 'RTF'],
  ['Rar!\x1a\x07', 'RAR'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['\x1f\x8b\x08', 'GZIP'],
  ['\x7fELF', 'ELF'],
];

/** @returns what the bytes are by their first ones (`PNG`, `PDF` …), or null when they may be text */
export function signatureOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  for (const [signature, name] of signatures) if (head.startsWith(signature)) return name;
  return null;
}

/**
 * Reads bytes as text: byte order mark, then UTF-8, then UTF-16 where NUL bytes hint at it, then GB18030 (which
 * holds GBK and GB 2312). Text with a few broken bytes is still read, with U+FFFD in their place.
 * @returns the text without its byte order mark, line ends as `\n`, and whether it is free of whatever
 *   `strangeCharacters` looks for, for certain; or what the bytes are instead of text
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const foreign = signatureOf(bytes);
  if (foreign !== null) return { notText: foreign };
  const decoded = decode(bytes);
  if (decoded === null) return { notText: '?' };
  const { encoding } = decoded;
  if (!EXTRAORDINARY.test(decoded.text)) return { text: decoded.text, encoding, isOrdinary: true };
  const text = lineEnds(decoded.text);
  return isBinary(text) ? { notText: '?' } : { text, encoding, isOrdinary: false };
}

/**
 * One look at the text for all three: line ends other than `\n`, what tells bytes from text, and what no reader should
 * meet. Hardly a text has any of these.
 */
const EXTRAORDINARY = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\uf8ff\ufffd]/;

/** @returns the text in an encoding named by the file itself (`<meta charset>`), or null when it is not in it */
export function decodeAs(bytes: Uint8Array, label: string): { text: string; encoding: string } | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { text: lineEnds(decoder.decode(bytes)), encoding: decoder.encoding };
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null && !utf8.includes('\0')) return { text: utf8, encoding: 'utf-8' };
  if (bytes.includes(0)) return utf16(bytes);
  // A UTF-8 text with one broken byte is mostly valid GB18030 too, as nonsense: the damaged UTF-8 comes first.
  const damaged = new TextDecoder('utf-8').decode(bytes);
  const broken = count(damaged, isLost);
  if (broken * 20 <= count(damaged, (code) => code >= 0x800 && code < 0xfff0))
    return { text: damaged, encoding: 'utf-8' };
  const gb = strictly(bytes, 'gb18030') ?? new TextDecoder('gb18030').decode(bytes);
  return count(gb, isLost) * 20 <= gb.length ? { text: gb, encoding: 'gb18030' } : null;
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  // A fifth of the time that `TextDecoder` takes in Node 20; where the bytes are valid UTF-8 both give the same.
  if (encoding === 'utf-8') return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: the order of bytes that gives Chinese and ASCII, not rare signs of every script. */
function utf16(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  if (bytes.length % 2 === 1) return null;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = strictly(bytes, encoding);
    if (text !== null && count(text, isCommon) * 20 >= text.length * 19) return { text, encoding };
  }
  return null;
}

/**
 * Every kind of line end is one: of Windows and old Macs, vertical tabs (Word's soft break), page feeds, NEL,
 * and the separators that web pages paste.
 */
function lineEnds(text: string): string {
  return /[\r\v\f\u0085\u2028\u2029]/.test(text) ? text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n') : text;
}

/** ASCII that can be typed, Chinese characters and the marks of Chinese text. */
function isCommon(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) ||
    (code >= 0x09 && code <= 0x0d) ||
    (code >= 0x2010 && code <= 0x203b) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xff01 && code <= 0xff5e)
  );
}

/** Control characters that text does not hold: any NUL, or more than a stray few of the others. */
function isBinary(text: string): boolean {
  if (!/[\0-\x08\x0e-\x1f\x7f]/.test(text)) return false;
  return text.includes('\0') || count(text, isControl) * 50 > text.length;
}

function isControl(code: number): boolean {
  return code < 0x09 || (code >= 0x0e && code < 0x20) || code === 0x7f;
}

function isLost(code: number): boolean {
  return code === 0xfffd;
}

function count(text: string, test: (code: number) => boolean): number {
  let found = 0;
  const { length } = text;
  for (let i = 0; i < length; i += 1) if (test(unitAt(text, i))) found += 1;
  return found;
}
