import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Rendering, renderPages } from '../../src/build/renderPages.js';
import { type DuePage, flatten } from '../../src/build/tasks.js';
import type { Helper } from '../../src/build/threads.js';
import type { Page } from '../../src/plan/page.js';
import { PageList } from '../../src/plan/pageList.js';
import { PublishError } from '../../src/publish/failure.js';
import { FolderOutput } from '../../src/publish/folder.js';
import type { Theme } from '../../src/render/theme.js';
import { contents, failingToWrite, temporary } from '../publish/site.js';

/** Enough for a worker. */
const MANY = 2000;

/** Each page shows its number; the disk is full where `torn` is written, and no template can make `unmade`. */
function broken(dir: string, { torn = -1, unmade = -1 }): Omit<Rendering, 'helpers'> & { output: FolderOutput } {
  const files = failingToWrite(String(torn));
  const page = (index: number): Page =>
    ({
      path: `p/${index}`,
      kind: 'speech',
      phase: 'page',
      key: index.toString(16).padStart(32, '0'),
      from: [`content/${index}.txt`],
      model: async () => {
        if (index === unmade) throw new Error('no such page');
        return { text: String(index) };
      },
    }) as unknown as Page;
  const pages = new PageList();
  pages.add({ length: 1, of: () => Array.from({ length: MANY }, (_, index) => page(index)) });
  const theme = { render: async (_kind: string, { text }: { text: string }) => text } as unknown as Theme;
  return { pages, theme, output: new FolderOutput({ dir, forbidden: [], files }) };
}

/** @returns rule and file of what the build tells of these pages */
async function told(dir: string, rendering: ReturnType<typeof broken>, helpers: readonly Helper[]): Promise<string> {
  await rendering.output.open();
  try {
    const { findings } = await renderPages({ ...rendering, helpers: () => helpers });
    return findings.map(({ ruleId, file }) => `${ruleId} ${file}`).join();
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    return error.findings.map(({ ruleId, file }) => `${ruleId} ${file.replace(dir, 'dist')}`).join();
  } finally {
    await rendering.output.abandon();
  }
}

describe('of several pages that fail the first one is told', () => {
  test.each([
    ['does not fit on the disk, before one that cannot be made', { torn: 3, unmade: 7 }, 'disk-full dist/p/3'],
    ['cannot be made, before one that does not fit', { torn: 7, unmade: 3 }, 'page-not-rendered content/3.txt'],
    ['does not fit, as the last of all', { torn: MANY - 1 }, `disk-full dist/p/${MANY - 1}`],
  ])('where it %s', async (_which, faults, expected) => {
    const dir = join(temporary(), 'dist');
    expect(await told(dir, broken(dir, faults), [])).toBe(expected);
  });

  test('where a worker fails at a later one first', async () => {
    const dir = join(temporary(), 'dist');
    let asked = 0;
    // It gets the first four pieces at once, and fails at whatever it is asked then.
    const helper = {
      ask: async (_task: string, due: DuePage[]) => {
        asked += 1;
        const file = { digest: '0'.repeat(32), staged: 0, look: null };
        if (asked <= 4) return { staged: due.map(() => file), failure: null };
        return { staged: [], failure: flatten(Object.assign(new Error('EIO'), { code: 'EIO', path: `${dir}/late` })) };
      },
    } as unknown as Helper;
    expect(await told(dir, broken(dir, { torn: 85 }), [helper])).toBe('disk-full dist/p/85');
    expect(asked).toBeGreaterThan(4);
    expect(contents(join(dir, '..'))).toEqual({});
  });
});
