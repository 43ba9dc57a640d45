import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Library } from '../../src/editions/library.js';
import type { Input } from '../../src/load/input.js';
import { InputChanged } from '../../src/load/load.js';
import { scanContent } from '../../src/load/scan.js';
import type { State } from '../../src/state/state.js';
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

async function onlyInput(folder: string): Promise<Input> {
  const [input] = (await scanContent('content', { cwd: folder })).inputs;
  if (!input) throw new Error('no input');
  return input;
}

describe('a summary', () => {
  test('comes from the state where the input is unchanged, and is the same', async () => {
    const input = await onlyInput(folderWith({ 'content/2020-a.txt': digest('陆明', '罗青') }));
    const state = remembering();
    const made = await new Library(state, []).summary(input);
    expect(state.hits).toBe(0);
    expect(await new Library(state, []).summary(input)).toEqual(made);
    expect(state.hits).toBe(1);
  });

  test('is made anew where the register knows other names, or the file is another', async () => {
    const folder = folderWith({ 'content/2020-a.txt': digest('陆明') });
    const state = remembering();
    const input = await onlyInput(folder);
    await new Library(state, []).summary(input);
    await new Library(state, ['陆明']).summary(input);
    expect(state.kept.size).toBe(2);
    const elsewhere = { ...input, file: 'elsewhere/2020-a.txt' };
    expect((await new Library(state, []).summary(elsewhere)).file).toBe('elsewhere/2020-a.txt');
  });

  test('names no path of the machine', async () => {
    const folder = folderWith({
      'content/2020-a.txt': digest('陆明'),
      'content/2020-a/photos/陆明.jpg': 'x',
      'content/2020-a/full/陆明.txt': '全文。',
    });
    const state = remembering();
    await new Library(state, []).summary(await onlyInput(folder));
    expect([...state.kept.values()].join()).not.toContain(folder);
  });

  test('has other digests for other texts only', async () => {
    const folder = folderWith({ 'content/2020-a.txt': digest('陆明', '罗青') });
    const library = new Library(forgetful, []);
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
    const long = `${digest('陆明')}${'要实干，要快干。'.repeat(600_000)}\n`;
    const folder = folderWith({ 'content/1.txt': long, 'content/2.txt': long, 'content/3.txt': long });
    const { inputs } = await scanContent('content', { cwd: folder });
    const library = new Library(forgetful, []);
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
    await expect(new Library(forgetful, []).whole(input)).rejects.toThrow(InputChanged);
    expect(input.absolute).toBe(join(folder, 'content/2020-a.txt'));
  });
});
