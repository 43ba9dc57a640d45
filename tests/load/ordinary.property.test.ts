import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/load/encoding.js';
import { strangeCharacters } from '../../src/load/strange.js';

test('an ordinary text holds nothing strange, and is read as it stands', () => {
  const character = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'字，。a1 \t\n　“”—…·～') },
    fc.constantFrom(
      ...'\r\v\f\u0085\u2028\u2029\ufffd\ue000\uf8ff\x01\x1f\x7f\x80\x9f\u202a\u202e\u2066\u2069\u{f0000}𠮷🔴',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  let ordinary = 0;
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 8 }), (characters) => {
      const written = characters.join('');
      const decoded = decodeText(Buffer.from(written, 'utf8'));
      if ('notText' in decoded || decoded.encoding !== 'utf-8' || !decoded.isOrdinary) return;
      ordinary++;
      expect(decoded.text).toBe(written);
      expect(decoded.text).not.toMatch(/[\r\v\f\u0085\u2028\u2029]/);
      expect(strangeCharacters(decoded.text, 'a.txt')).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(ordinary).toBeGreaterThan(100);
});

test('every character that is strange makes a text extraordinary', () => {
  const missed: number[] = [];
  for (let code = 0; code < 0x110000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const text = `字字字字字字字字字字${String.fromCodePoint(code)}`;
    if (strangeCharacters(text, 'a.txt').length === 0) continue;
    const decoded = decodeText(Buffer.from(text, 'utf8'));
    if (!('notText' in decoded) && decoded.isOrdinary) missed.push(code);
  }
  expect(missed).toEqual([]);
});
