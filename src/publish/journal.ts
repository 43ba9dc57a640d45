import { ForeignFile } from './failure.js';
import { codeOf, digestOfWhole, digestOnDisk, type FileSystem, isMissing } from './fileSystem.js';
import { readManifest } from './manifest.js';
import { isSafePath, PRIVATE, parentOf } from './outputPath.js';
import { type RecordsFormat, readRecords, writeRecords } from './records.js';
import { SITE } from './stager.js';
import type { Tree } from './tree.js';

/**
 * One act of publishing. Each is atomic and may be done twice: a build that finds a journal does all of its
 * steps again, whichever of them were done before the power went.
 */
export type Step =
  /**
   * Renames the staged list of the files published before, with the addresses of the new site, to the manifest's
   * place; the first step, where it is one. From then on no address can become another person's, whatever becomes of
   * this journal.
   */
  | { do: 'claim'; staged: string }
  /** Renames a staged file to its place. */
  | { do: 'move'; staged: string; digest: string; path: string }
  /** Renames a folder of the staged site, at whose name nothing stood, to its place. */
  | { do: 'folder'; path: string }
  /** Removes a file. */
  | { do: 'unlink'; path: string }
  /** Removes a folder if it is empty. */
  | { do: 'rmdir'; path: string }
  /** Renames the staged manifest to its place; always the last step. */
  | { do: 'manifest'; staged: string };

const format: RecordsFormat = { name: 'journal', version: 1 };
/** The staged manifest's name. */
export const MANIFEST = 'manifest';
/** That of the list that claims the addresses. */
export const CLAIMS = 'claims';

/** Where the steps happen; absolute paths. */
export interface Site {
  files: FileSystem;
  root: string;
  staging: string;
  /** The manifest's place. */
  manifest: string;
}

/**
 * Puts the journal in place, whole: from this moment on the new site will be published, by us or by the next
 * build.
 * @param draft a path on the same file system
 */
export function writeJournal(files: FileSystem, path: string, draft: string, steps: Iterable<Step>): void {
  function* records(): Generator<string[]> {
    for (const step of steps) yield fieldsOf(step);
  }
  writeRecords(files, draft, format, records(), true);
  files.renameSync(draft, path);
}

/** @returns the steps to do again; null without a journal; `damaged` when it cannot be trusted */
export function readJournal(files: FileSystem, path: string): Step[] | null | 'damaged' {
  const steps: Step[] = [];
  let isWhole = true;
  const read = readRecords(files, path, format, (bytes, start, end) => {
    const step = stepOf(bytes.toString('utf8', start, end).split('\t'));
    if (step === null) isWhole = false;
    else steps.push(step);
  });
  if (read === 'missing') return null;
  return read !== 'damaged' && isWhole ? steps : 'damaged';
}

/**
 * Does the steps in their order.
 * @param again true when they may have been done already: what is no longer staged was moved, and a staged
 *   file that a power cut tore stays out (the manifest's digest then has it rendered again)
 * @throws the file system's error; the journal must stay then
 */
export function runSteps(site: Site, tree: Tree, steps: Iterable<Step>, again: boolean): void {
  if (again && isDone(site, steps)) return;
  for (const step of steps) {
    if (step.do === 'move') move(site, tree, step, again);
    else if (step.do === 'folder') moveFolder(site, tree, step.path, again);
    else if (step.do === 'unlink') unlink(site, tree, step.path);
    else if (step.do === 'rmdir') rmdir(site, tree, step.path);
    else if (step.do === 'claim') claim(site, step.staged, again);
    else site.files.renameSync(`${site.staging}/${step.staged}`, site.manifest);
  }
}

function claim({ files, staging, manifest }: Site, staged: string, again: boolean): void {
  try {
    files.renameSync(`${staging}/${staged}`, manifest);
  } catch (error) {
    if (!again || !isMissing(error)) throw error;
  }
}

