import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of the browser that the tests drive. */
    chromiumPath: string;
  }
}

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const byHand = [
  'Install them by hand and run the tests again:',
  '  Debian, Ubuntu: apt-get install chromium fonts-noto-cjk',
  '  elsewhere:      npx playwright-core install chromium, and any font with Chinese characters',
  'A browser elsewhere is named by the environment variable CHROMIUM_PATH.',
].join('\n');

/**
 * Finds a Chromium and a Chinese font, or installs them, before the first test. Where neither is possible the
 * whole run fails: a browser test that is skipped tells nobody that the pages were not tried.
 */
export function setup({ provide }: TestProject): void {
  if (!findChromium()) installChromium();
  if (!hasChineseFont()) installFont();
  const path = findChromium();
  if (!path) throw new Error(`The browser tests need Chromium; none was found and none could be installed.\n${byHand}`);
  if (!hasChineseFont()) {
    throw new Error(`The browser tests need a Chinese font; none was found and none could be installed.\n${byHand}`);
  }
  provide('chromiumPath', path);
}

/** @returns null where there is none; throws where CHROMIUM_PATH names a file that is not there */
function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin');
  const candidates = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...candidates, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** Only Linux comes without; fontconfig, where it is missing, comes with the font. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

function installChromium(): void {
  // Ubuntu's package of the name is a stub that asks for snap, which containers lack.
  if (isRoot() && isDebian() && tryToRun('apt-get', ['update']) && aptInstall('chromium')) return;
  const dependencies = isRoot() ? ['--with-deps'] : [];
  tryToRun('npx', ['--no-install', 'playwright-core', 'install', ...dependencies, 'chromium']);
}

function installFont(): void {
  if (isRoot() && existsSync('/usr/bin/apt-get') && tryToRun('apt-get', ['update'])) {
    aptInstall('fonts-noto-cjk', 'fontconfig');
  }
}

function aptInstall(...packages: string[]): boolean {
  return tryToRun('apt-get', ['install', '--yes', '--no-install-recommends', ...packages]);
}

/** @returns false where the command fails or does not exist; its output is shown, since it may take minutes */
function tryToRun(command: string, args: string[]): boolean {
  console.error(`$ ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch (error) {
    console.error(`${command}: ${(error as Error).message}`);
    return false;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
