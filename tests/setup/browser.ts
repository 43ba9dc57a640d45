import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

export interface PageOptions {
  /** True unless said otherwise. */
  javaScriptEnabled?: boolean;
  /** CSS pixels; 1280 × 800 unless said otherwise. */
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
}

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** @returns the one browser of this test file; closed after the file's last test */
function launchBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: inject('chromiumPath'),
    args: [
      // Chromium refuses its sandbox to root, as which containers run.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // A page drawn in software starts sooner without a process for graphics and Chromium's own extensions.
      '--disable-gpu',
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browser;
}

/**
 * Opens an empty page in a profile of its own, gives it to `use`, and closes it.
 * An exception thrown by a script of the page fails the test.
 */
export async function withPage<T>(options: PageOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await (await launchBrowser()).newContext(options);
  const failures: Error[] = [];
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => failures.push(error));
    const result = await use(page);
    if (failures.length > 0) throw new AggregateError(failures, `A script of the page failed: ${failures[0]?.message}`);
    return result;
  } finally {
    await context.close();
  }
}
