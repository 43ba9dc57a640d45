import type { Pin } from '../plan/site/pin.js';
import { codeOf, nodeFileSystem } from './fileSystem.js';
import { readManifest } from './manifest.js';
import { PRIVATE } from './outputPath.js';

/**
 * Whose each published address is, for who publishes nothing: changes nothing, and waits for nobody.
 * @param dir the output folder; it need not be there
 * @returns none where they cannot be read
 */
export function publishedPins(dir: string): readonly Pin[] {
  try {
    return readManifest(nodeFileSystem, `${dir}/${PRIVATE}/manifest`).pins;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}
