import type { Phase } from '../plan/page.js';
import { type Entries, phases } from './entries.js';
import { topOf } from './outputPath.js';
import type { Tree } from './tree.js';

interface Folder {
  name: string;
  /** When its first file is due. */
  phase: Phase;
  /** Others are due later. */
  isMixed: boolean;
  /** All that wait lie as they will in the output. */
  isByPath: boolean;
}

/**
 * @param next the next site
 * @param tree the output
 * @returns folders at the top of the next site that can be moved as they are, and when: at the names of which nothing
 *   stands. What holds nothing but assets comes first, so that no page is there before what it needs.
 */
export function wholeFolders(next: Entries, tree: Tree): Map<string, Phase> {
  const folders = new Map<string, Folder>();
  for (const phase of phases) {
    for (const position of next.waitingIn(phase)) {
      const name = topOf(next.waitingPath(position));
      if (name === '') continue;
      const folder = folders.get(name) ?? { name, phase, isMixed: false, isByPath: true };
      folders.set(name, folder);
      folder.isMixed ||= folder.phase !== phase;
      folder.isByPath &&= next.liesByPath(position);
    }
  }
  const whole = [...folders.values()].filter(({ name, isByPath }) => isByPath && tree.kind(name) === 'none');
  whole.sort((a, b) => Number(a.isMixed) - Number(b.isMixed));
  return new Map(whole.map(({ name, phase }) => [name, phase]));
}
