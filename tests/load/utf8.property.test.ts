import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/load/encoding.js';

/** Bytes that make and break UTF-8: leads, continuations, what is over-long, surrogates, beyond U+10FFFF. */
const byte = fc.constantFrom(0x41, 0x0a, 0x80, 0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0x9f, 0xef, 0xf0, 0x90, 0xf4, 0xf5);
const broken = fc.array(byte, { maxLength: 12 }).map((bytes) => Uint8Array.from([0x41, ...bytes]));
const whole = fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(`A${text}`));

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

test('text is read as UTF-8 just where a strict decoder reads it, and as the same text', () => {
  fc.assert(
    fc.property(fc.oneof(broken, whole), (bytes) => {
      const strict = strictly(bytes);
      fc.pre(strict === null || !/[\0-\x08\x0e-\x1f\x7f\r\v\f\u0085\u2028\u2029]/.test(strict));
      const read = decodeText(bytes);
      if (strict !== null) expect(read).toMatchObject({ text: strict, encoding: 'utf-8' });
      // What is not UTF-8 may be read as damaged UTF-8, but then a character is lost.
      else expect('text' in read && read.encoding === 'utf-8' && !read.text.includes('\ufffd')).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
