import { describe, expect, it } from 'vitest';
import { withPage } from '../setup/browser.js';
import { pause, start } from './preview.js';

/** Counts the loads of a page in the page itself, where a reload does not forget it. */
const loads = 'Number(sessionStorage.loads)';

/** Browsers are slow where many tests run at once. */
const patience = { timeout: 8000 };

describe('an open page', () => {
  it('reloads once for each change, also of another page, and keeps its position', async () => {
    const preview = await start({ files: { 'a.txt': `甲${'<br>'.repeat(300)}`, 'b.txt': '乙' } });
    await withPage({}, async (page) => {
      await page.addInitScript('sessionStorage.loads = Number(sessionStorage.loads || 0) + 1');
      await page.goto(`${preview.url}a/`);
      await page.evaluate('scrollTo(0, 1500)');
      for (let i = 2; i <= 4; i += 1) {
        preview.write(i === 3 ? 'b.txt' : 'a.txt', `第${i}次${'<br>'.repeat(300)}`);
        await expect.poll(() => page.evaluate(loads), patience).toBe(i);
        await expect.poll(() => page.evaluate('scrollY'), patience).toBe(1500);
      }
      expect(await page.textContent('p')).toBe('第4次');
      await pause(500);
      expect(await page.evaluate(loads)).toBe(4);
    });
  });

  it('exchanges a changed stylesheet without a reload', async () => {
    const preview = await start({ files: { 'a.txt': '甲', 'style.css': 'p{color:rgb(1,2,3)}' } });
    await withPage({}, async (page) => {
      await page.goto(`${preview.url}a/`);
      await page.evaluate('window.kept = true');
      for (const colour of ['rgb(4, 5, 6)', 'rgb(7, 8, 9)']) {
        preview.write('style.css', `p{color:${colour}}`);
        const shown = () => page.evaluate('getComputedStyle(document.querySelector("p")).color');
        await expect.poll(shown, patience).toBe(colour);
      }
      expect(await page.evaluate('window.kept')).toBe(true);
      await expect.poll(() => page.evaluate('document.querySelectorAll("link").length'), patience).toBe(1);
    });
  });

  it('shows an error over the last good page, as text, under the strict policy, and takes it away when it is mended', async () => {
    const preview = await start();
    await withPage({}, async (page) => {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (/policy/i.test(message.text())) refused.push(message.text());
      });
      await page.goto(`${preview.url}a/`);
      preview.write('a.txt', '一行\n<img src=x onerror="document.title=1"> ERROR');
      const overlay = page.locator('zhaideng-problem');
      await overlay.locator('article').waitFor();
      expect(await overlay.locator('.place').textContent()).toContain('a.txt:2:40');
      expect(await overlay.locator('mark').textContent()).toBe('E');
      expect(await overlay.locator('.here').textContent()).toContain('<img src=x onerror="document.title=1"> ERROR');
      expect(await overlay.locator('img').count()).toBe(0);
      expect(await page.textContent('body > p')).toBe('甲');
      // Its look is there: the policy allowed it.
      const look = () => page.evaluate('getComputedStyle(document.querySelector("zhaideng-problem")).position');
      await expect.poll(look, patience).toBe('fixed');
      await page.keyboard.press('Escape');
      await expect.poll(() => overlay.count(), patience).toBe(0);
      await page.reload();
      await overlay.locator('article').waitFor();
      preview.write('a.txt', '改好了');
      await expect.poll(() => page.textContent('body > p'), patience).toBe('改好了');
      expect(await overlay.count()).toBe(0);
      expect(refused).toEqual([]);
    });
  });

  it('waits for a first build that failed', async () => {
    const preview = await start({ files: { 'a.txt': 'ERROR' } });
    await withPage({}, async (page) => {
      await page.goto(`${preview.url}a/`);
      expect(await page.textContent('h1')).toContain('not been built');
      await page.locator('zhaideng-problem article').waitFor();
      preview.write('a.txt', '好了');
      await expect.poll(() => page.textContent('body'), patience).toContain('好了');
    });
  });

  it('comes back when the server was started again at its port', async () => {
    const first = await start();
    await withPage({}, async (page) => {
      await page.goto(`${first.url}a/`);
      await first.close();
      await pause(700);
      await start({ port: first.port, strictPort: true, files: { 'a.txt': '新的服务器' } });
      await expect.poll(() => page.textContent('body'), patience).toContain('新的服务器');
    });
  });

  it('does not keep an eighth one from loading', async () => {
    const preview = await start();
    await withPage({}, async (page) => {
      // Playwright shows every page as seen; as a hidden one it would be in a browser.
      const context = page.context();
      await context.addInitScript('Object.defineProperty(document, "hidden", { get: () => !location.hash })');
      for (let i = 0; i < 8; i += 1) {
        const tab = await context.newPage();
        await tab.goto(`${preview.url}a/`, { timeout: 5000 });
      }
      await page.goto(`${preview.url}a/#seen`, { timeout: 5000 });
      preview.write('a.txt', '都看得到');
      for (const tab of context.pages())
        await expect.poll(() => tab.textContent('body'), patience).toContain('都看得到');
    });
  });
});
