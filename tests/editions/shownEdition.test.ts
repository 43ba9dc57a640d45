import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ShownPoint, showEdition } from '../../src/editions/shownEdition.js';
import { parseProse } from '../../src/parse/prose.js';
import { type Body, type PointNode, paragraphText } from '../../src/records/body.js';
import type { Edition } from '../../src/records/edition.js';
import type { Point } from '../../src/records/point.js';
import type { Speech } from '../../src/records/speech.js';
import { makeDisplay } from '../../src/typography/display.js';
import { documentOf } from '../parse/document.js';

const edition: Edition = {
  ...{ id: 'a', file: 'content/a.txt', title: '', date: null, source: null, occasion: null },
  ...{ lede: [], asides: [], credits: [], aliases: [], draft: false, speeches: [] },
};
const anyProse = fc
  .array(
    fc.constantFrom(
      ...['一、', '二、', '(一)', '（二）', '1.', '2.', '①', '一是', '二是', '三要', '第一,', '首先,'],
      ...[
        '抓实,抓好',
        '强链(补链)',
        '实干',
        'GDP:',
        '**重**',
        '。一、实干。一是快,干。二是',
        '。',
        '；',
        '\n',
        '\n\n',
        ',',
        ' ',
      ],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

test('words between the speeches are shown as the speeches are, and notes on what a speaker does are not', () => {
  const speech: Speech = {
    ...{ id: 'he-yan', speaker: '何砚', speakerId: 'he-yan', speakerKind: 'person', titles: [], headline: null },
    ...{ notes: ['女', '接着说'], excerpt: false, paragraphs: [], points: [], detail: null, pictures: [] },
    ...{ position: { line: 2, column: 1 }, body: { type: 'root', children: [] } },
  };
  const shown = showEdition(
    { ...edition, speeches: [speech], asides: [{ after: 1, paragraphs: ['编后:快干,实干。'] }] },
    new Map(),
    makeDisplay({ fullWidth: true }),
  );
  expect(shown.asides).toEqual([{ after: 1, paragraphs: ['编后：快干，实干。'] }]);
  expect(shown.speeches[0]?.notes).toEqual(['女']);
});

/** Where each point of an outline stands, by its path. */
function pathsOf(points: readonly Point[], prefix = ''): [path: string, Point][] {
  return points.flatMap((point, index): [string, Point][] => {
    const path = `${prefix}${index + 1}`;
    return [[path, point], ...pathsOf(point.points, `${path}-`)];
  });
}

function flat(points: readonly ShownPoint[]): Omit<ShownPoint, 'points'>[] {
  return points.flatMap(({ marker, title, points: inner }) => [{ marker, title }, ...flat(inner)]);
}

function nodeAt(body: Body, path: string): PointNode {
  const nodes = body.children.flatMap(({ children }) => children.filter((node) => node.type === 'point'));
  const found = nodes.find(({ anchor }) => anchor === path);
  if (!found) throw new Error(`no point ${path}`);
  return found;
}

test('property: an outline shows each point as the paragraph at its path does', async () => {
  let nested = 0;
  await fc.assert(
    fc.asyncProperty(anyProse, fc.boolean(), async (written, fullWidth) => {
      const prose = parseProse((await documentOf(written, { format: 'md' })).root);
      const display = makeDisplay({ fullWidth });
      const outline = showEdition(edition, new Map([['a', prose]]), display).full.get('a')?.outline ?? [];
      const shown = display.body(prose.body).body;
      const expected = pathsOf(prose.points).map(([path, { marker, title }]) => {
        const text = paragraphText(nodeAt(shown, path).children);
        if (!fullWidth) expect([text.slice(0, marker.length), text.slice(-title.length)]).toEqual([marker, title]);
        return { marker: text.slice(0, marker.length), title: text.slice(text.length - title.length) };
      });
      expect(flat(outline)).toEqual(expected);
      if (outline.some(({ points }) => points.length > 0)) nested++;
    }),
    { numRuns: 500 },
  );
  expect(nested).toBeGreaterThan(20);
});
