import { describe, expect, test } from 'vitest';
import { withPage } from '../setup/browser.js';
import { seedFile, seedSite, seedText } from '../setup/site.js';

const path = `content/${seedFile}`;
const patience = { timeout: 20_000 };

describe('a page open in the preview', () => {
  test('shows an edit without a key pressed, and nothing is written to dist', async () => {
    const site = seedSite();
    const preview = await site.dev();
    await withPage({}, async (page) => {
      await page.goto(preview.url);
      await page.getByText('疫情就是命令').first().waitFor(patience);
      site.write(path, seedText.replace('疫情就是命令', '民意就是命令'));
      await page.getByText('民意就是命令').first().waitFor(patience);
    });
    expect(site.exists('dist')).toBe(false);
    await preview.stop();
  });

  test('keeps its last good state under an overlay while the text is wrong, until the next good save', async () => {
    const site = seedSite();
    const preview = await site.dev();
    await withPage({}, async (page) => {
      await page.goto(`${preview.url}speakers/tu-qiang/`);
      site.write(path, '');
      await page.getByText('文件是空的').first().waitFor(patience);
      expect(await page.getByText(seedFile).first().isVisible()).toBe(true);
      expect((await fetch(`${preview.url}speakers/tu-qiang/`)).status).toBe(200);

      site.write(path, seedText.replaceAll('首位度最高', '首位度更高'));
      await page.getByText('首位度更高').first().waitFor(patience);
      await page
        .getByText('文件是空的')
        .first()
        .waitFor({ state: 'detached', ...patience });
    });
    await preview.stop();
  });

  test('starts on content with an error and shows the site once it is mended', async () => {
    const site = seedSite();
    site.write(path, '');
    const preview = await site.dev();
    await withPage({}, async (page) => {
      await page.goto(preview.url);
      await page.getByText('文件是空的').first().waitFor(patience);
      site.write(path, seedText);
      await page.getByText('疫情就是命令').first().waitFor(patience);
    });
    await preview.stop();
  });
});

test('the preview takes the next port where its own is taken, and says which', async () => {
  const site = seedSite();
  const [first, second] = [await site.dev(['--port', '43210']), await site.dev(['--port', '43210'])];
  expect(second.url).not.toBe(first.url);
  expect((await fetch(second.url)).status).toBe(200);
  await Promise.all([first.stop(), second.stop()]);
});
