import type { Dirent } from 'node:fs';
import type { Pin } from '../plan/site/pin.js';
import type { Entries } from './entries.js';
import { type FileSystem, isMissing } from './fileSystem.js';
import type { Site } from './journal.js';
import type { Lock } from './lock.js';
import { PRIVATE } from './outputPath.js';
import type { Seen, SeenFor } from './seen.js';
import type { Stager, StagingPlace } from './stager.js';
import type { Tree } from './tree.js';

/** What a build has taken from its output folder; gone after `publish` or `abandon`. */
export interface Session {
  root: string;
  /** The folder was not there before. */
  isNew: boolean;
  lock: Lock;
  site: Site;
  tree: Tree;
  old: Entries;
  /** Whose each published address is. */
  pins: readonly Pin[];
  seen: Seen;
  /** With the seal of the manifest that is in place. */
  seenFor: SeenFor;
  next: Entries;
  place: StagingPlace;
  stager: Stager;
  hasStaging: boolean;
  /** The journal is in place: the new site will be published, if not by us then by the next build. */
  committed: boolean;
}

/** @returns true when every published file was offered and kept, each once: then nothing else can be planned */
export function isAllKept({ old, next, seen }: Session): boolean {
  return seen.kept === old.size && next.size === old.size;
}

/**
 * Tells the next build what the published files look like. A failure here costs it their reading.
 * @param moment see {@link Seen.write}
 */
export function rememberLooks(session: Session, moment: number): void {
  const { root, site, next, seen, seenFor } = session;
  session.hasStaging = true;
  seen.write(`${root}/${PRIVATE}/seen`, site.staging, next, seenFor, moment);
}

/** Gives everything back. Failures here leave rubbish that the next build clears, and no reader sees. */
export function giveBack({ root, isNew, lock, site: { files, staging }, old, hasStaging, committed }: Session): void {
  try {
    if (hasStaging && !committed) removeFolder(files, staging);
  } catch {}
  lock.release();
  if (old.size > 0 || committed) return;
  // A first build that published nothing leaves no folder behind; one with anything in it stays.
  try {
    files.rmdirSync(`${root}/${PRIVATE}`);
    if (isNew) files.rmdirSync(root);
  } catch {}
}

/**
 * Removes a folder of ours with all that is in it; links are not followed.
 * @throws the file system's error, for anything but a missing folder
 */
export function removeFolder(files: FileSystem, folder: string): void {
  let entries: Dirent[];
  try {
    entries = files.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) removeFolder(files, path);
    else files.unlinkSync(path);
  }
  files.rmdirSync(folder);
}
