import { expect, test } from 'vitest';
import type { EditionSummary } from '../../src/editions/summary.js';
import { Words } from '../../src/editions/words.js';

function summary(): EditionSummary {
  const speech = {
    id: 'lu-ming',
    speaker: '陆明',
    identity: '陆明',
    slug: 'lu-ming',
    kind: 'person' as const,
    titles: ['市教育局党组书记、局长', '市委委员'],
    headline: '办好民生实事',
    position: { line: 2, column: 1 },
    full: null,
    photo: null,
    text: 'a',
  };
  return {
    id: '2020-a',
    file: 'content/2020-a.txt',
    title: '发言摘登',
    date: '2020',
    source: '云川日报（网络版）头版',
    occasion: null,
    aliases: [],
    draft: false,
    around: 'b',
    speeches: [speech, { ...speech, id: 'lu-ming-2', identity: '2020-a/lu-ming-2', kind: 'role', titles: [] }],
    accounting: { characters: 1, placed: 1, decoration: 0, unplaced: 0 },
    layout: null,
    halfWidth: { count: 0, place: { line: 1, column: 1 } },
    findings: [],
  };
}

test('a summary that shares its words with others says what it said', () => {
  const words = new Words();
  for (let again = 0; again < 2; again += 1) expect(words.share(summary())).toEqual(summary());
  const other = summary();
  other.source = null;
  other.speeches = [];
  expect(words.share(structuredClone(other))).toEqual(other);
});
