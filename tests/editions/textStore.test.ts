import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type StoredText, writeText } from '../../src/editions/storedText.js';
import { TextStore } from '../../src/editions/textStore.js';

const bytesOf = (text: object): Buffer => Buffer.from(writeText(text as StoredText), 'utf16le');

function store(): TextStore {
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-texts-'));
  const made = new TextStore(folder);
  onTestFinished(() => {
    made.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return made;
}

function add(texts: TextStore, key: string, length = 10): void {
  const around = bytesOf({ lede: [key], asides: [], credits: [] });
  const speech = bytesOf({ id: key, opening: 'x'.repeat(length) });
  const bytes = Buffer.concat([around, speech]);
  texts.add(key, { summary: '', texts: bytes, around: around.length, speeches: [speech.length], full: [] });
}

const idIn = (texts: TextStore, key: string): string | undefined => texts.get(key)?.speech(0)?.id;

test('what no edition is made of any more is forgotten, the rest is at hand', () => {
  const texts = store();
  for (const key of ['a', 'b', 'c']) add(texts, key);
  texts.keepOnly(new Set(['a', 'c']));
  expect(['a', 'b', 'c'].map((key) => idIn(texts, key))).toEqual(['a', undefined, 'c']);
});

test('after a hundred saves of a long edition what is left is put down anew once, so that the disk does not fill', () => {
  const texts = store();
  add(texts, 'a');
  const had: boolean[] = [];
  for (let save = 0; save < 100; save += 1) {
    add(texts, `b${save}`, 1 << 19);
    texts.keepOnly(new Set(['a', `b${save}`]));
    had.push(idIn(texts, 'a') === 'a');
    if (!had.at(-1)) add(texts, 'a');
    expect(idIn(texts, 'a')).toBe('a');
  }
  // Everything was put down anew once, and not more often.
  expect(had.filter((has) => !has)).toHaveLength(1);
});

test('the speeches of an edition are gathered in one go, and are the same as one by one', () => {
  const texts = store();
  const speeches = Array.from({ length: 40 }, (_, n) => ({ id: `s${n}`, opening: '字'.repeat(50_000 + n) }));
  const bytes = [bytesOf({}), ...speeches.map(bytesOf)];
  const lengths = bytes.slice(1).map(({ length }) => length);
  texts.add('a', { summary: '', texts: Buffer.concat(bytes), around: bytesOf({}).length, speeches: lengths, full: [] });
  add(texts, 'b');
  const one = speeches.map((_, index) => texts.get('a')?.speech(index));
  expect(one).toEqual(speeches);
  for (let n = 0; n < 70; n += 1) add(texts, `c${n}`);
  for (let n = 0; n < 70; n += 1) idIn(texts, `c${n}`);
  const edition = texts.get('a');
  edition?.gather();
  expect(speeches.map((_, index) => edition?.speech(index))).toEqual(speeches);
  expect(edition?.speech(3)).toBe(edition?.speech(3));
  expect(edition?.speech(40)).toBeUndefined();
});

test('another thread reads what was put down until it was shared', () => {
  const texts = store();
  add(texts, 'a');
  const shared = texts.share();
  add(texts, 'b');
  const theirs = new TextStore(structuredClone(shared));
  expect(['a', 'b'].map((key) => idIn(theirs, key))).toEqual(['a', undefined]);
  expect(theirs.get('a')?.around().lede).toEqual(['a']);
  theirs.close();
  expect(idIn(texts, 'a')).toBe('a');
});
