import { describe, expect, it } from 'vitest';
import { failsAtAnyCall, rules, situations } from './failing.js';

/** Functions of the disk, and how often each was made to fail. */
const total = new Map<string, number>();

describe.each(Object.entries(situations))('a disk that fails once, at any call of %s', (_, situation) => {
  it.each(Object.keys(rules))('with %s: one clear message, whole files, healed by the next build', async (code) => {
    const { failed } = await failsAtAnyCall(situation, code);
    expect(failed.size).toBeGreaterThan(8);
    for (const [name, count] of failed) total.set(name, (total.get(name) ?? 0) + count);
  });

  it.each(Object.keys(rules))('and does not recover, with %s', async (code) => {
    await failsAtAnyCall(situation, code, true);
  });
});

describe('the failures', () => {
  it('were of every function that publishing asks of the disk', () => {
    const asked =
      'closeSync fstatSync fsyncSync linkSync lstatSync mkdirSync openSync readdirSync readSync realpathSync renameSync rmdirSync unlinkSync writeSync';
    expect([...total.keys()].sort()).toEqual(asked.split(' ').sort());
    console.log(
      [...total.values()].reduce((sum, count) => sum + count, 0),
      Object.fromEntries(total),
    );
  });
});
