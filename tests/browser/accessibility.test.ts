import axe, { type AxeResults } from 'axe-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { withPage } from '../setup/browser.js';
import { seedFile, seedSite } from '../setup/site.js';

const edition = `editions/${seedFile.replace('.txt', '')}/`;
/** One of each build of page; all kinds, devices and colours are in the slow tests. */
const pages = ['', `${edition}qiu-jianyong/`, 'speakers/tu-qiang/'];

let url: string;
beforeAll(async () => {
  const site = seedSite();
  await site.run(['build']);
  url = await site.serve();
});

describe.each(pages)('/%s', (path) => {
  test.each([['phone', 'light', { width: 360, height: 740 }]] as const)(
    'breaks no rule of axe and fits the window: %s, %s',
    (_device, colorScheme, viewport) =>
      withPage({ viewport, colorScheme, reducedMotion: 'reduce' }, async (page) => {
        await page.goto(url + path);
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
        // By the debugger's way in, which the pages' own Content-Security-Policy does not close.
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      }),
  );
});
