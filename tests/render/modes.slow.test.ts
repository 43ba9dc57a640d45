import axe, { type AxeResults } from 'axe-core';
import { beforeAll, expect, test } from 'vitest';
import { open, origin, overflowOf, pageKinds, phone, type RenderedTheme, renderTheme } from './rendered.js';

let rendered: RenderedTheme;
beforeAll(async () => {
  rendered = await renderTheme();
});

const desktop = { width: 1440, height: 900 };
const settings = [
  ['elder', { elder: 'on' }],
  ['high contrast', { contrast: 'on' }],
  ['dark', { theme: 'dark' }],
  ['dark elder high contrast', { contrast: 'on', theme: 'dark', elder: 'on' }],
] as const;
const cases = settings.flatMap(([name, modes]) =>
  ([phone, desktop] as const).map((viewport) => [name, viewport.width, modes, viewport] as const),
);

test.each(cases)('in the %s mode, %i pixels wide, no page breaks a rule of axe', (_, __, modes, viewport) =>
  open(
    rendered,
    '/home',
    { viewport },
    async (page) => {
      for (const kind of pageKinds) {
        await page.goto(`${origin}/${kind}`);
        // By the debugger's way in, which the page's own Content-Security-Policy does not close; and as text,
        // since a function would carry this module's name for the import into the page.
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => `${kind} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await overflowOf(page), kind).toBeLessThanOrEqual(0);
      }
    },
    modes,
  ),
);
