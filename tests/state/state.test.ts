import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { severityOf } from '../../src/diagnostics/finding.js';
import { openState } from '../../src/state/state.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-state-'));
  folders.push(folder);
  return folder;
}

function keep(dir: string, values: Record<string, unknown>, program = 'p1'): void {
  const state = openState(dir, program);
  for (const [digest, value] of Object.entries(values)) state.set(digest, value);
  expect(state.save()).toEqual([]);
}

function recall(dir: string, digests: string[], program = 'p1'): unknown[] {
  const state = openState(dir, program);
  const values = digests.map((digest) => state.get<unknown>(digest));
  state.close();
  return values;
}

describe('the build state', () => {
  it('returns what an earlier build kept, and undefined for the rest', () => {
    const dir = join(temporary(), '.zhaideng');
    keep(dir, { a: { text: '讲话\n第二行\t', n: [1, null] }, b: '乙', c: 0 });
    expect(recall(dir, ['a', 'b', 'c', 'd'])).toEqual([{ text: '讲话\n第二行\t', n: [1, null] }, '乙', 0, undefined]);
  });

  it('returns within a build what that build kept, the newer of two', () => {
    const dir = temporary();
    keep(dir, { a: 1 });
    const state = openState(dir, 'p1');
    expect(state.get('a')).toBe(1);
    state.set('a', 2);
    state.set('new', '新');
    expect([state.get('a'), state.get('new')]).toEqual([2, '新']);
    state.save();
    expect(recall(dir, ['a', 'new'])).toEqual([2, '新']);
  });

  it('forgets what a build did not use', () => {
    const dir = temporary();
    keep(dir, { a: 1, b: 2, c: 3 });
    const state = openState(dir, 'p1');
    state.get('a');
    state.set('c', 3);
    state.save();
    expect(recall(dir, ['a', 'b', 'c'])).toEqual([1, undefined, 3]);
  });

  it('does not write when it holds the same entries already, and not before save', () => {
    const dir = temporary();
    keep(dir, { a: 1, b: 2 });
    const before = statSync(join(dir, 'state'));
    const state = openState(dir, 'p1');
    state.set('b', 2);
    state.get('a');
    state.save();
    const after = statSync(join(dir, 'state'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    const failed = openState(dir, 'p1');
    failed.set('c', 3);
    failed.close();
    expect(readdirSync(dir)).toEqual(['state']);
    expect(recall(dir, ['a', 'b', 'c'])).toEqual([1, 2, undefined]);
  });

  it('is empty for another version of the program', () => {
    const dir = temporary();
    keep(dir, { a: 1 }, 'p1');
    expect(recall(dir, ['a'], 'p2')).toEqual([undefined]);
    keep(dir, { a: 2 }, 'p2');
    expect(recall(dir, ['a'], 'p1')).toEqual([undefined]);
  });

  it('holds values larger than its reading window, and many in any order', () => {
    const dir = temporary();
    const values: Record<string, string> = { big: '长'.repeat(300_000) };
    for (let i = 0; i < 500; i += 1) values[`d${i}`] = `${i}`.repeat(i);
    keep(dir, values);
    const digests = Object.keys(values)
      .sort(() => 1)
      .reverse();
    expect(recall(dir, [...digests, 'big', 'd7', 'd499'])).toEqual(
      [...digests, 'big', 'd7', 'd499'].map((d) => values[d]),
    );
  });

  it('never returns a wrong value from a damaged file: the right one or none', () => {
    const dir = temporary();
    const values = { a: { text: '甲'.repeat(40) }, b: { text: '乙'.repeat(40) }, c: ['丙', 3] };
    keep(dir, values);
    const path = join(dir, 'state');
    const whole = readFileSync(path);
    const damage = fc.oneof(
      fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }).map(({ at, byte }) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        return bytes;
      }),
      fc.nat(whole.length).map((length) => whole.subarray(0, length)),
      fc.nat(whole.length).map((at) => Buffer.concat([whole.subarray(0, at), Buffer.from('x'), whole.subarray(at)])),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(damage, (bytes) => {
        writeFileSync(path, bytes);
        const found = recall(dir, ['a', 'b', 'c']);
        const right = Object.values(values);
        for (const [i, value] of found.entries()) if (value !== undefined) expect(value).toEqual(right[i]);
      }),
      { numRuns: 1000 },
    );
    writeFileSync(path, 'foreign');
    keep(dir, values);
    expect(recall(dir, ['a', 'b', 'c'])).toEqual(Object.values(values));
  });

  it('says in an info that it could not be written, and the build goes on', () => {
    const dir = temporary();
    writeFileSync(join(dir, 'taken'), '');
    const state = openState(join(dir, 'taken'), 'p1');
    state.set('a', 1);
    expect(state.get('a')).toBeUndefined();
    const findings = state.save();
    const file = join(dir, 'taken/state');
    expect(findings.map((f) => `${f.ruleId} ${f.file}:${f.line}:${f.column}`)).toEqual([`state-not-saved ${file}:1:1`]);
    expect(findings.map(severityOf)).toEqual(['info']);
  });

  it('is not stopped by a folder or an unreadable file with its name', () => {
    const dir = temporary();
    mkdirSync(join(dir, 'state'));
    expect(recall(dir, ['a'])).toEqual([undefined]);
    const other = temporary();
    keep(other, { a: 1 });
    chmodSync(join(other, 'state'), 0);
    recall(other, ['a']);
    expect(existsSync(join(other, 'state'))).toBe(true);
  });
});
