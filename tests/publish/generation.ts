import { digestOf } from '../../src/load/digest.js';
import { FolderOutput } from '../../src/publish/folder.js';
import type { Site } from './site.js';

/** A site in which every page says twice which generation it is of, far apart: a torn one would disagree. */
export function generation(number: number, pages: number): Site {
  const site: Site = { 'assets/site.css': whole(number), 'feed.xml': whole(number) };
  for (let i = 0; i < pages; i += 1) site[`editions/e${i % 20}/s${i}/index.html`] = whole(number);
  // Some come and go with the generations.
  site[`only/${number}/index.html`] = whole(number);
  return site;
}

/**
 * Publishes a generation: every page is changed.
 * @returns true when it first had to finish the publication of a process that was killed
 */
export async function publishGeneration(dir: string, number: number, pages: number): Promise<boolean> {
  const output = new FolderOutput({ dir, forbidden: [] });
  await output.open();
  for (const [path, text] of Object.entries(generation(number, pages))) {
    const phase = path.startsWith('assets/') ? 'asset' : path.endsWith('.xml') ? 'list' : 'page';
    const key = digestOf(`g${number}`);
    if (!output.keep({ path, key })) output.stage(path, key, phase, text);
  }
  await output.publish();
  return output.findings.some(({ ruleId }) => ruleId === 'publish-resumed');
}

function whole(number: number): string {
  return `begin ${number}\n${'城南讲话\n'.repeat(500)}end ${number}`;
}

/** @returns the generation, or null for a page that is not whole */
export function generationOf(text: string): number | null {
  const begin = /^begin (\d+)\n/.exec(text)?.[1];
  const end = /\nend (\d+)$/.exec(text)?.[1];
  return begin !== undefined && begin === end ? Number(begin) : null;
}
