import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { makeReadings } from '../../src/slugs/makeReadings.js';
import { NameReader } from '../../src/slugs/nameReader.js';
import { readSurname, surnameForSlug } from '../../src/slugs/surnames.js';

const patterns = fileURLToPath(new URL('../../node_modules/pinyin-pro/dist/esm/data/patterns.mjs', import.meta.url));
const { PatternsNormal }: { PatternsNormal: { zh: string }[] } = await import(patterns);
const words = PatternsNormal.map(({ zh }) => zh);
const readings = makeReadings(pinyin, words);
const reader = new NameReader(readings);

const charactersOf = (list: string): string[] => [...list.replace(/[a-z ]/g, '')];
const given = charactersOf(readings.given);
const surnames = charactersOf(readings.surnames);

const byDictionary = (name: string): string[] =>
  readSurname(name, pinyin(name, { toneType: 'none', type: 'array', v: true, surname: 'head', nonZh: 'consecutive' }));

/** @returns what the table reads otherwise than the dictionary */
const wrong = (names: readonly string[]): string[] =>
  names.filter((name) => (reader.read(name) ?? byDictionary(name)).join(' ') !== byDictionary(name).join(' '));

describe('a name is read without the dictionary as with it', () => {
  test('every character in every place', () => {
    expect(given.length).toBeGreaterThan(6700);
    const names = given.flatMap((character, index) => {
      const [surname = '', other = ''] = [surnames[index % surnames.length], given[(index * 7) % given.length]];
      return [surname + character, surname + other + character, surname + character + other];
    });
    expect(wrong(names)).toEqual([]);
  });

  test('every word of the dictionary as a name, and behind a surname', () => {
    const all = words.flatMap((word, index) => [word, `${word}明`, `${surnames[index % surnames.length]}${word}`]);
    expect(wrong(all.filter((name) => surnameForSlug(name) !== null))).toEqual([]);
  });

  test('names of all kinds', () => {
    const name = fc
      .tuple(fc.constantFrom(...surnames), fc.array(fc.constantFrom(...given), { minLength: 1, maxLength: 3 }))
      .map(([surname, rest]) => surname + rest.join(''));
    fc.assert(
      fc.property(name, (each) => wrong([each]).length === 0),
      { numRuns: 3000 },
    );
  });
});

test('nearly every name is read without the dictionary, and what a table cannot know is not', () => {
  const names = surnames.flatMap((surname) => ['明', '建国', '晓峰', '志强', '丽华'].map((rest) => surname + rest));
  const read = names.filter((name) => reader.read(name) !== null);
  expect(read.length / names.length).toBeGreaterThan(0.95);
  expect(
    ['陆', '一一', '欧阳明', '单于明', '石湾𠮷', '张一', '阿依·热合曼', 'Lu', ''].map((name) => reader.read(name)),
  ).toEqual(Array(9).fill(null));
});
