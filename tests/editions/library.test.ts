import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Library } from '../../src/editions/library.js';
import { TextStore } from '../../src/editions/textStore.js';
import type { Input } from '../../src/load/input.js';
import { InputChanged } from '../../src/load/load.js';
import { scanContent } from '../../src/load/scan.js';
import { Scratch } from '../../src/state/scratch.js';
import type { State } from '../../src/state/state.js';
import { makeDisplay } from '../../src/typography/display.js';
import { digest, folderWith, forgetful, writeInto } from '../plan/planned.js';

/** A state in memory that tells what was asked for. */
function remembering(): State & { kept: Map<string, string>; hits: number } {
  const kept = new Map<string, string>();
  return {
    ...forgetful,
    kept,
    hits: 0,
    get<T>(key: string): T | undefined {
      const text = kept.get(key);
      if (text === undefined) return undefined;
      this.hits++;
      return JSON.parse(text) as T;
    },
    set: (key, value) => void kept.set(key, JSON.stringify(value)),
  };
}

const display = makeDisplay({ fullWidth: true });

function libraryOn(state: State, register: string[] = [], texts?: TextStore): Library {
  return new Library({ state, register, display, ...(texts && { texts }) });
}

async function onlyInput(folder: string): Promise<Input> {
  const [input] = (await scanContent('content', { cwd: folder })).inputs;
  if (!input) throw new Error('no input');
  return input;
}

describe('a summary', () => {
  test('comes from the state where the input is unchanged, and is the same', async () => {
    const input = await onlyInput(folderWith({ 'content/2020-a.txt': digest('陆明', '罗青') }));
    const state = remembering();
    const made = await libraryOn(state).summary(input);
    expect(state.hits).toBe(0);
    expect(await libraryOn(state).summary(input)).toEqual(made);
    expect(state.hits).toBe(1);
  });

  test('is made anew where the register knows other names, or the file is another', async () => {
    const folder = folderWith({ 'content/2020-a.txt': digest('陆明') });
    const state = remembering();
    const input = await onlyInput(folder);
    await libraryOn(state).summary(input);
    await libraryOn(state, ['陆明']).summary(input);
    expect(state.kept.size).toBe(2);
    const elsewhere = { ...input, file: 'elsewhere/2020-a.txt' };
    expect((await libraryOn(state).summary(elsewhere)).file).toBe('elsewhere/2020-a.txt');
  });

  test('names no path of the machine', async () => {
    const folder = folderWith({
      'content/2020-a.txt': digest('陆明'),
      'content/2020-a/photos/陆明.jpg': 'x',
      'content/2020-a/full/陆明.txt': '全文。',
    });
    const state = remembering();
    await libraryOn(state).summary(await onlyInput(folder));
    expect([...state.kept.values()].join()).not.toContain(folder);
  });

  test('has other digests for other texts only', async () => {
    const folder = folderWith({ 'content/2020-a.txt': digest('陆明', '罗青') });
    const library = libraryOn(forgetful);
    const textsOf = async () => (await library.summary(await onlyInput(folder))).speeches.map(({ text }) => text);
    const before = await textsOf();
    writeInto(
      folder,
      'content/2020-a.txt',
      `\n${digest('陆明', '罗青').replace('第2件实事，群众', '第2件实事，居民')}`,
    );
    const after = await textsOf();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});

describe('the texts', () => {
  test('are kept up to a bound, and read again beyond it', async () => {
    const long = `${digest('陆明')}${`${'要实干，要快干。'.repeat(7_500)}\n`.repeat(2)}`;
    const folder = folderWith({ 'content/1.txt': long, 'content/2.txt': long, 'content/3.txt': long });
    const { inputs } = await scanContent('content', { cwd: folder });
    const library = libraryOn(forgetful, [], new TextStore(join(folder, 'scratch')));
    const [first, , third] = inputs;
    if (!first || !third) throw new Error('no input');
    const wholes = [];
    for (const input of inputs) wholes.push(await library.whole(input));
    expect(await library.whole(third)).toBe(wholes[2]);
    expect(await library.whole(first)).not.toBe(wholes[0]);
  });

  test('of a file that changed after the scan are refused', async () => {
    const folder = folderWith({ 'content/2020-a.txt': digest('陆明') });
    const input = await onlyInput(folder);
    writeInto(folder, 'content/2020-a.txt', digest('罗青'));
    await expect(libraryOn(forgetful).whole(input)).rejects.toThrow(InputChanged);
    expect(input.absolute).toBe(join(folder, 'content/2020-a.txt'));
  });
});

describe('texts in the store', () => {
  const files = {
    'content/2020-a.txt': digest('陆明', '罗青').replace('群众满意', '一,群众满意'),
    'content/2020-a/full/陆明.txt': '一、全文,在此。\n',
  };

  test('are those that are parsed again without one', async () => {
    const folder = folderWith(files);
    const input = await onlyInput(folder);
    const store = new TextStore(join(folder, 'scratch'));
    const stored = libraryOn(forgetful, [], store);
    await stored.summary(input);
    // The input is not looked at again: what is planned is what was hashed.
    writeInto(folder, 'content/2020-a.txt', '别的');
    const [first, second] = [
      await stored.texts(input),
      await libraryOn(forgetful).texts(await onlyInput(folderWith(files))),
    ];
    expect(first.around()).toEqual(second.around());
    expect(first.speech(0)?.opening).toContain('一，群众');
    for (const index of [0, 1, 2]) expect(first.speech(index)).toEqual(second.speech(index));
    expect(first.full('陆明')).toEqual(second.full('陆明'));
    expect(first.full('陆明')?.outline).toEqual([{ marker: '一、', title: '全文，在此', points: [] }]);
    store.close();
  });

  test('come back however many there are, and leave no file behind', async () => {
    const folder = folderWith({ 'content/2020-a.txt': '' });
    const scratch = new Scratch(join(folder, 'scratch'));
    const piece = (index: number) => Buffer.alloc(1_000_000, `${index}`);
    const offsets = Array.from({ length: 52 }, (_, index) => scratch.add(piece(index)));
    for (const [index, offset] of offsets.entries())
      expect(scratch.read(offset ?? -1, 1_000_000)?.equals(piece(index))).toBe(true);
    expect(readdirSync(join(folder, 'scratch'))).toEqual([]);
    scratch.close();
    expect(scratch.add(piece(0))).toBe(null);
  });

  test('are parsed again where the disk takes none', async () => {
    const folder = folderWith({ ...files, taken: '' });
    const scratch = new Scratch(join(folder, 'taken'));
    while (scratch.add(Buffer.alloc(1_000_000)) !== null);
    expect(scratch.add(Buffer.alloc(1))).toBe(null);
    expect(scratch.read(0, 1_000_000)?.length).toBe(1_000_000);
  });
});