/**
 * The manifest moves last, so without it in the staging folder all is done and only the journal was left
 * behind; a path that we removed may be somebody else's by now.
 */
function isDone({ files, staging }: Site, steps: Iterable<Step>): boolean {
  for (const step of steps) {
    if (step.do !== 'manifest') continue;
    if (files.lstatSync(`${staging}/${step.staged}`, { throwIfNoEntry: false }) !== undefined) return false;
  }
  return true;
}

function move({ files, root, staging }: Site, tree: Tree, step: Step & { do: 'move' }, again: boolean): void {
  const staged = `${staging}/${step.staged}`;
  if (again && !isWhole(files, staged, step.digest)) return;
  tree.ensure(parentOf(step.path));
  files.renameSync(staged, `${root}/${step.path}`);
}

/**
 * One rename instead of thousands. Done again, or where something came to the folder's name meanwhile, each file that
 * the staged manifest names is moved by itself, as far as it is whole, and over nothing: nothing of ours stands there.
 */
function moveFolder({ files, root, staging }: Site, tree: Tree, folder: string, again: boolean): void {
  const from = `${staging}/${SITE}`;
  if (again && files.lstatSync(`${from}/${folder}`, { throwIfNoEntry: false }) === undefined) return;
  tree.forget(folder);
  if (!again && tree.kind(folder) === 'none' && isRenamed(files, `${from}/${folder}`, `${root}/${folder}`)) return;
  for (const [path, { digest }] of readManifest(files, `${staging}/${MANIFEST}`).manifest.all()) {
    if (!path.startsWith(`${folder}/`) || !isWhole(files, `${from}/${path}`, digest)) continue;
    tree.ensure(parentOf(path));
    if (tree.kind(path) === 'none') files.renameSync(`${from}/${path}`, `${root}/${path}`);
    else if (digestOnDisk(files, `${root}/${path}`) !== digest) throw new ForeignFile(`${root}/${path}`);
  }
}

/** @returns false where the system does not do it, for whatever reason: file by file, it can be said */
function isRenamed(files: FileSystem, from: string, to: string): boolean {
  try {
    files.renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}

function isWhole(files: FileSystem, path: string, digest: string): boolean {
  try {
    return digestOfWhole(files, path) === digest;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function unlink({ files, root }: Site, tree: Tree, path: string): void {
  const kind = tree.kind(path);
  // A folder: what was to be removed is gone, and what came in its place is there already.
  if (kind === 'none' || kind === 'folder' || kind === 'mount') return;
  files.unlinkSync(`${root}/${path}`);
  tree.forget(path);
}

function rmdir({ files, root }: Site, tree: Tree, path: string): void {
  if (tree.kind(path) !== 'folder') return;
  try {
    files.rmdirSync(`${root}/${path}`);
    tree.forget(path);
  } catch (error) {
    // Somebody's file is in it: then it stays.
    const code = codeOf(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && !isMissing(error)) throw error;
  }
}

function fieldsOf(step: Step): string[] {
  if (step.do === 'move') return [step.do, step.staged, step.digest, step.path];
  if (step.do === 'manifest' || step.do === 'claim') return [step.do, step.staged];
  return [step.do, step.path];
}

function stepOf([act, a = '', b = '', c = '']: string[]): Step | null {
  if (act === 'move' && (isStagedName(a) || a === `${SITE}/${c}`) && isSafePath(c))
    return { do: act, staged: a, digest: b, path: c };
  if (act === 'folder' && isSafePath(a)) return { do: act, path: a };
  if ((act === 'manifest' || act === 'claim') && isStagedName(a)) return { do: act, staged: a };
  if ((act === 'unlink' || act === 'rmdir') && isSafePath(a) && a !== PRIVATE) return { do: act, path: a };
  return null;
}

function isStagedName(name: string): boolean {
  return /^[a-z0-9]+$/.test(name);
}
