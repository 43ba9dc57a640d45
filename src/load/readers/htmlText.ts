import { type Decoded, decodeAs, decodeText, signatureOf } from '../encoding.js';

/** As far as browsers look for it (HTML standard, 13.2.3.2). Old pages begin with long comments. */
const PRESCAN = 4096;

/**
 * Reads the bytes of an HTML page as text: byte order mark, then UTF-8 where the bytes are nothing else, then
 * the encoding that `<meta>` names, then by detection. A page that a browser saved anew in UTF-8 often keeps its
 * old `<meta charset="gb2312">`, so the name alone proves nothing.
 */
export function decodeHtml(bytes: Uint8Array): Decoded | { text: string; encoding: string } {
  const foreign = signatureOf(bytes);
  if (foreign !== null) return { notText: foreign };
  const detected = decodeText(bytes);
  if (!('notText' in detected) && (detected.encoding !== 'gb18030' || !hasHigh(bytes))) return detected;
  const named = charsetOf(bytes);
  return (named === null ? null : decodeAs(bytes, named)) ?? detected;
}

function charsetOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  const label = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (label === undefined) return null;
  // GB 18030 holds both, and files that call themselves either hold characters of it.
  return label === 'gb2312' || label === 'gbk' ? 'gb18030' : label;
}

function hasHigh(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}
