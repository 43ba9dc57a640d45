import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/load/digest.js';
import { Entries } from '../../src/publish/entries.js';
import { nodeFileSystem } from '../../src/publish/fileSystem.js';
import { readManifest, writeManifest } from '../../src/publish/manifest.js';
import { writeRecords } from '../../src/publish/records.js';
import { temporary } from './site.js';

/** Paths of many lengths, some not in ASCII: ends of lines fall everywhere in the pieces that are read. */
function large(): Entries {
  const entries = new Entries();
  for (let n = 0; n < 9000; n += 1) {
    const path = `e${n}/${'讲'.repeat(n % 7)}${'a'.repeat(n % 53)}.html`;
    entries.add(path, { key: digestOf(path), digest: digestOf(path, 'bytes') });
  }
  return entries;
}

describe('the manifest of a large site', () => {
  const written = large();
  const pins = [
    { slug: 'a-2', name: 'A\t"2"\n', words: ['教育', '财政\t'] },
    { slug: 'li-ming', name: '李鸣', words: [] },
  ];
  const write = (dir: string) => {
    const path = join(dir, 'manifest');
    const seal = writeManifest(nodeFileSystem, path, { manifest: written, pins });
    return { path, seal, whole: readFileSync(path) };
  };

  it('is read as it was written, piece by piece', () => {
    const { path, seal, whole } = write(temporary());
    const { manifest, pins: readPins, seal: read, damaged } = readManifest(nodeFileSystem, path);
    expect(readPins).toEqual(pins);
    expect(whole.length).toBeGreaterThan(3 * (1 << 18));
    expect({ read, damaged }).toEqual({ read: seal, damaged: false });
    expect([...manifest.all()]).toEqual([...written.all()]);
    const [some] = manifest.paths();
    expect(manifest.indexOf(some ?? '')).toBe(0);
  });

  it('is none when it is damaged or torn anywhere', () => {
    const dir = temporary();
    const { whole } = write(dir);
    const broken = join(dir, 'broken');
    const damage = fc.oneof(
      fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ bits;
        return bytes;
      }),
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.constantFrom(Buffer.alloc(1 << 20, 'x'), Buffer.alloc(1 << 20, '\n'), Buffer.concat([whole, whole])),
    );
    fc.assert(
      fc.property(damage, (bytes) => {
        writeFileSync(broken, bytes);
        const { manifest, pins: some, damaged, seal: none } = readManifest(nodeFileSystem, broken);
        expect({ size: manifest.size, some, damaged, none }).toEqual({ size: 0, some: [], damaged: true, none: '' });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out what is no path, key or digest, even with a correct check sum', () => {
    const [key, digest] = [digestOf('key'), digestOf('digest')];
    const records = [
      ['ok.html', key, digest],
      ['../up', key, digest],
      ['', key, digest],
      ['short.html', key, digest.slice(1)],
      ['long.html', key, `${digest}0`],
      ['capital.html', key, `${digest.slice(1)}F`],
      ['other.html', `${key.slice(1)}g`, digest],
      ['alone.html'],
      [''],
    ];
    const odd = join(temporary(), 'odd');
    writeRecords(nodeFileSystem, odd, { name: 'manifest', version: 1 }, records, false);
    expect([...readManifest(nodeFileSystem, odd).manifest.all()]).toEqual([['ok.html', { key, digest }]]);
  });
});

it('leaves out what is no address of a person, even with a correct check sum', () => {
  const odd = join(temporary(), 'odd');
  const records = [
    ['', 'li-ming', '["李鸣"]'],
    ['', '../up', '["李鸣"]'],
    ['', 'no-json', '["李鸣"'],
    ['', 'no-list', '{}'],
    ['', 'no-name', '[]'],
    ['', 'no-text', '[1]'],
    ['', 'alone'],
    ['', ''],
    ['', digestOf('key'), digestOf('digest')],
  ];
  writeRecords(nodeFileSystem, odd, { name: 'manifest', version: 1 }, records, false);
  const { manifest, pins, damaged } = readManifest(nodeFileSystem, odd);
  expect({ size: manifest.size, pins, damaged }).toEqual({
    size: 0,
    pins: [{ slug: 'li-ming', name: '李鸣', words: [] }],
    damaged: false,
  });
});

it('a list of files knows where each stands, in whatever order they came and are asked for', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-d]{1,3}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(names, fc.array(fc.stringMatching(/^[a-d]{1,3}$/)), (paths, asked) => {
      const entries = new Entries();
      for (const path of paths) entries.add(path, { key: digestOf(path), digest: digestOf(path, 'x') });
      const sorted = [...paths].sort();
      const copy = new Entries();
      for (const path of [...asked, ...sorted, ...paths]) {
        const index = entries.indexOf(path);
        expect(index).toBe(sorted.indexOf(path));
        if (index >= 0)
          expect(entries.get(path)).toEqual({ key: entries.keyAt(index), digest: entries.digestAt(index) });
      }
      for (const path of paths) copy.addFrom(entries, entries.indexOf(path));
      expect([...copy.all()]).toEqual([...entries.all()]);
    }),
  );
});
