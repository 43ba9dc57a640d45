import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RebuildQueue } from '../../src/serve/watch/queue.js';

/** Time that passes when it is told to. */
class Clock {
  #now = 0;
  #timers = new Map<number, { at: number; act: () => void }>();
  #next = 0;

  now(): number {
    return this.#now;
  }

  set(act: () => void, delay: number): number {
    this.#next += 1;
    this.#timers.set(this.#next, { at: this.#now + delay, act });
    return this.#next;
  }

  clear(timer: unknown): void {
    this.#timers.delete(timer as number);
  }

  async pass(time: number): Promise<void> {
    const until = this.#now + time;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      const [id, { at, act }] = due;
      this.#timers.delete(id);
      this.#now = at;
      act();
      await tick();
    }
    this.#now = until;
    await tick();
  }
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp(time = 0, settled: () => boolean = () => true) {
  const clock = new Clock();
  const runs: { at: number; paths: string[] }[] = [];
  let running = 0;
  let most = 0;
  const queue = new RebuildQueue({
    timers: clock,
    isSettled: settled,
    run: (paths) => {
      runs.push({ at: clock.now(), paths: [...paths] });
      running += 1;
      most = Math.max(most, running);
      return new Promise((resolve) => {
        const end = (): void => {
          running -= 1;
          resolve();
        };
        if (time === 0) end();
        else clock.set(end, time);
      });
    },
  });
  return { clock, queue, runs, most: () => most };
}

describe('the rebuild queue', () => {
  it('rebuilds 5 ms after a single change', async () => {
    const { clock, queue, runs } = setUp();
    queue.add('a');
    await clock.pass(4);
    expect(runs).toEqual([]);
    await clock.pass(1);
    expect(runs).toEqual([{ at: 5, paths: ['a'] }]);
    expect(queue.isIdle).toBe(true);
  });

  it('makes one rebuild of the events of a save', async () => {
    const { clock, queue, runs } = setUp();
    for (const path of ['a~', 'a', 'a', 'b']) {
      queue.add(path);
      await clock.pass(3);
    }
    await clock.pass(100);
    expect(runs).toEqual([{ at: 14, paths: ['a~', 'a', 'b'] }]);
  });

  it('makes one rebuild of five hundred files that come at once', async () => {
    const { clock, queue, runs } = setUp();
    for (let i = 0; i < 500; i += 1) queue.add(`${i}`);
    await clock.pass(100);
    expect(runs.map(({ at, paths }) => [at, paths.length])).toEqual([[5, 500]]);
  });

  it('does not wait for the end of a burst that has none', async () => {
    const { clock, queue, runs } = setUp();
    for (let i = 0; i < 200; i += 1) {
      queue.add(`${i}`);
      await clock.pass(2);
    }
    expect(runs.length).toBeGreaterThan(2);
    await clock.pass(100);
    expect(runs.flatMap(({ paths }) => paths)).toHaveLength(200);
  });

  it('runs one rebuild at a time, and another one for what changed meanwhile', async () => {
    const { clock, queue, runs, most } = setUp(50);
    queue.add('a');
    await clock.pass(20);
    queue.add('b');
    await clock.pass(10);
    queue.add('c');
    expect(queue.isIdle).toBe(false);
    await clock.pass(200);
    expect(runs).toEqual([
      { at: 5, paths: ['a'] },
      { at: 60, paths: ['b', 'c'] },
    ]);
    expect(most()).toBe(1);
  });

  it('looks again at a file that is half written, but not for ever', async () => {
    let settled = false;
    const { clock, queue, runs } = setUp(0, () => settled);
    queue.add('a');
    await clock.pass(20);
    settled = true;
    await clock.pass(100);
    expect(runs.map(({ at }) => at)).toEqual([25]);
    settled = false;
    queue.add('removed');
    await clock.pass(1000);
    expect(runs.map(({ at }) => at - 120)).toEqual([-95, 65]);
  });

  it('begins with a rebuild, and a change during it is not lost', async () => {
    const { clock, queue, runs, most } = setUp(50);
    const first = queue.start();
    queue.add('a');
    await clock.pass(50);
    await first;
    await clock.pass(100);
    expect(runs.map(({ paths }) => paths)).toEqual([[], ['a']]);
    expect(most()).toBe(1);
  });

  it('does nothing after it was closed, and close waits for the rebuild that runs', async () => {
    const { clock, queue, runs } = setUp(50);
    queue.add('a');
    await clock.pass(10);
    queue.add('b');
    let closed = false;
    const closing = queue.close().then(() => {
      closed = true;
    });
    await tick();
    expect(closed).toBe(false);
    await clock.pass(500);
    await closing;
    queue.add('c');
    await clock.pass(500);
    expect(runs).toHaveLength(1);
  });

  it('never loses a change, whatever the times', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 60 }), fc.nat(60), async (gaps, time) => {
        const { clock, queue, runs, most } = setUp(time);
        const added: { path: string; at: number }[] = [];
        for (const [i, gap] of gaps.entries()) {
          await clock.pass(gap);
          queue.add(`${i}`);
          added.push({ path: `${i}`, at: clock.now() });
        }
        await clock.pass(1000);
        expect(queue.isIdle).toBe(true);
        expect(most()).toBeLessThanOrEqual(1);
        for (const { path, at } of added) {
          const run = runs.find(({ paths }) => paths.includes(path));
          expect(run?.at).toBeGreaterThanOrEqual(at);
          expect((run?.at ?? Infinity) - at).toBeLessThanOrEqual(120 + time);
        }
      }),
      { numRuns: 60 },
    );
  });
});
