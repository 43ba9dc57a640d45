import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Scratch } from '../../src/state/scratch.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-scratch-'));
  folders.push(folder);
  return folder;
}

describe('what is put down', () => {
  test('is read by another thread, in memory and on the disk, and stays as it was when more is put down', () => {
    const scratch = new Scratch(join(temporary(), 'state'));
    const piece = (index: number) => Buffer.alloc(3 << 20, `${index}`);
    for (let index = 0; index < 5; index += 1) scratch.add(piece(index));
    const shared = scratch.share();
    expect(shared.file).toBeNull();
    for (let index = 5; index < 20; index += 1) scratch.add(piece(index));
    const later = scratch.share();
    expect(later.file).not.toBeNull();
    for (let index = 20; index < 30; index += 1) scratch.add(piece(index));
    for (const [share, count] of [
      [shared, 5],
      [later, 20],
    ] as const) {
      const there = new Scratch(share);
      for (let index = 0; index < count; index += 1)
        expect(there.read(index * (3 << 20), 3 << 20)?.equals(piece(index)), `${index} of ${count}`).toBe(true);
      expect(there.read(count * (3 << 20), 1)).toBeNull();
      expect(there.add(piece(0))).toBeNull();
    }
    scratch.close();
  });

  test('comes back, the small among the large: nothing is too large to be put down', () => {
    const scratch = new Scratch(join(temporary(), 'state'));
    const pieces = [3, 5 << 20, 7, 3 << 20, 2 << 20, 29 << 20, 1, 5 << 20, 44 << 20, 3 << 20, 1].map((length, index) =>
      Buffer.alloc(length, String.fromCharCode(0x61 + index)),
    );
    const offsets = pieces.map((piece) => scratch.add(piece));
    for (const [index, piece] of pieces.entries()) {
      expect(scratch.read(offsets[index] ?? -1, piece.length)?.equals(piece), `piece ${index}`).toBe(true);
    }
    // Whatever lies on the disk already.
    const all = Buffer.concat(pieces);
    expect(scratch.read(0, all.length)?.equals(all)).toBe(true);
    scratch.close();
  });

  test('is refused where there is no place for its file, and not half put down', () => {
    const folder = temporary();
    writeFileSync(join(folder, 'state'), 'a file where the folder must be');
    const scratch = new Scratch(join(folder, 'state'));
    const small = scratch.add(Buffer.from('甲'));
    expect(scratch.add(Buffer.alloc(41 << 20))).toBeNull();
    expect(scratch.read(small ?? -1, 3)?.toString()).toBe('甲');
    scratch.close();
  });
});
