import { beforeAll, expect, test } from 'vitest';
import { loadSimplified, simplified } from '../../src/slugs/simplified.js';

beforeAll(() => loadSimplified(['陸']));

test('converts traditional characters, one for one', () => {
  expect(simplified('陸鳴、歐陽寧')).toBe('陆鸣、欧阳宁');
});

test('keeps what is simplified already, in a name also where the conversion would change it', () => {
  expect(simplified('陈乾')).toBe('陈乾');
  expect(simplified('陳乾')).toBe('陈乾');
  expect(simplified('於建国')).toBe('於建国');
});

test('keeps variants apart that tell persons apart', () => {
  expect(simplified('王昇')).not.toBe(simplified('王升'));
});

test('leaves other scripts and rare characters alone', () => {
  expect(simplified('José 𠮷 아 ･ Ａ')).toBe('José 𠮷 아 ･ Ａ');
});

test.each(['鍾', '锺', '钟'])('takes %s for one surname', (surname) => {
  expect(simplified(`${surname}志强`)).toBe('钟志强');
});
