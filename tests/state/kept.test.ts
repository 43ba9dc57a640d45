import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { KeptState } from '../../src/state/kept.js';
import { openState } from '../../src/state/state.js';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'zhaideng-kept-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

interface Value {
  title: string;
}

test('a value is the same object from build to build', () => {
  const dir = folder();
  const kept = new KeptState(() => openState(dir, 'program'));
  const first = kept.begin();
  const value: Value = { title: '甲' };
  first.set('a', value);
  first.save();
  const second = kept.begin();
  expect(second.get('a')).toBe(value);
  second.save();
});

test('the file has what the first build knew, and at the end what the last one did', () => {
  const dir = folder();
  const inFile = (digest: string): Value | undefined => {
    const state = openState(dir, 'program');
    const value = state.get<Value>(digest);
    state.close();
    return value;
  };
  const kept = new KeptState(() => openState(dir, 'program'));
  const first = kept.begin();
  first.set('a', { title: '甲' });
  first.set('b', { title: '乙' });
  first.save();
  expect(inFile('a')).toEqual({ title: '甲' });
  const second = kept.begin();
  second.get('b');
  second.set('c', { title: '丙' });
  second.save();
  expect(kept.end()).toEqual([]);
  expect(['a', 'b', 'c'].map((digest) => inFile(digest)?.title)).toEqual([undefined, '乙', '丙']);
});

test('a build that fails forgets nothing, and however many fail, only what the last one read is kept besides', () => {
  const dir = folder();
  const kept = new KeptState(() => openState(dir, 'program'));
  const good = kept.begin();
  good.set('a', { title: '甲' });
  good.save();
  for (const digest of ['x', 'y']) {
    const bad = kept.begin();
    bad.set(digest, { title: digest });
    bad.close();
  }
  const next = kept.begin();
  expect(['a', 'x', 'y'].map((digest) => next.get<Value>(digest)?.title)).toEqual(['甲', undefined, 'y']);
});
