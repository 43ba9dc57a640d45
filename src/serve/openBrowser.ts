import { spawn } from 'node:child_process';

/**
 * Opens the system's browser.
 * @param url our own address: on Windows it passes through a command line
 * @returns false when there is no program that would
 */
export function openBrowser(url: string): Promise<boolean> {
  const [program, args] = commandFor(process.platform, url);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      // The browser may well stay open after the preview ends.
      child.unref();
      resolve(true);
    });
  });
}

function commandFor(platform: NodeJS.Platform, url: string): [string, string[]] {
  if (platform === 'darwin') return ['open', [url]];
  // `start` takes a first quoted argument for the window's title.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '""', url]];
  return ['xdg-open', [url]];
}
